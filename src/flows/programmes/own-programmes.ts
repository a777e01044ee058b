import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { fallsAhead, type RateAsked, rateAt, termsFor } from '../../modules/attribution/index.ts'
import { listMembers, listProgrammes, listRates, type ProgrammeRow, type RateRow } from '../../modules/attribution/store/programme-rows.ts'
import { findTitles } from '../../modules/attribution/store/promoted.ts'
import { findPromoterProgramme } from '../../modules/attribution/store/promoter-programme.ts'
import { type BothNames, namesOfTargets } from '../../modules/attribution/store/rate-targets.ts'
import { findRateChanges } from '../../modules/attribution/store/terms.ts'
import { findProgrammes } from '../../modules/attribution/store.ts'
import { askedOf, type Wanted } from './asked-rate.ts'
import { type Earning, readEarning } from './earning.ts'

/** A programme as a creator sees it: her own terms, nobody else's. */
export interface OwnProgramme {
  id: string
  name: BothNames
  /** `standard`: every creator is in it without joining. */
  status: 'standard' | 'none' | 'invited' | 'active' | 'left' | 'removed'
  joining: 'open' | 'invited'
  closed: boolean
  /** The programme by invitation by whose terms her links under this one are judged; null for its own (ATT-14). */
  deal: BothNames | null
  /** Her rate on what she promotes, and what newcomers get when that is less (ATT-15). Basis points. */
  rateBps: number
  newcomerBps: number | null
  indirectRateBps: number | null
  model: ProgrammeRow['model']
  couponRule: ProgrammeRow['couponRule']
  windowDays: number
  cartDays: number
  bindDays: number
  holdDays: number
  tier: string | null
  tiers: ProgrammeRow['tiers']
  /** What she gets for products and categories that have a rate of their own, where it differs. */
  ownRates: { source: RateRow['source']; name: BothNames | null; bps: number }[]
  /** Cuts that were announced and do not reach what she promotes yet; without a name, for all but what is named. */
  cuts: { name: BothNames | null; fromBps: number; toBps: number; on: string }[]
}

/** The programmes that a creator is in, may join, or was invited to; none for who has no profile. What it says of rates is what an order gets. */
export async function ownProgrammes(ctx: Ctx, actor: Actor): Promise<Result<{ programmes: OwnProgramme[] }>> {
  const { creatorId } = actor
  if (!actor.userId) return fail('unauthenticated', 'Log in to see your programmes.')
  if (!creatorId) return ok({ programmes: [] })
  const req = await ctx.req()
  const now = ctx.clock.now()
  const members = new Map((await listMembers(req, { creator: { equals: creatorId } })).map((row) => [row.programme, row]))
  const promoters = (await findPromoterProgramme(req))?.id ?? null
  const rows = await listProgrammes(req)
  const earning = await readAll(req, creatorId, rows, now)
  const programmes: OwnProgramme[] = []
  for (const row of rows) {
    const status = members.get(row.id)?.status ?? (row.isDefault ? 'standard' : 'none')
    const mayJoin = row.status === 'active' && row.joining === 'open'
    if (row.id === promoters || (status === 'none' && !mayJoin)) continue
    const terms = termsOf(earning, creatorId, rows, row, now)
    const tier = earning.facts.ranks.get(creatorId)?.at(-1)?.tier ?? null
    programmes.push({
      ...{ id: row.id, name: namesOf(row), status, joining: row.joining, closed: row.status === 'closed' },
      deal: terms.id === row.id ? null : namesOf(terms),
      indirectRateBps: terms.indirectRateBps,
      ...{ model: terms.model, couponRule: terms.couponRule, windowDays: terms.windowDays, cartDays: terms.cartDays },
      ...{ bindDays: terms.bindDays, holdDays: terms.holdDays, tiers: row.tiers },
      tier: row.tiers.some(({ name }) => name === tier) ? tier : null,
      ...(await ratesOf(req, earning, { creatorId, programmes: [row.id, terms.id] }, now)),
    })
  }
  return ok({ programmes })
}

const namesOf = ({ zh, en }: ProgrammeRow): BothNames => ({ zh, en })

