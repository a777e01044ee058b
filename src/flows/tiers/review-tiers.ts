import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { isDuplicateKey } from '../../database/duplicate-key.ts'
import { halfEven } from '../../lib/prorate.ts'
import { findTierScale, type TierScale } from '../../modules/attribution/store/tier-scale.ts'
import { orderDates } from '../../modules/checkout/store/order-dates.ts'
import { noTier, pairsOf, standing, type TierMove, tierMove } from '../../modules/ledger/index.ts'
import { creatorsInBooks } from '../../modules/ledger/store/creators.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { insertTier, tierRows } from '../../modules/ledger/store/tiers.ts'
import { entriesOfCreator } from '../../modules/ledger/store.ts'
import { notify } from '../accounts/notify.ts'
import { startOfDay } from '../operations/start-of-day.ts'
import { siteDay, siteTimeZone } from '../payments/site-day.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'

/** Days of sales that make a tier. */
const trailing = 90

/**
 * ATT-35, once a day: the tier of every creator by the net sales of 90 days that buyers have received. The shop has one scale, that of
 * its default programme (else of the oldest with tiers); other programmes give their own rates to the same names. Up at once; down at
 * the end of a month with seven days of notice. One row for each creator and day: running twice changes nothing. Answers how many moved.
 */
export async function reviewTiers(ctx: Ctx): Promise<number> {
  const req = await ctx.req()
  const scale = await findTierScale(req)
  if (!scale) return 0
  let moved = 0
  for (const creator of await creatorsInBooks(req)) moved += (await review(ctx, scale, creator)) ? 1 : 0
  return moved
}

async function review(ctx: Ctx, scale: TierScale, creator: string): Promise<boolean> {
  const req = await ctx.req()
  const now = ctx.clock.now()
  const { currency } = await readPayoutSettings(req)
  const sales = await netSales(req, creator, currency, now)
  const rows = (await tierRows(req, [creator])).get(creator) ?? []
  const day = await siteDay(req, now)
  const move = tierMove(scale.tiers, rows, sales, now, await monthEnds(req, day))
  if (!move) return false
  try {
    await ctx.tx('move tier', async (inner) => {
      await insertTier(inner, { creator, tier: move.tier, sales, currency, from: move.from, at: now, day })
      await tell(inner, creator, scale, move)
    })
    return true
  } catch (error) {
    // Somebody else looked today.
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/** Base of what she brought, that buyers received in the last 90 days and did not return; of a shared line her part of it. */
async function netSales(req: PayloadRequest, creator: string, currency: string, now: Date): Promise<number> {
  const entries = (await entriesOfCreator(req, creator)).filter((entry) => entry.currency === currency && !entry.test)
  const pairs = [...pairsOf(creator, entries).values()].flatMap((list) => {
    const { first, net } = standing(creator, list)
    return first.kind === 'accrue' && first.rate && first.order && net > 0 ? [{ order: first.order, rate: first.rate, net }] : []
  })
  const dates = await orderDates(req, [...new Set(pairs.map(({ order }) => order))])
  const since = now.getTime() - trailing * 86_400_000
  return pairs.reduce((sum, { order, rate, net }) => {
    const received = dates.get(order)?.receivedAt?.getTime()
    if (received === undefined || received < since || received > now.getTime()) return sum
    return sum + halfEven(BigInt(rate.base) * BigInt(net), BigInt(Math.max(1, rate.commission)))
  }, 0)
}

/** The ends of this and the next month of the shop's calendar. */
async function monthEnds(req: PayloadRequest, day: string): Promise<Date[]> {
  const zone = await siteTimeZone(req)
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return [1, 2].map((ahead) => startOfDay(new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 10), zone))
}

async function tell(
  req: PayloadRequest,
  creator: string,
  { name: programme, tiers }: TierScale,
  { tier, from, direction }: TierMove,
): Promise<void> {
  const userId = await userOfCreator(req, creator)
  if (!userId) return
  const name = tier === noTier ? '' : tier
  const rateBps = tiers.find((one) => one.name === tier)?.rateBps ?? 0
  if (direction === 'up') await notify(req, { userId, kind: 'tier-up', data: { programme, tier: name, rateBps } })
  else if (direction === 'down') await notify(req, { userId, kind: 'tier-down', data: { programme, tier: name, from: from.toISOString() } })
  else await notify(req, { userId, kind: 'tier-kept', data: { programme, tier: name } })
}
