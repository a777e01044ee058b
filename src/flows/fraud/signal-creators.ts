import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { dayIn } from '../../lib/calendar.ts'
import { type CreatorPast, creatorSignals } from '../../modules/fraud/index.ts'
import { creditedOrders, ownersOfCoupons, type PastOrder, sharedPayouts } from '../../modules/fraud/store/past.ts'
import { insertSignal, knownSignals } from '../../modules/fraud/store/signals.ts'
import { pairsOf } from '../../modules/ledger/index.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { countClicks } from '../../modules/touches/store/read.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { siteTimeZone } from '../payments/site-day.ts'
import { creditedSales } from './credited-sales.ts'
import { applyConsequence } from './subject.ts'

const day = 86_400_000
/** Orders whose entries are read at a time. */
const part = 100

/**
 * ATT-37, every night: what looks wrong about a creator over 7, 28 and 90 days. One signal of a kind is told once a month. Answers how many
 * creators were looked at and signals found.
 */
export async function signalCreators(ctx: Ctx): Promise<{ creators: number; signals: number }> {
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - 90 * day)
  const [orders, sales] = [await creditedOrders(ctx, since), await creditedSales(ctx, since)]
  const req = await ctx.req()
  const shared = await sharedPayouts(req)
  const owners = await ownersOfCoupons(req)
  const dayOf = dayIn(await siteTimeZone(req))
  const month = dayOf(now).slice(0, 7)
  const done = { creators: 0, signals: 0 }
  for (const creator of [...new Set([...orders.keys(), ...sales.keys(), ...shared.keys()])].sort()) {
    const past = await pastOf(ctx, creator, {
      list: [...(orders.get(creator) ?? []), ...(sales.get(creator) ?? [])],
      samePayout: shared.get(creator) ?? 0,
      owners,
      dayOf,
      now,
    })
    const found = creatorSignals(past).map((signal) => ({ ...signal, key: `${signal.code}:${creator}:${month}`, creator, order: null }))
    done.creators += 1
    if (found.length > 0) done.signals += await againOnDuplicate(() => ctx.tx('signal creator', (own) => keep(own, creator, found, now)))
  }
  return done
}

interface PastFacts {
  list: readonly PastOrder[]
  samePayout: number
  owners: ReadonlyMap<string, string>
  dayOf: (at: Date) => string
  now: Date
}

async function pastOf(ctx: Ctx, creator: string, { list, samePayout, owners, dayOf, now }: PastFacts): Promise<CreatorPast> {
  const since7 = new Date(now.getTime() - 7 * day)
  const recent = list.filter(({ placedAt }) => placedAt >= since7.toISOString())
  return {
    orders: list.length,
    undone: await countUndone(ctx, creator, list),
    couponDays: byDay(
      list.filter(({ coupon }) => coupon && owners.get(coupon) === creator),
      dayOf,
      now,
    ),
    clicks: await countClicks(await ctx.req(), creator, since7),
    clickOrders: recent.length,
    samePayout,
  }
}

/** Orders of which nothing that she was credited is left. A payout is no undoing. */
async function countUndone(ctx: Ctx, creator: string, list: readonly PastOrder[]): Promise<number> {
  let undone = 0
  for (let from = 0; from < list.length; from += part) {
    const some = list.slice(from, from + part)
    const entries = await entriesOfLines(
      await ctx.req(),
      some.flatMap(({ lineIds }) => lineIds),
    )
    const pairs = pairsOf(
      creator,
      entries.filter(({ kind, sourceKind }) => kind === 'accrue' || sourceKind === 'refund_line' || sourceKind === 'adjustment'),
    )
    undone += some.filter(({ lineIds }) => {
      const own = lineIds.flatMap((line) => pairs.get(line) ?? [])
      return own.length > 0 && own.reduce((sum, { amount }) => sum + amount, 0) === 0
    }).length
  }
  return undone
}

/** Orders of each of the 28 days up to today, by the shop's calendar. */
function byDay(list: readonly PastOrder[], dayOf: (at: Date) => string, now: Date): number[] {
  const days = Array.from({ length: 28 }, (_, index) => dayOf(new Date(now.getTime() - (27 - index) * day)))
  const counts = new Map<string, number>()
  for (const { placedAt } of list) {
    const name = dayOf(new Date(placedAt))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return days.map((name) => counts.get(name) ?? 0)
}

type NewOnes = { key: string; creator: string; order: null; code: string; points: number; facts: CreatorFacts }[]
type CreatorFacts = ReturnType<typeof creatorSignals>[number]['facts']

async function keep(req: PayloadRequest, creator: string, found: NewOnes, at: Date): Promise<number> {
  const known = await knownSignals(
    req,
    found.map(({ key }) => key),
  )
  const fresh = found.filter(({ key }) => !known.has(key))
  for (const signal of fresh) await insertSignal(req, { ...signal, at })
  if (fresh.length > 0) await applyConsequence(req, { creator, order: null }, at)
  return fresh.length
}
