import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { noticeMs, type RateAsked, rateAt } from '../../modules/attribution/index.ts'
import { listMembers, listProgrammes, listRates, type ProgrammeRow, type RateRow } from '../../modules/attribution/store/programme-rows.ts'
import { findPromoterProgramme } from '../../modules/attribution/store/promoter-programme.ts'
import { findPromoting } from '../../modules/attribution/store/promoting.ts'
import { type BothNames, namesOfTargets } from '../../modules/attribution/store/rate-targets.ts'
import { findTiers } from '../../modules/attribution/store/terms.ts'

/** A programme as a creator sees it: her own terms, nobody else's. */
export interface OwnProgramme {
  id: string
  name: BothNames
  /** `standard`: every creator is in it without joining. */
  status: 'standard' | 'none' | 'invited' | 'active' | 'left' | 'removed'
  joining: 'open' | 'invited'
  closed: boolean
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
  /** Rates that differ for some products or for her, as they stand. */
  ownRates: { source: RateRow['source']; name: BothNames | null; bps: number }[]
  /** Cuts that were announced and do not reach what she promotes yet. */
  cuts: { name: BothNames | null; fromBps: number; toBps: number; on: string }[]
}

/** The programmes that a creator is in, may join, or was invited to; none for who has no profile. */
export async function ownProgrammes(ctx: Ctx, actor: Actor): Promise<Result<{ programmes: OwnProgramme[] }>> {
  const { creatorId } = actor
  if (!actor.userId) return fail('unauthenticated', 'Log in to see your programmes.')
  if (!creatorId) return ok({ programmes: [] })
  const req = await ctx.req()
  const now = ctx.clock.now()
  const members = new Map((await listMembers(req, { creator: { equals: creatorId } })).map((row) => [row.programme, row]))
  const promoters = (await findPromoterProgramme(req))?.id ?? null
  const promotingSince = (await findPromoting(req, [creatorId])).anything(creatorId)
  const tier = (await findTiers(req, [creatorId], now)).get(creatorId) ?? null
  const programmes: OwnProgramme[] = []
  for (const row of await listProgrammes(req)) {
    const status = members.get(row.id)?.status ?? (row.isDefault ? 'standard' : 'none')
    const mayJoin = row.status === 'active' && row.joining === 'open'
    if (row.id === promoters || (status === 'none' && !mayJoin)) continue
    const log = await listRates(req, row.id)
    const tierBps = row.tiers.find(({ name }) => name === tier)?.rateBps ?? null
    const asked: RateAsked = {
      ...{ programmeBps: row.rateBps, indirectBps: row.indirectRateBps, scope: 'direct', creatorId, promotingSince },
      ...{ linkId: null, productId: '', categoryId: null, tier: tier === null ? null : { name: tier, bps: tierBps } },
    }
    const rate = rateAt(log, asked, now)
    const names = await namesOfTargets(req, log)
    const isHers = ({ source, target }: RateRow) =>
      source === 'creator' || source === 'invited' ? target === creatorId : source === 'group' ? target === tier : source !== 'link'
    const own = newestOf(log.filter(isHers))
    const nameOf = ({ source, target }: RateRow) => names.get(`${source} ${target}`) ?? null
    programmes.push({
      ...{ id: row.id, name: { zh: row.zh, en: row.en }, status, joining: row.joining, closed: row.status === 'closed' },
      ...{ rateBps: rate.bps, newcomerBps: rate.newcomerBps ?? null, indirectRateBps: row.indirectRateBps },
      ...{ model: row.model, couponRule: row.couponRule, windowDays: row.windowDays, cartDays: row.cartDays },
      ...{ bindDays: row.bindDays, holdDays: row.holdDays, tier: tierBps === null ? null : tier, tiers: row.tiers },
      ownRates: own.flatMap((one) =>
        one.source === 'programme' || one.toBps === null ? [] : [{ source: one.source, name: nameOf(one), bps: one.toBps }],
      ),
      cuts: own.flatMap((one) => cutOf(one, row.rateBps, now).map((cut) => ({ ...cut, name: nameOf(one) }))),
    })
  }
  return ok({ programmes })
}

function newestOf(log: readonly RateRow[]): RateRow[] {
  const seen = new Set<string>()
  return log.filter(({ source, target }) => {
    const key = `${source} ${target}`
    return !seen.has(key) && seen.add(key)
  })
}

function cutOf(row: RateRow, standsIn: number, now: Date): { fromBps: number; toBps: number; on: string }[] {
  const [fromBps, toBps] = [row.fromBps ?? standsIn, row.toBps ?? standsIn]
  const on = new Date(row.announcedAt.getTime() + noticeMs)
  return toBps < fromBps && on > now ? [{ fromBps, toBps, on: on.toISOString() }] : []
}
