import type { Faces } from '../../../flows/commerce/read-faces.ts'
import type { OrderLineRead, OrderRead, RefundRead } from '../../../flows/orders/read-order.ts'
import type { Money } from '../../../lib/money.ts'
import { isPaid } from '../../../modules/checkout/index.ts'
import type {
  CreditView,
  OrderLineView,
  OrderState,
  OrderStepView,
  OrderView,
  RefundPanelView,
  RefundView,
} from '../../../ui/commerce/index.ts'
import { type Locale, localePath, translate } from '../../../ui/i18n/index.ts'
import { order as messages } from '../../../ui/i18n/messages/order.ts'
import { afterSalesView, otherOrder } from './after-sales-page-view.ts'
import { cartSum } from './cart-view.ts'
import { creatorChip, lineProduct } from './faces.ts'

export interface OrderParts {
  order: OrderRead
  faces: Faces
  locale: Locale
  /** The browser came back from a payment page that says it is paid. */
  returned: boolean
  /** Products that this buyer may recommend (S-06). */
  promotable?: ReadonlySet<string>
}

/** Ids of everything that the order's screen shows beside the amounts. */
export const facesOfOrder = ({ lines, requests }: Pick<OrderRead, 'lines' | 'requests'>) => ({
  pictures: [...lines.map(({ picture }) => picture), ...requests.flatMap(({ pictures }) => pictures)],
  creators: lines.map(({ credit }) => credit?.creatorId),
  products: lines.map(({ productId }) => productId),
})

/** The order's screen from the order as this reader may see it. */
export function orderView(parts: OrderParts): OrderView {
  const { order, faces, locale, returned } = parts
  const { currency, reader } = order
  const to = (path: string) => localePath(locale, path)
  const payHref = order.payment?.url ? to(order.payment.url) : null
  return {
    id: order.id,
    number: order.number,
    state: stateOf(order),
    refundState: order.refundState,
    placedAt: order.placedAt,
    payBefore: order.secondsLeft === null ? null : order.reservedUntil,
    checking: returned && payHref !== null,
    lines: order.lines.map((line) => orderLineView(line, parts)),
    sum: cartSum(order),
    refundedTotal: { amount: order.refundedTotal, currency },
    steps: stepsOf(order),
    refunds: order.refunds.map((refund) => refundView(refund, currency, locale)),
    contact: contactView(order),
    test: order.test,
    reader,
    payHref,
    canRetry: order.canRetry,
    token: null,
    exchangeOf: order.exchangeOf && otherOrder(locale, order.exchangeOf),
    after: afterSalesView({ order, faces, locale }),
    hrefs: {
      back: to(reader === 'staff' ? '/desk/orders' : reader === 'owner' ? '/orders' : '/'),
      self: to(`/orders/${order.id}`),
      shop: to('/'),
      signUp: to('/sign-up'),
    },
  }
}

/** An order whose time is up is over for its buyer, also in the second before the job says so. */
function stateOf({
  state,
  paymentFailed,
  secondsLeft,
  sent,
}: Pick<OrderRead, 'state' | 'paymentFailed' | 'secondsLeft' | 'sent'>): OrderState {
  if (state === 'paid' && sent === 'partial') return 'shipped'
  if (state !== 'awaiting_payment') return state
  if (secondsLeft === null) return 'expired'
  return paymentFailed ? 'payment_failed' : 'awaiting_payment'
}

const isOver = (state: OrderState): boolean => state === 'cancelled' || state === 'expired'

function orderLineView(line: OrderLineRead, { order, faces, locale, promotable }: OrderParts): OrderLineView {
  const money = (amount: number): Money => ({ amount, currency: order.currency })
  const why = localePath(locale, `/orders/${order.id}/why?line=${line.id}`)
  // What was never paid earns nobody anything: a credit there would only mislead.
  const whyHref = isOver(stateOf(order)) ? null : why
  return {
    id: line.id,
    product: lineProduct(faces, locale, { ...line, product: line.productId }),
    quantity: line.quantity,
    unitPrice: money(line.unitPrice),
    total: money(line.paidAmount),
    refundedQuantity: line.refundedQuantity,
    refundedAmount: money(line.refundedAmount),
    credit: whyHref === null ? null : creditView(line, { faces, locale, whyHref, currency: order.currency }),
    whyHref,
    ...(promotable?.has(line.productId) ? { promoteHref: localePath(locale, `/promote/${line.productId}`) } : {}),
  }
}

interface CreditParts extends Pick<OrderParts, 'faces' | 'locale'> {
  whyHref: string
  currency: string
}

function creditView({ id, title, credit }: OrderLineRead, { faces, locale, whyHref, currency }: CreditParts): CreditView | null {
  const creator = creatorChip(faces, locale, credit?.creatorId)
  if (!credit || !creator) return null
  const { rateBps, net, touchedAt } = credit
  return { lineId: id, product: title, creator, rateBps, amount: { amount: net, currency }, touchedAt, whyHref }
}

/** A step without a date has not happened, and nothing is promised. Received counts as delivered where nobody told of it. */
function stepsOf({ placedAt, paidAt, fulfilledAt, parcels, deliveredAt, receivedAt }: OrderRead): OrderStepView[] {
  return [
    { kind: 'placed', at: placedAt },
    { kind: 'paid', at: paidAt },
    { kind: 'shipped', at: fulfilledAt ?? parcels.find(({ state }) => state !== 'cancelled')?.shippedAt ?? null },
    { kind: 'delivered', at: deliveredAt ?? receivedAt },
  ]
}

const refundText = new Map(
  Object.keys(messages.zh).flatMap((key) =>
    key.startsWith('reason_') ? [[key.slice('reason_'.length), key as keyof typeof messages.zh] as const] : [],
  ),
)

/** Reasons are codes from our own lists; a sentence that somebody sent through the API is shown as it is. */
function refundView({ id, at, amount, state, lines, reason, surplus }: RefundRead, currency: string, locale: Locale): RefundView {
  const key = refundText.get(reason)
  return {
    id,
    at,
    amount: { amount, currency },
    state,
    lines: surplus
      ? []
      : lines
          .filter(({ quantity }) => quantity > 0)
          .map((line) => ({ title: line.title, quantity: line.quantity, amount: { amount: line.amount, currency } })),
    reason: key ? translate(messages, locale, key) : reason,
  }
}

function contactView({ contact }: OrderRead): OrderView['contact'] {
  if (!contact) return null
  const { email, name, phone, country, region, city, district, street, postcode } = contact
  return { email, name, phone: phone || null, address: { country, region, city, district, line1: street, line2: '', postcode } }
}

/** The staff's refund form: what can still go back, pending refunds counted as gone. */
export function refundPanelView(
  { order, faces, locale }: Pick<OrderParts, 'order' | 'faces' | 'locale'>,
  idempotencyKey: string,
): RefundPanelView {
  return {
    currency: order.currency,
    lines: order.lines.map((line) => ({
      id: line.id,
      title: line.title,
      options: lineProduct(faces, locale, { ...line, product: line.productId }).options,
      quantity: line.quantity,
      refundedQuantity: line.quantity - line.refundable.quantity,
      total: line.paidAmount,
      refundedAmount: line.paidAmount - line.refundable.amount,
      commission: line.credit?.commission ?? 0,
      commissionReversed: line.credit ? line.credit.commission - line.credit.net : 0,
    })),
    shipping: order.refundableShipping,
    paid: isPaid(order.state),
    idempotencyKey,
    seen: order.refunds.length,
  }
}
