import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { findOrder, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import { orderSignals } from '../../modules/fraud/index.ts'
import { readLists } from '../../modules/fraud/store/lists.ts'
import { paidBetween } from '../../modules/fraud/store/paid.ts'
import { insertSignal, knownSignals } from '../../modules/fraud/store/signals.ts'
import { moveMark, readMark } from '../../modules/operations/store/marks.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { partsOfOrder } from './order-facts.ts'
import { applyConsequence } from './subject.ts'

const mark = 'fraud:paid-until'
/** Orders whose payment was just being committed when the last look was taken are looked for again. */
const overlap = 5 * 60_000
/** How far back the very first look goes, and the first after a long time off. */
const longest = 30 * 86_400_000
const part = 50

/** Orders that one process has looked at, with the time of their payment. */
type Seen = Map<string, string>

export interface Looked {
  orders: number
  signals: number
}

/**
 * ATT-37: looks at the orders that were paid since the last look, off the way of buying: nothing is payable for days yet, so that a
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
  for (const [id, paidAt] of seen) if (paidAt < since.toISOString()) seen.delete(id)
  const done: Looked = { orders: 0, signals: 0 }
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
  await ctx.tx('mark looked-at orders', (req) => moveMark(req, mark, now.getTime()))
  return done
}

/** Looks at one paid order. Answers how many signals are new. */
export async function signalOrder(ctx: Ctx, order: OrderRow): Promise<number> {
  if (order.test || !order.lines.some(({ commission }) => commission > 0)) return 0
  const found = await findSignals(await ctx.req(), order)
  if (found.length === 0) return 0
  return againOnDuplicate(() => ctx.tx('signal order', (req) => keep(req, order, found, ctx.clock.now())))
}

async function findSignals(req: PayloadRequest, order: OrderRow) {
  const lists = await readLists(req)
  const parts = await partsOfOrder(req, order)
  return parts.flatMap(({ creator, facts }) =>
    orderSignals(facts, lists).map((signal) => ({ ...signal, key: `${signal.code}:${order.id}:${creator}`, creator, order: order.id })),
  )
}

async function keep(req: PayloadRequest, order: OrderRow, found: Awaited<ReturnType<typeof findSignals>>, at: Date): Promise<number> {
  const known = await knownSignals(
    req,
    found.map(({ key }) => key),
  )
  const fresh = found.filter(({ key }) => !known.has(key))
  for (const signal of fresh) await insertSignal(req, { ...signal, at })
  for (const creator of new Set(fresh.map((signal) => signal.creator))) await applyConsequence(req, { creator, order: order.id }, at)
  return fresh.length
}
