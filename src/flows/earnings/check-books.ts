import type { Ctx } from '../../context.ts'
import { groupBy } from '../../lib/group.ts'
import { exchangesOfOrders, exchangesPaidBy } from '../../modules/checkout/store/exchanges.ts'
import {
  movementsOf,
  movementsOfOrders,
  ordersAfter,
  ordersByIds,
  stockLevelsOf,
  variantsAfter,
} from '../../modules/checkout/store/walk.ts'
import { checkLines, checkStock, type Finding } from '../../modules/ledger/index.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { paymentsOfOrders, refundsOfOrders } from '../../modules/payments/store.ts'
import { checkConversions } from './check-conversions.ts'
import { checkCorrections } from './check-corrections.ts'
import { checkEntries } from './check-entries.ts'
import { checkGrants } from './check-grants.ts'
import { checkHolds } from './check-holds.ts'
import { checkOrder, linesForBooks, wasPaid } from './check-order.ts'
import { checkPayouts } from './check-payouts.ts'
import { checkClicks, checkPieceStats, PieceSums } from './check-piece-stats.ts'
import { checkSeals } from './check-seals.ts'
import { steady } from './steady.ts'

/** What was looked at and what cannot be right. No findings means that the books balance. */
export interface BooksReport {
  findings: Finding[]
  figures: {
    orders: number
    paidOrders: number
    entries: number
    /** Seals over the entries: what comes after the last is not sealed yet. */
    seals: number
    payouts: number
    variants: number
    pieces: number
  }
}

type Reads = Pick<Ctx, 'req'>
const batch = 50

/**
 * Proves the books from all the rows there are, in batches: every transaction sums to zero and is in the shape of its kind, every
 * paid line has exactly its one accrual and the reversals that its refunds make, bonuses and payouts have their entries, payments pay their orders, no more goes back than came, stock is the
 * sum of its movements and explained by orders, pieces' counters agree with entries and touches (ATT-26, ATT-28, ATT-32). Reads
 * only and takes no lock; what a write in between makes look wrong is looked at again before it is called wrong.
 */
export async function checkBooks(ctx: Reads): Promise<BooksReport> {
  const sums = new PieceSums()
  const orders = await walkOrders(ctx, sums)
  const payouts = await checkPayouts(ctx)
  const entries = await checkEntries(ctx, sums)
  const seals = await checkSeals(ctx)
  const stock = await walkStock(ctx)
  const conversions = await checkConversions(ctx, sums)
  const stats = await checkPieceStats(ctx, sums)
  return {
    findings: [
      ...[orders, payouts, entries, seals, stock].flatMap(({ findings }) => findings),
      ...(await checkGrants(ctx)),
      ...(await checkCorrections(ctx)),
      ...(await checkHolds(ctx)),
      ...stats,
      ...(await checkClicks(ctx)),
      ...conversions,
    ],
    figures: {
      ...{ orders: orders.count, paidOrders: orders.paid, entries: entries.count, seals: seals.count, payouts: payouts.count },
      ...{ variants: stock.count, pieces: sums.size },
    },
  }
}

async function walkOrders(ctx: Reads, sums: PieceSums) {
  const result = { findings: [] as Finding[], count: 0, paid: 0 }
  for (let after = ''; ; ) {
    const orders = await ordersAfter(await ctx.req(), after, batch)
    if (orders.length === 0) return result
    const ids = orders.map(({ id }) => id)
    result.findings.push(...(await steady(() => checkOrders(ctx, ids))))
    result.count += orders.length
    result.paid += orders.filter(wasPaid).length
    for (const order of orders) if (wasPaid(order)) sums.countOrder(order.lines)
    after = ids.at(-1)!
  }
}

async function checkOrders(ctx: Reads, ids: string[]): Promise<Finding[]> {
  const req = await ctx.req()
  const orders = await ordersByIds(req, ids)
  const payments = groupBy(await paymentsOfOrders(req, ids), ({ order }) => order)
  const refunds = groupBy(await refundsOfOrders(req, ids), ({ order }) => order)
  const movements = groupBy(await movementsOfOrders(req, ids), ({ order }) => order)
  const exchanges = groupBy(await exchangesOfOrders(req, ids), ({ order }) => order)
  const paying = orders.flatMap(({ id, exchangeOf }) => (exchangeOf ? [id] : []))
  const paidFor = groupBy(await exchangesPaidBy(req, paying), ({ paidBy }) => paidBy!)
  const entries = await entriesOfLines(
    req,
    orders.flatMap(({ lines }) => lines.map(({ id }) => String(id))),
  )
  const books = orders.map((order) => ({
    order,
    payments: payments.get(order.id) ?? [],
    refunds: refunds.get(order.id) ?? [],
    movements: movements.get(order.id) ?? [],
    exchanges: exchanges.get(order.id) ?? [],
    paidFor: paidFor.get(order.id) ?? [],
  }))
  return [...books.flatMap(checkOrder), ...checkLines(entries, books.flatMap(linesForBooks))]
}

async function walkStock(ctx: Reads) {
  const result = { findings: [] as Finding[], count: 0 }
  for (let after = ''; ; ) {
    const variants = await variantsAfter(await ctx.req(), after, batch)
    if (variants.length === 0) return result
    const check = async () => {
      const req = await ctx.req()
      return checkStock(await stockLevelsOf(req, variants), await movementsOf(req, variants))
    }
    result.findings.push(...(await steady(check)))
    result.count += variants.length
    after = variants.at(-1)!
  }
}
