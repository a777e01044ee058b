import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { isExpired, isPaid, refundable } from '../../modules/checkout/index.ts'
import { type ContactRow, findContact, findHistory, type HistoryView } from '../../modules/checkout/store/order-reads.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { type RequestRow, requestsOfOrder } from '../../modules/checkout/store/refund-requests.ts'
import { type AfterSales, readAfterSales } from '../../modules/checkout/store/settings.ts'
import { type ShipmentRow, shipmentsOfOrder } from '../../modules/checkout/store/shipments.ts'
import { commissionState } from '../../modules/ledger/index.ts'
import { entriesOfLines, type StoredEntry } from '../../modules/ledger/store.ts'
import { isSurplus, type PaymentRow, paymentsOfOrder, type RefundRow, refundsOfOrder } from '../../modules/payments/store.ts'
import { decisionOf } from '../payments/line-decision.ts'
import { type AfterSalesRead, afterSalesOf } from './after-sales-view.ts'
import { sendingOfOrder } from './follow-sending.ts'
import { guestToken } from './guest-token.ts'
import { type OrderAsk, type OrderReader, openOrder } from './order-access.ts'
import { creditedOn, paidLinesOf, payingPayment, refundStateOf } from './order-money.ts'
import { type ExchangesRead, readExchanges } from './read-exchanges.ts'

/** Amounts in minor units of the order's currency, times as ISO strings, references as ids. */
export interface OrderLineRead {
  id: string
  productId: string
  variantId: string
  sku: string
  title: string
  options: string | null
  picture: string | null
  quantity: number
  unitPrice: number
  listAmount: number
  discountAmount: number
  taxAmount: number
  paidAmount: number
  refundedQuantity: number
  refundedAmount: number
  /** What can still go back, pending refunds counted as gone. */
  refundable: { quantity: number; amount: number }
  /** Pieces still to be sent. */
  toSend: number
  piece: { kind: 'posts' | 'video-notes'; id: string } | null
  /** Who is credited, and with what is left after refunds; null when nobody is, or her profile is not public any more. */
  credit: { creatorId: string; rateBps: number; commission: number; net: number; touchedAt: string | null } | null
}

export interface RefundRead {
  id: string
  at: string
  state: RefundRow['state']
  amount: number
  shippingAmount: number
  reason: string
  /** The money came for nothing (twice, or too late): no refund of what was bought. */
  surplus: boolean
  /** Account of who refunded; staff only. */
  actor: string | null
  lines: { lineId: string; title: string; quantity: number; amount: number; restock: boolean }[]
}

export interface PaymentRead {
  id: string
  provider: string
  state: PaymentRow['state']
  amount: number
  settledAt: string | null
  /** Where it is paid, a path without the language; null when it is no longer open. */
  url: string | null
}

export interface OrderRead extends AfterSalesRead, ExchangesRead {
  id: string
  number: string
  reader: OrderReader
  state: OrderRow['state']
  /** The last payment did not work and none is open. */
  paymentFailed: boolean
  refundState: 'none' | 'partial' | 'full'
  placedAt: string
  paidAt: string | null
  reservedUntil: string | null
  /** Until the goods are let go; null when the order does not wait. */
  secondsLeft: number | null
  currency: string
  itemsTotal: number
  discountTotal: number
  /** The code that took its part of `discountTotal` off. */
  coupon: { code: string; discount: number } | null
  /** Name of the way of delivery; null for the settings' own. */
  shippingMethod: string | null
  shippingTotal: number
  taxTotal: number
  taxIncluded: boolean
  total: number
  /** Settled refunds of what was bought. */
  refundedTotal: number
  refundableShipping: number
  locale: 'zh' | 'en'
  test: boolean
  lines: OrderLineRead[]
  /** The one that paid, else the latest. */
  payment: PaymentRead | null
  canRetry: boolean
  refunds: RefundRead[]
  /** Owner and staff only. */
  contact: ContactRow | null
  /** Staff only. */
  history: HistoryView[] | null
}

/**
 * An order as its buyer (by account or by link) or staff see it. Fails with `not_found` for everybody else, as for an order
 * that does not exist.
 */
export async function readOrder(ctx: Ctx, visit: Visit, ask: OrderAsk): Promise<Result<OrderRead>> {
  const opened = await openOrder(ctx, visit, ask)
  if (!opened.ok) return opened
  const { order, reader } = opened.value
  const req = await ctx.req()
  const rows = {
    payments: await paymentsOfOrder(req, order.id),
    refunds: await refundsOfOrder(req, order.id),
    shipments: await shipmentsOfOrder(req, order.id),
    requests: await requestsOfOrder(req, order.id),
    after: await readAfterSales(req),
    entries: await entriesOfLines(
      req,
      order.lines.map(({ id }) => String(id)),
    ),
    named: await namedCreators(req, order, reader),
  }
  const contact = reader === 'guest' ? null : await findContact(req, order.id)
  const history = reader === 'staff' ? await findHistory(req, order.id) : null
  return ok({
    ...headOf(order, rows, ctx.clock.now()),
    reader,
    lines: linesOf(order, rows),
    refunds: refundsOf(order, rows.refunds, reader),
    ...afterSalesOf(order, rows, reader, ctx.clock.now()),
    ...(await readExchanges(req, order, rows, {
      staff: reader === 'staff',
      keyOf: (id) => (reader === 'guest' ? guestToken(ctx, id) : null),
    })),
    contact,
    history,
  })
}

interface Rows {
  payments: PaymentRow[]
  refunds: RefundRow[]
  shipments: ShipmentRow[]
  requests: RequestRow[]
  after: AfterSales
  entries: StoredEntry[]
  named: ReadonlySet<string>
}