/** What she earns on, with the rates of programmes that she does not promote under, too. */
async function readAll(req: PayloadRequest, creator: string, rows: readonly ProgrammeRow[], at: Date): Promise<Earning> {
  const { wanted, facts } = await readEarning(req, { creator }, at)
  const ids = rows.map(({ id }) => id)
  return { wanted, facts: { ...facts, programmes: await findProgrammes(req, ids), rates: await findRateChanges(req, ids) } }
}

function termsOf({ facts }: Earning, creatorId: string, rows: readonly ProgrammeRow[], row: ProgrammeRow, now: Date): ProgrammeRow {
  const own = facts.programmes.get(row.id)
  const terms = own ? termsFor(creatorId, own, facts, now).id : row.id
  return rows.find(({ id }) => id === terms) ?? row
}

/** Her rates under a programme: in general, for goods that have their own, and what is about to fall. */
async function ratesOf(
  req: PayloadRequest,
  { wanted, facts }: Earning,
  { creatorId, programmes }: { creatorId: string; programmes: readonly [string, string] },
  now: Date,
): Promise<Pick<OwnProgramme, 'rateBps' | 'newcomerBps' | 'ownRates' | 'cuts'>> {
  const hers = wanted.filter(({ ownProgrammeId, scope }) => ownProgrammeId === programmes[0] && scope === 'direct')
  const begunAt = hers.find(({ productId }) => productId === '')?.begunAt ?? null
  const general = { ownProgrammeId: programmes[0], creatorId, linkId: null, productId: '', scope: 'direct', begunAt } as const
  const asked = askedOf(facts, general)!
  const rate = rateAt(asked, now)
  const log = (await Promise.all([...new Set(programmes)].map((id) => listRates(req, id)))).flat()
  const names = await namesOfTargets(req, log)
  const goods = standingOf(log).flatMap((row) => {
    const about = row.source === 'product' ? { productId: row.target! } : row.source === 'collection' ? { categoryId: row.target } : null
    if (!about) return []
    const found = rateAt(forGoods(asked, about, facts.promoting.product(creatorId, row.target ?? '')), now)
    const name = names.get(`${row.source} ${row.target}`) ?? null
    return found.bps === rate.bps ? [] : [{ source: found.source, name, bps: found.bps }]
  })
  return {
    rateBps: rate.bps,
    newcomerBps: rate.newcomerBps ?? null,
    ownRates: goods,
    cuts: await cutsOf(req, { wanted: hers, facts }, asked, now),
  }
}

/** The general question about certain goods; those that she promotes by a link count since then. */
const forGoods = (asked: RateAsked, about: { productId: string } | { categoryId: string | null }, since: Date | null): RateAsked => ({
  ...asked,
  ...about,
  promotingSince: 'productId' in about ? since : asked.promotingSince,
})

/** The cuts of goods in general, then those that only some of hers have. */
async function cutsOf(req: PayloadRequest, { wanted, facts }: Earning, general: RateAsked, now: Date): Promise<OwnProgramme['cuts']> {
  const all = fallsAhead(general, now)
  const titles = await findTitles(req, [...new Set(wanted.flatMap(({ productId }) => (productId ? [productId] : [])))])
  const own = wanted
    .filter(({ productId }) => productId !== '')
    .flatMap((one: Wanted) => {
      const asked = askedOf(facts, one)
      return (asked ? fallsAhead(asked, now) : []).map((fall) => ({ ...fall, name: titles.get(one.productId) ?? null }))
    })
  const isGeneral = ({ fromBps, toBps, on }: (typeof own)[number]) =>
    all.some((fall) => fall.fromBps === fromBps && fall.toBps === toBps && fall.on.getTime() === on.getTime())
  return [...all.map((fall) => ({ ...fall, name: null })), ...own.filter((fall) => !isGeneral(fall))].map(({ on, ...cut }) => ({
    ...cut,
    on: on.toISOString(),
  }))
}

/** The newest row of each source and target, of a log with the newest first, where a rate of its own stands. */
function standingOf(log: readonly RateRow[]): RateRow[] {
  const seen = new Set<string>()
  return log.filter(({ programme, source, target, toBps }) => {
    const key = `${programme} ${source} ${target}`
    return !seen.has(key) && seen.add(key) && toBps !== null
  })
}
