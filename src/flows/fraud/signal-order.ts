import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { findOrder, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import { salesToldBetween } from '../../modules/conversions/store/sales.ts'
import type { ConversionRow } from '../../modules/conversions/store.ts'
import { orderSignals } from '../../modules/fraud/index.ts'
import { readLists } from '../../modules/fraud/store/lists.ts'
import { paidBetween } from '../../modules/fraud/store/paid.ts'
import { insertSignal, knownSignals } from '../../modules/fraud/store/signals.ts'
import { moveMark, readMark } from '../../modules/operations/store/marks.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { type PartOfOrder, partsOfOrder } from './order-facts.ts'
import { partsOfSale } from './sale-facts.ts'
import { applyConsequence } from './subject.ts'

const mark = 'fraud:paid-until'
/** Orders whose payment was just being committed when the last look was taken are looked for again. */
const overlap = 5 * 60_000
/** How far back the very first look goes, and the first after a long time off. */
const longest = 30 * 86_400_000
const part = 50

/** Orders and told sales that one process has looked at, with the time of their payment, or at which they were told. */
type Seen = Map<string, string>

export interface Looked {
  /** Of ours, and sales elsewhere. */
  orders: number
  signals: number
}

/**
 * ATT-37: looks at the orders that were paid, and the sales that other shops told, since the last look, off the way of buying: nothing is payable for days yet, so that a
 * minute is early. Each order in a transaction of its own; a signal is told once. Answers how many orders were looked at and signals found.
 */
export function signalPaidOrders(ctx: Ctx): Promise<Looked> {
  return look(ctx, new Map())
}

/** The same again and again in one process: what a look has seen, the next passes over. */
export function paidOrderLooks(): (ctx: Ctx) => Promise<Looked> {
  const seen: Seen = new Map()
  return (ctx) => look(ctx, seen)
}

async function look(ctx: Ctx, seen: Seen): Promise<Looked> {
  const now = ctx.clock.now()
  const since = new Date(Math.max(now.getTime() - longest, ((await readMark(await ctx.req(), mark)) ?? 0) - overlap))
  for (const [id, at] of seen) if (at < since.toISOString()) seen.delete(id)
  const done: Looked = { orders: 0, signals: 0 }
  await lookAtPaid(ctx, seen, { since, now }, done)
  await lookAtTold(ctx, seen, { since, now }, done)
  await ctx.tx('mark looked-at orders', (req) => moveMark(req, mark, now.getTime()))
  return done
}

type Span = Record<'since' | 'now', Date>

async function lookAtPaid(ctx: Ctx, seen: Seen, { since, now }: Span, done: Looked): Promise<void> {
  for (let after = { paidAt: since.toISOString(), id: '' }; ; ) {
    const paid = await paidBetween(await ctx.req(), after, now, part)
    const last = paid.at(-1)
    if (!last) break
    for (const { id, paidAt } of paid.filter((one) => !seen.has(one.id))) {
      const order = await findOrder(await ctx.req(), id)
      if (order) done.signals += await signalOrder(ctx, order)
      seen.set(id, paidAt)
      done.orders += 1
    }
    after = last
  }
}

async function lookAtTold(ctx: Ctx, seen: Seen, { since, now }: Span, done: Looked): Promise<void> {
  for (let after = { at: since.toISOString(), id: '' }; ; ) {
    const told = await salesToldBetween(await ctx.req(), after, now, part)
    const last = told.at(-1)
    if (!last) break
    for (const sale of told.filter(({ id }) => !seen.has(id))) {
      done.signals += await signalSale(ctx, sale)
      seen.set(sale.id, sale.at)
      done.orders += 1
    }
    after = last
  }
}

/** Looks at one paid order. Answers how many signals are new. */
export async function signalOrder(ctx: Ctx, order: OrderRow): Promise<number> {
  if (order.test || !order.lines.some(({ commission }) => commission > 0)) return 0
  const req = await ctx.req()
  return signalParts(ctx, order, await partsOfOrder(req, order))
}

/** Looks at one sale that another shop told. Answers how many signals are new. */
export async function signalSale(ctx: Ctx, sale: ConversionRow): Promise<number> {
  return signalParts(ctx, sale, await partsOfSale(await ctx.req(), sale))
}

async function signalParts(ctx: Ctx, order: { id: string }, parts: readonly PartOfOrder[]): Promise<number> {
  const found = parts.length === 0 ? [] : await findSignals(await ctx.req(), order, parts)
  if (found.length === 0) return 0
  return againOnDuplicate(() => ctx.tx('signal order', (req) => keep(req, order, found, ctx.clock.now())))
}

async function findSignals(req: PayloadRequest, order: { id: string }, parts: readonly PartOfOrder[]) {
  const lists = await readLists(req)
  return parts.flatMap(({ creator, facts }) =>
    orderSignals(facts, lists).map((signal) => ({ ...signal, key: `${signal.code}:${order.id}:${creator}`, creator, order: order.id })),
  )
}

async function keep(req: PayloadRequest, order: { id: string }, found: Awaited<ReturnType<typeof findSignals>>, at: Date): Promise<number> {
  const known = await knownSignals(
    req,
    found.map(({ key }) => key),
  )
  const fresh = found.filter(({ key }) => !known.has(key))
  for (const signal of fresh) await insertSignal(req, { ...signal, at })
  for (const creator of new Set(fresh.map((signal) => signal.creator))) await applyConsequence(req, { creator, order: order.id }, at)
  return fresh.length
}
