import { type LoggedRate, mostRate, noticeMs } from '../../lib/most-rate.ts'
import { type Membership, refusesMember, termsFor } from './members.ts'
import { defaultCapBps } from './rates.ts'
import type { Programme } from './types.ts'

/** A link as far as what it may earn goes; `id` null for one that is still to be made. */
export interface EarningLink {
  id: string | null
  creator: string
  product: string | null
  /** Null never earns. */
  programme: string | null
}

/** What a link's earning follows from. */
export interface EarningTerms {
  /** With the rates of their tiers; also those that are closed: what a deal gave stays for 30 days (ATT-15). */
  programmes: ReadonlyMap<string, Programme & { tierBps: ReadonlyMap<string, number> }>
  /** Of the creators of the links. */
  members: readonly Membership[]
  /** The log of rates by programme, of single links and creators at least those of the links asked about. */
  rates: ReadonlyMap<string, readonly LoggedRate[]>
}

/**
 * DIS-1: what a link may earn its creator, basis points; 0 when no source gives anything (ATT-14), and then it bears no commission. It is
 * the most that it gets for its own product now or still has of a cut (ATT-15); where that is nothing, the most for anything that its
 * readers may buy besides, or by a tier that she may reach: never less than what a line by this link can be paid.
 */
export function earningOf(link: EarningLink, terms: EarningTerms, at: Date): number {
  const programmes = programmesOf(link, terms, at)
  const most = (isAsked: (row: LoggedRate) => boolean, isAny: boolean) =>
    Math.max(0, ...programmes.map((one) => mostOf(one, (terms.rates.get(one.id) ?? []).filter(isAsked), isAny, at)))
  return most((row) => isItsOwn(row, link), false) || most((row) => !isSomebodys(row, link), true)
}

type Terms = EarningTerms['programmes'] extends ReadonlyMap<string, infer T> ? T : never

/**
 * The programmes that may give it something: its own, and those by invitation that she is in or left less than 30 days ago (ATT-15). None
 * where the terms by which it is judged refuse her, or are not in force.
 */
function programmesOf({ programme, creator }: EarningLink, { programmes, members }: EarningTerms, at: Date): Terms[] {
  const own = programme === null ? undefined : programmes.get(programme)
  if (!own) return []
  const judged = termsFor(creator, own, { programmes, members }, at)
  const isRefused = judged.id === own.id && refusesMember(own, creator, at, members)
  if (isRefused || judged.status !== 'active') return []
  const since = at.getTime() - noticeMs
  const deals = members.flatMap(({ creatorId, programmeId, stays = [] }) => {
    const deal = creatorId === creator ? programmes.get(programmeId) : undefined
    const runs = deal?.status === 'active' && deal.joining === 'invited'
    return deal && stays.some(({ until }) => (until === null ? runs : until.getTime() > since)) ? [deal] : []
  })
  return [own, ...deals.filter(({ id }) => id !== own.id)]
}

function mostOf(programme: Terms, log: readonly LoggedRate[], isAny: boolean, at: Date): number {
  const { rateBps, indirectRateBps = null, tierBps, capBps = defaultCapBps } = programme
  const now = { rateBps, indirectRateBps: isAny ? indirectRateBps : null, tierBps: isAny ? [...tierBps.values()] : [] }
  return Math.min(capBps, mostRate(now, log, at))
}

/** About her, this link, its product, or everything that the programme pays for. */
const isItsOwn = (row: LoggedRate, link: EarningLink): boolean =>
  row.source === 'product'
    ? row.target === link.product
    : isOneOf(row)
      ? !isSomebodys(row, link)
      : row.source === 'programme' && row.target === null

/** About another link, or another creator. */
const isSomebodys = (row: LoggedRate, { id, creator }: EarningLink): boolean =>
  isOneOf(row) && row.target !== (row.source === 'link' ? id : creator)

const isOneOf = ({ source }: LoggedRate): boolean => source === 'link' || source === 'creator' || source === 'invited'
