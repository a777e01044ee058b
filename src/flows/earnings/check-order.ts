import { groupBy } from '../../lib/group.ts'
import { idOf } from '../../lib/ids.ts'
import { isPaid } from '../../modules/checkout/index.ts'
import type { ExchangeRow } from '../../modules/checkout/store/exchanges.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { type Finding, finding, type LineForBooks } from '../../modules/ledger/index.ts'
import { isSurplus, type PaymentRow, type RefundRow } from '../../modules/payments/store.ts'
import { knowsOrigins, partsOf } from '../payments/line-decision.ts'

/** Everything that belongs to one order. */
export interface OrderBooks {
  order: OrderRow
  payments: readonly PaymentRow[]
  refunds: readonly RefundRow[]
  movements: readonly { variant: string; available: number; reserved: number }[]
  exchanges: readonly ExchangeRow[]
  /** Exchanges of other orders' goods whose difference this order paid. */
  paidFor: readonly ExchangeRow[]
}

/** Whether an order was ever paid: a paid order may be cancelled once everything went back. */
export const wasPaid = ({ state, paidAt }: Pick<OrderRow, 'state' | 'paidAt'>): boolean => isPaid(state) || Boolean(paidAt)

/** What the ledger must say of each line of an order. */
export const linesForBooks = ({ order, refunds }: OrderBooks): LineForBooks[] =>
  order.lines.map((line) => ({
    orderLine: String(line.id),
    order: order.id,
    currency: order.currency,
    test: Boolean(order.test),
    paid: wasPaid(order),
    commission: line.creator ? line.commission : 0,
    base: line.baseAmount,
    refunds: refundsOfLine(refunds, String(line.id)).map(({ id, baseAmount }) => ({ id, base: baseAmount })),
    shares: partsOf(line),
    knowsPieces: knowsOrigins(line),
  }))

/** Payments, refunds and stock of one order, against the order itself. Pure. */
export const checkOrder = (books: OrderBooks): Finding[] => [
  ...checkPayments(books),
  ...checkRefunds(books),
  ...checkDifference(books),
  ...(books.exchanges.length === 0 ? checkGoods(books) : [...checkExchanges(books), ...checkExchangedGoods(books)]),
]

/** What was settled, less what came for nothing, is the total of a paid order and nothing for any other. */
function checkPayments({ order, payments, refunds }: OrderBooks): Finding[] {
  const settled = payments.filter(({ state }) => state === 'settled')
  const surplus = refunds.filter((refund) => isSurplus(refund) && refund.state !== 'failed')
  const kept = sum(settled.map(({ amount }) => amount)) - sum(surplus.map(({ amount }) => amount))
  const due = wasPaid(order) ? order.total : 0
  const foreign = settled.some(({ currency }) => currency !== order.currency)
  return [
    ...(kept === due
      ? []
      : [finding('payment_differs', order.id, `payments keep ${kept}, the order in state ${order.state} makes it ${due}`)]),
    ...(foreign ? [finding('payment_differs', order.id, `a payment is not in ${order.currency}`)] : []),
  ]
}

/** Never more goes back than was paid: by line, for shipping, altogether. Pending refunds count. */
function checkRefunds({ order, refunds }: OrderBooks): Finding[] {
  const live = refunds.filter((refund) => refund.state !== 'failed' && !isSurplus(refund))
  const back = sum(live.map(({ amount }) => amount))
  const parts = sum(live.flatMap(({ lines, shippingAmount }) => [shippingAmount, ...lines.map(({ amount }) => amount)]))
  const shipping = sum(live.map(({ shippingAmount }) => shippingAmount))
  const over = order.lines.filter((line) => {
    const own = live.flatMap(({ lines }) => lines).filter(({ orderLine }) => orderLine === line.id)
    return sum(own.map(({ amount }) => amount)) > line.paidAmount || sum(own.map(({ quantity }) => quantity)) > line.quantity
  })
  return [
    ...(back > order.total || shipping > order.shippingTotal
      ? [finding('refund_exceeds', order.id, `${back} went back of ${order.total}`)]
      : []),
    ...(back === parts ? [] : [finding('refund_exceeds', order.id, `refunds say ${back}, their parts ${parts}`)]),
    ...over.map((line) => finding('refund_exceeds', String(line.id), 'more went back than was paid for the line')),
    ...(back > 0 && !wasPaid(order) ? [finding('refund_exceeds', order.id, 'an order that was not paid was refunded')] : []),
  ]
}

