import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import type { ClaimedLine } from '../../modules/attribution/index.ts'
import { ordersOfDays, ordersOfNumber } from '../../modules/checkout/store/hinted-orders.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { wasPaid } from '../earnings/check-order.ts'
import { startOfDay } from '../operations/start-of-day.ts'
import { decisionOf } from '../payments/line-decision.ts'
import { siteTimeZone } from '../payments/site-day.ts'

const day = 86_400_000

/**
 * The order lines that a creator's hint may mean (ATT-40): of the order with that number, else of the orders of that day and the days beside
 * it; where she names a product, only lines whose title has those words. Lines without a frozen decision say nothing.
 */
export async function claimedLines(
  req: PayloadRequest,
  creator: string,
  { number, product, day: on }: { number: string; product: string; day: string },
): Promise<ClaimedLine[]> {
  const orders = number !== '' ? await ordersOfNumber(req, number) : await near(req, on)
  const named = (title: string) => product === '' || title.toLowerCase().includes(product.toLowerCase())
  const lines = orders.flatMap((order) => order.lines.filter(({ title }) => named(title)).map((line) => ({ order, line })))
  const entries = (
    await entriesOfLines(
      req,
      lines.filter(({ order }) => wasPaid(order)).map(({ line }) => String(line.id)),
    )
  ).filter((entry) => entry.creator === creator && (entry.kind === 'accrue' || entry.sourceKind === 'refund_line'))
  return lines.flatMap(({ order, line }) => claimed(order, line, entries))
}

async function near(req: PayloadRequest, on: string): Promise<OrderRow[]> {
  const start = startOfDay(on, await siteTimeZone(req))
  return ordersOfDays(req, { from: new Date(start.getTime() - day), to: new Date(start.getTime() + 2 * day) })
}

function claimed(
  order: OrderRow,
  line: OrderRow['lines'][number],
  entries: readonly { orderLine: string | null; amount: number }[],
): ClaimedLine[] {
  const decision = decisionOf(line)
  if (!decision) return []
  const lineId = String(line.id)
  const own = entries.filter(({ orderLine }) => orderLine === lineId)
  const undone = own.length > 0 && own.reduce((sum, { amount }) => sum + amount, 0) === 0
  const { commission } = line
  return [{ orderId: order.id, lineId, productId: idOf(line.product), decision, commission, paid: wasPaid(order), undone }]
}
