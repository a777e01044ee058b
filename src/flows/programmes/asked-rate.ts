import type { Membership, RankMove, RateAsked, RateBook, RateChange } from '../../modules/attribution/index.ts'
import type { Promoting } from '../../modules/attribution/store/promoting.ts'
import type { ProgrammeNow } from '../../modules/attribution/store.ts'

/** All that the rates of some creators depend on. */
export interface RateFacts {
  programmes: ReadonlyMap<string, ProgrammeNow>
  members: readonly Membership[]
  /** The log of rates by programme (ATT-14, ATT-15). */
  rates: ReadonlyMap<string, readonly RateChange[]>
  /** Their tiers by creator (ATT-35). */
  ranks: ReadonlyMap<string, readonly RankMove[]>
  promoting: Promoting
  /** Categories by product, where a rate is set for one. */
  categories: ReadonlyMap<string, string>
}

/** Whose rate for what. An empty `productId` is goods in general. */
export interface Wanted {
  ownProgrammeId: string
  creatorId: string
  linkId: string | null
  productId: string
  scope: 'direct' | 'indirect'
  /** Since when she promotes by a code or a bind; null where by links alone. */
  begunAt: Date | null
}

/** The question of a rate with all that answers it (ATT-14): the one way from what is stored to a rate. Null without the programme. */
export function askedOf(facts: RateFacts, wanted: Wanted): RateAsked | null {
  const { creatorId, ownProgrammeId, productId, scope, begunAt } = wanted
  const own = isOver(facts, wanted) ? withoutAgreed(bookOf(facts, ownProgrammeId)) : bookOf(facts, ownProgrammeId)
  if (!own) return null
  const isGeneral = scope === 'indirect' || productId === ''
  const byLinks = isGeneral ? facts.promoting.anything(creatorId) : facts.promoting.product(creatorId, productId)
  return {
    ...{ own, creatorId, linkId: wanted.linkId, productId, scope },
    deals: facts.members.filter((member) => member.creatorId === creatorId).flatMap((member) => dealsOf(facts, member)),
    categoryId: facts.categories.get(productId) ?? null,
    ranks: facts.ranks.get(creatorId) ?? [],
    promotingSince: byLinks && begunAt ? new Date(Math.min(byLinks.getTime(), begunAt.getTime())) : (byLinks ?? begunAt),
  }
}

/** What was agreed for a link or with her under a programme that is closed, or that she is no longer in, has no word over her deal. */
function isOver({ programmes, members }: RateFacts, { ownProgrammeId, creatorId }: Wanted): boolean {
  const hers = members.filter((one) => one.creatorId === creatorId)
  const own = hers.find(({ programmeId }) => programmeId === ownProgrammeId)
  const hasDeal = hers.some(({ programmeId, stays = [] }) => programmeId !== ownProgrammeId && stays.length > 0)
  return hasDeal && (programmes.get(ownProgrammeId)?.status !== 'active' || own?.status === 'left' || own?.status === 'removed')
}

const withoutAgreed = (book: RateBook | null): RateBook | null =>
  book && { ...book, changes: book.changes.filter(({ source }) => source !== 'link' && source !== 'creator') }

/** A stay that was never ended counts while the programme runs by invitation: before stays were written nobody ended them. */
function dealsOf(facts: RateFacts, { programmeId, stays = [] }: Membership): RateAsked['deals'][number][] {
  const terms = bookOf(facts, programmeId)
  const programme = facts.programmes.get(programmeId)
  const runs = programme?.status === 'active' && programme.joining === 'invited'
  return terms ? stays.flatMap(({ from, until }) => (until !== null || runs ? [{ terms, from, until }] : [])) : []
}

function bookOf({ programmes, rates }: RateFacts, programmeId: string): RateBook | null {
  const programme = programmes.get(programmeId)
  if (!programme) return null
  const { rateBps: programmeBps, indirectRateBps, tierBps } = programme
  return { programmeId, programmeBps, indirectBps: indirectRateBps ?? null, tierBps, changes: rates.get(programmeId) ?? [] }
}