/** By variant: pieces are reserved exactly while an order waits, and left exactly when it was paid, less those that came back. */
function checkGoods({ order, refunds, movements }: OrderBooks): Finding[] {
  const byVariant = groupBy(order.lines, ({ variant }) => idOf(variant))
  return [...byVariant].flatMap(([variant, lines]) => {
    const own = movements.filter((one) => one.variant === variant)
    const reserved = sum(own.map((one) => one.reserved))
    const gone = -sum(own.map((one) => one.available + one.reserved))
    const back = lines.flatMap(({ id }) => refundsOfLine(refunds, String(id)))
    const ordered = sum(lines.map(({ quantity }) => quantity))
    const wantReserved = order.state === 'awaiting_payment' ? ordered : 0
    const wantGone = wasPaid(order) ? ordered - sum(back.map(({ quantity, restock }) => (restock ? quantity : 0))) : 0
    if (reserved === wantReserved && gone === wantGone) return []
    return [
      finding('order_stock', order.id, `${variant}: ${reserved} reserved and ${gone} gone, should be ${wantReserved} and ${wantGone}`),
    ]
  })
}

/** ATT-31: an order that pays a difference has, once it is paid, exactly its one exchange of the goods that it sold, and else none. */
function checkDifference({ order, paidFor }: OrderBooks): Finding[] {
  const [line] = order.lines
  const wanted = order.exchangeOf && wasPaid(order) ? 1 : 0
  const fits = paidFor.every(
    (one) => one.order === order.exchangeOf && line && one.toVariant === idOf(line.variant) && one.quantity === line.quantity,
  )
  if (paidFor.length === wanted && fits) return []
  return [finding('exchange_differs', order.id, `in state ${order.state} it paid for ${paidFor.length} exchanges, should be ${wanted}`)]
}

/** ATT-31: every exchange is of a line that had the pieces, of equal worth, with the refund of what it is worth less, or paid by an order. */
function checkExchanges({ order, refunds, exchanges }: OrderBooks): Finding[] {
  return exchanges.flatMap(({ id, orderLine, quantity, unitFrom, unitTo, refund, paidBy }) => {
    const line = order.lines.find((one) => one.id === orderLine)
    const told = refunds.find((one) => one.id === refund)
    const isDearer = unitTo > unitFrom
    // Where the line was free, so is what it is exchanged for.
    const settled = isDearer ? paidBy !== null || line?.paidAmount === 0 : paidBy === null
    const fits = line !== undefined && quantity <= line.quantity && settled && wasPaid(order)
    const given = refund === null || told?.lines.some((part) => part.orderLine === orderLine && part.quantity === 0)
    if (fits && given && (unitTo < unitFrom || refund === null)) return []
    return [
      finding(
        'exchange_differs',
        id,
        `${quantity} of line ${orderLine} from ${unitFrom} to ${unitTo}, refund ${refund ?? 'none'}, paid by ${paidBy ?? 'none'}`,
      ),
    ]
  })
}

/**
 * By variant: what was sold and sent in exchange, less what came back. Which kind of an exchanged line a refund was about, nobody
 * writes down: so for each kind bounds hold, and all together exactly.
 */
function checkExchangedGoods({ order, refunds, movements, exchanges }: OrderBooks): Finding[] {
  const out = new Map<string, number>()
  const add = (variant: string, pieces: number) => out.set(variant, (out.get(variant) ?? 0) + pieces)
  for (const { variant, quantity } of order.lines) add(idOf(variant), quantity)
  for (const { fromVariant, toVariant, quantity, restock } of exchanges) {
    add(toVariant, quantity)
    if (restock) add(fromVariant, -quantity)
  }
  const restocked = order.lines
    .flatMap(({ id }) => refundsOfLine(refunds, String(id)))
    .map(({ quantity, restock }) => (restock ? quantity : 0))
  const most = sum(restocked)
  // What another order paid for left the shop by that order's own movements.
  const elsewhere = exchanges.filter(({ paidBy }) => paidBy !== null)
  const back = [...out].map(([variant, pieces]) => {
    const own = movements.filter((one) => one.variant === variant)
    const soldBy = sum(elsewhere.map(({ toVariant, quantity }) => (toVariant === variant ? quantity : 0)))
    const gone = soldBy - sum(own.map((one) => one.available + one.reserved))
    return { variant, gone, pieces, back: pieces - gone, reserved: sum(own.map(({ reserved }) => reserved)) }
  })
  const wrong = back.filter((one) => one.reserved !== 0 || one.back < 0 || one.gone < 0 || one.back > most)
  const strange = movements.some(({ variant }) => !out.has(variant)) || sum(back.map((one) => one.back)) !== most
  return [
    ...wrong.map(({ variant, gone, pieces }) =>
      finding('order_stock', order.id, `${variant}: ${gone} gone of ${pieces} sold and exchanged`),
    ),
    ...(strange
      ? [
          finding(
            'order_stock',
            order.id,
            `${sum(back.map((one) => one.back))} came back of what was sold and exchanged, refunds say ${most}`,
          ),
        ]
      : []),
  ]
}

const refundsOfLine = (refunds: readonly RefundRow[], orderLine: string) =>
  refunds.filter(({ state }) => state === 'settled').flatMap(({ lines }) => lines.filter((line) => line.orderLine === orderLine))

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)
