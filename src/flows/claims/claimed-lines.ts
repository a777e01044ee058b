import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import type { ClaimedLine } from '../../modules/attribution/index.ts'
import { ordersOfDays, ordersOfNumber } from '../../modules/checkout/store/hinted-orders.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { salesOfDays, salesOfNumber } from '../../modules/conversions/store/sales.ts'
import type { ConversionRow } from '../../modules/conversions/store.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { saleDecisionOf } from '../conversions/countable.ts'
import { numberElsewhere } from '../conversions/sale-names.ts'
import { goodsOf } from '../conversions/sale-story.ts'
import { wasPaid } from '../earnings/check-order.ts'
import { startOfDay } from '../operations/start-of-day.ts'
import { decisionOf } from '../payments/line-decision.ts'
import { siteTimeZone } from '../payments/site-day.ts'

const day = 86_400_000

/** An order line, or a line of a sale elsewhere, with what was decided on it. */
type Candidate = Omit<ClaimedLine, 'decision' | 'undone'> & { title: string; decision: ClaimedLine['decision'] | null }

/**
 * The order lines that a creator's hint may mean (ATT-40): of the order with that number, else of the orders of that day and the days beside
 * it, sales of other shops among them; where she names a product, only lines whose title has those words. Lines without a frozen decision
 * say nothing.
 */
export async function claimedLines(
  req: PayloadRequest,
  creator: string,
  { number, product, day: on }: { number: string; product: string; day: string },
): Promise<ClaimedLine[]> {
  const { orders, sales } = number !== '' ? await ofNumber(req, number) : await near(req, on)
  const named = ({ title }: Candidate) => product === '' || title.toLowerCase().includes(product.toLowerCase())
  const lines = [...orders.flatMap(linesOfOrder), ...sales.flatMap(linesOfSale)].filter(named)
  const entries = (
    await entriesOfLines(
      req,
      lines.filter(({ paid }) => paid).map(({ lineId }) => lineId),
    )
  ).filter((entry) => entry.creator === creator && (entry.kind === 'accrue' || entry.sourceKind === 'refund_line'))
  return lines.flatMap(({ title: _, decision, ...line }) => {
    const own = entries.filter(({ orderLine }) => orderLine === line.lineId)
    const undone = own.length > 0 && own.reduce((sum, { amount }) => sum + amount, 0) === 0
    return decision ? [{ ...line, decision, undone }] : []
  })
}

type Meant = { orders: OrderRow[]; sales: ConversionRow[] }

const ofNumber = async (req: PayloadRequest, number: string): Promise<Meant> => ({
  orders: await ordersOfNumber(req, number),
  sales: await salesOfNumber(req, numberElsewhere(number)),
})

async function near(req: PayloadRequest, on: string): Promise<Meant> {
  const start = startOfDay(on, await siteTimeZone(req))
  const span = { from: new Date(start.getTime() - day), to: new Date(start.getTime() + 2 * day) }
  return { orders: await ordersOfDays(req, span), sales: await salesOfDays(req, span) }
}

const linesOfOrder = (order: OrderRow): Candidate[] =>
  order.lines.map((line) => ({
    ...{ orderId: order.id, lineId: String(line.id), productId: idOf(line.product), title: line.title },
    ...{ decision: decisionOf(line), commission: line.commission, paid: wasPaid(order) },
  }))

/** Another shop tells only of what was paid. */
const linesOfSale = ({ id: orderId, partner, lines }: ConversionRow): Candidate[] =>
  lines.map((line) => ({
    ...{ orderId, lineId: line.id, productId: goodsOf({ id: partner }), title: line.title || line.line },
    ...{ decision: saleDecisionOf(line), commission: line.commission, paid: true },
  }))