/** Whose names this reader may learn: of the credited creators those with a public profile; staff learn all. */
async function namedCreators(req: PayloadRequest, order: OrderRow, reader: OrderReader): Promise<Set<string>> {
  const credited = order.lines.flatMap((line) => creditedOn(line) ?? [])
  const rows = await findCreatorRows(req, credited)
  return new Set(credited.filter((id) => reader === 'staff' || rows.get(id)?.status === 'active'))
}

type Head = Omit<OrderRead, 'reader' | 'lines' | 'refunds' | 'contact' | 'history' | keyof AfterSalesRead | keyof ExchangesRead>

function headOf(order: OrderRow, { payments, refunds }: Rows, now: Date): Head {
  const bought = refunds.filter((refund) => !isSurplus(refund))
  const until = order.reservedUntil ? new Date(order.reservedUntil) : null
  const waits = order.state === 'awaiting_payment' && until !== null && !isExpired('awaiting_payment', until, now)
  const payment = payingPayment(payments, refunds) ?? payments.at(-1) ?? null
  const open = payments.some(({ state }) => state === 'pending')
  const { id, number, state, placedAt, currency, itemsTotal, discountTotal, shippingTotal, taxTotal, total, locale } = order
  return {
    ...{ id, number, state, placedAt, currency, itemsTotal, discountTotal, shippingTotal, taxTotal, total, locale },
    paymentFailed: state === 'awaiting_payment' && !open,
    refundState: refundStateOf(order, refunds),
    paidAt: order.paidAt ?? null,
    reservedUntil: order.reservedUntil ?? null,
    secondsLeft: waits ? Math.floor((until.getTime() - now.getTime()) / 1000) : null,
    taxIncluded: order.taxIncluded ?? true,
    coupon: couponOf(order),
    shippingMethod: order.shippingMethod ?? null,
    refundedTotal: bought.reduce((sum, refund) => (refund.state === 'settled' ? sum + refund.amount : sum), 0),
    refundableShipping: isPaid(state) ? refundable(paidLinesOf(order), bought).shipping : 0,
    test: Boolean(order.test),
    payment: payment ? paymentRead(payment, waits) : null,
    canRetry: waits && !open,
  }
}

const paymentRead = ({ id, provider, state, amount, settledAt }: PaymentRow, waits: boolean): PaymentRead => ({
  ...{ id, provider, state, amount, settledAt },
  url: waits && state === 'pending' ? `/pay/${id}` : null,
})

function couponOf({ couponCode, lines }: OrderRow): OrderRead['coupon'] {
  const discount = lines.reduce((sum, { couponAmount }) => sum + (couponAmount ?? 0), 0)
  return couponCode && discount > 0 ? { code: couponCode, discount } : null
}

function linesOf(order: OrderRow, { refunds, shipments, entries, named }: Rows): OrderLineRead[] {
  const bought = refunds.filter((refund) => !isSurplus(refund))
  const settled = bought.filter(({ state }) => state === 'settled').flatMap(({ lines }) => lines)
  const left = refundable(paidLinesOf(order), bought)
  // What pays the difference of an exchange goes back with its goods, by the order that they were bought with (ATT-31).
  const mayGoBack = isPaid(order.state) && !order.exchangeOf
  const sending = sendingOfOrder(order, shipments, refunds, { pending: true })
  return order.lines.map((line, index) => {
    const back = settled.filter(({ orderLine }) => orderLine === line.id)
    const open = left.lines[index]
    const { sku, title, quantity, unitPrice, listAmount, discountAmount, taxAmount, paidAmount } = line
    return {
      ...{ id: String(line.id), sku, title, quantity, unitPrice, listAmount, discountAmount, taxAmount, paidAmount },
      productId: idOf(line.product),
      variantId: idOf(line.variant),
      options: line.options ?? null,
      picture: line.picture ? idOf(line.picture) : null,
      refundedQuantity: back.reduce((sum, part) => sum + part.quantity, 0),
      refundedAmount: back.reduce((sum, part) => sum + part.amount, 0),
      refundable: mayGoBack && open ? { quantity: open.quantity, amount: open.amount } : { quantity: 0, amount: 0 },
      toSend: order.state === 'paid' ? (sending[index]?.open ?? 0) : 0,
      piece: line.piece && line.pieceKind ? { kind: line.pieceKind, id: line.piece } : null,
      credit: creditOf(line, entries, named),
    }
  })
}

function creditOf(line: OrderRow['lines'][number], entries: StoredEntry[], named: ReadonlySet<string>): OrderLineRead['credit'] {
  const creatorId = creditedOn(line)
  if (!creatorId || !named.has(creatorId)) return null
  const { earned, outstanding } = commissionState(entries, String(line.id), creatorId)
  const touchedAt = decisionOf(line)?.winner?.at ?? null
  return {
    creatorId,
    rateBps: line.rateBps ?? 0,
    commission: line.commission,
    net: earned === 0 ? line.commission : outstanding,
    touchedAt,
  }
}

const refundsOf = (order: OrderRow, refunds: readonly RefundRow[], reader: OrderReader): RefundRead[] =>
  refunds.map(({ id, at, state, amount, shippingAmount, reason, actor, lines, ...rest }) => ({
    ...{ id, at, state, amount, shippingAmount, reason },
    surplus: isSurplus({ lines, shippingAmount, ...rest }),
    actor: reader === 'staff' ? actor : null,
    lines: lines.map((part) => ({
      lineId: part.orderLine,
      title: order.lines.find((line) => line.id === part.orderLine)?.title ?? '',
      quantity: part.quantity,
      amount: part.amount,
      restock: part.restock,
    })),
  }))
