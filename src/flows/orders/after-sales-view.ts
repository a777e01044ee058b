import { isPaid, openReasons, type RequestReason, receivedByItselfAt, requestUntil, sentState } from '../../modules/checkout/index.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import type { RequestRow } from '../../modules/checkout/store/refund-requests.ts'
import type { AfterSales } from '../../modules/checkout/store/settings.ts'
import type { ShipmentRow } from '../../modules/checkout/store/shipments.ts'
import type { RefundRow } from '../../modules/payments/store.ts'
import { requestFacts } from './ask-refund.ts'
import { sendingOfOrder } from './follow-sending.ts'
import type { OrderReader } from './order-access.ts'

export interface ParcelRead {
  id: string
  state: ShipmentRow['state']
  carrier: string | null
  tracking: string | null
  shippedAt: string
  deliveredAt: string | null
  lines: { lineId: string; title: string; quantity: number }[]
}

export interface RequestRead {
  id: string
  state: RequestRow['state']
  at: string
  reason: RequestRow['reasonCode']
  words: string | null
  /** Media ids: for whoever may read the order. */
  pictures: string[]
  lines: { lineId: string; title: string; quantity: number }[]
  expectedAmount: number
  answer: string | null
  answeredAt: string | null
  /** Account of who answered; staff only. */
  answeredBy: string | null
}

/** What comes after an order is paid, for its page. */
export interface AfterSalesRead {
  fulfilledAt: string | null
  deliveredAt: string | null
  receivedAt: string | null
  /** Parcels that were sent, the first first; one written down by mistake is left out for buyers. */
  parcels: ParcelRead[]
  /** How much is sent. */
  sent: 'none' | 'partial' | 'all'
  /** When it counts as received by itself; null while something is still to be sent, or it was received. */
  receivedByItselfAt: string | null
  /** What the buyer asked for, the first first. */
  requests: RequestRead[]
  /** Reasons with which the buyer may ask now; none while a request waits, or nothing is left to ask for. */
  openReasons: RequestReason[]
  /** Last day for a return without a reason; null while it has not begun to run. */
  returnUntil: string | null
}

interface Rows {
  refunds: readonly RefundRow[]
  shipments: readonly ShipmentRow[]
  requests: readonly RequestRow[]
  after: AfterSales
}

/** Parcels, receipt and requests of one order, for one reader at one moment. Pure. */
export function afterSalesOf(order: OrderRow, rows: Rows, reader: OrderReader, now: Date): AfterSalesRead {
  const { refunds, shipments, requests, after } = rows
  const { state, fulfilledAt, deliveredAt, receivedAt } = order
  const sending = sendingOfOrder(order, shipments, refunds, { pending: true })
  const facts = requestFacts(order, after.returnDays)
  const somethingLeft = isPaid(state) && sending.some(({ quantity, refunded }) => refunded < quantity)
  // What was exchanged goes back by the order that it was bought with (ATT-31).
  const mayAsk = somethingLeft && !order.exchangeOf && !requests.some((request) => request.state === 'asked')
  const dates = { fulfilledAt: dateOf(fulfilledAt), deliveredAt: dateOf(deliveredAt) }
  return {
    fulfilledAt: fulfilledAt ?? null,
    deliveredAt: deliveredAt ?? null,
    receivedAt: receivedAt ?? null,
    parcels: shipments.filter((parcel) => reader === 'staff' || parcel.state !== 'cancelled').map((parcel) => parcelRead(order, parcel)),
    sent: sentState(sending),
    receivedByItselfAt: state === 'fulfilled' ? (receivedByItselfAt(dates, after.confirmDays)?.toISOString() ?? null) : null,
    requests: requests.map((request) => requestRead(order, request, reader)),
    openReasons: mayAsk ? openReasons(facts, now) : [],
    returnUntil: isPaid(state) ? (requestUntil('no_reason', facts)?.toISOString() ?? null) : null,
  }
}

const dateOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)

const namedLines = (order: OrderRow, lines: ShipmentRow['lines']) =>
  lines.map(({ orderLine, quantity }) => ({
    lineId: orderLine,
    title: order.lines.find(({ id }) => id === orderLine)?.title ?? '',
    quantity,
  }))

const parcelRead = (order: OrderRow, { id, state, carrier, tracking, shippedAt, deliveredAt, lines }: ShipmentRow): ParcelRead => ({
  ...{ id, state, carrier, tracking, shippedAt, deliveredAt },
  lines: namedLines(order, lines),
})

const requestRead = (order: OrderRow, request: RequestRow, reader: OrderReader): RequestRead => {
  const { id, state, at, reasonCode: reason, words, pictures, lines, expectedAmount, answer, answeredAt, answeredBy } = request
  return {
    ...{ id, state, at, reason, words, pictures, expectedAmount, answer, answeredAt },
    answeredBy: reader === 'staff' ? answeredBy : null,
    lines: namedLines(order, lines),
  }
}
