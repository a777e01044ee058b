import type { Faces } from '../../../flows/commerce/read-faces.ts'
import type { RequestRead } from '../../../flows/orders/after-sales-view.ts'
import type { ExchangeChoice, OtherOrder } from '../../../flows/orders/read-exchanges.ts'
import type { OrderLineRead, OrderRead } from '../../../flows/orders/read-order.ts'
import { newId } from '../../../lib/ids.ts'
import { isPaid } from '../../../modules/checkout/index.ts'
import type { AfterSalesView, ExchangeFormView, RequestView } from '../../../ui/commerce/index.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'
import { lineProduct } from './faces.ts'

interface Parts {
  order: OrderRead
  faces: Faces
  locale: Locale
}

/** Parcels, receipt and requests as this reader may see and do them; null where there is nothing of it. */
export function afterSalesView(parts: Parts): AfterSalesView | null {
  const { order, locale } = parts
  const staff = order.reader === 'staff'
  if (!isPaid(order.state) && order.parcels.length === 0 && order.requests.length === 0 && !(staff && order.state === 'awaiting_payment')) {
    return null
  }
  const asked = order.requests.some(({ state }) => state === 'asked')
  return {
    orderId: order.id,
    parcels: order.parcels.map(({ lines, ...parcel }) => ({ ...parcel, lines: lines.map(({ title, quantity }) => ({ title, quantity })) })),
    exchanges: order.exchanges.map(({ lineId: _, difference, paidMore, ...exchange }) => ({
      ...exchange,
      difference: moneyOf(order, difference),
      paidMore: paidMore && { amount: { amount: paidMore.amount, currency: order.currency }, ...otherOrder(locale, paidMore) },
    })),
    exchangeOffers: order.exchangeOffers.map(({ by, lineId: _, amount, ...offer }) => ({
      ...{ id: by.orderId, ...offer, amount: { amount, currency: order.currency }, ...otherOrder(locale, by) },
    })),
    receive: !staff && order.state === 'fulfilled' ? { byItselfAt: order.receivedByItselfAt, asked } : null,
    ask: staff ? null : askView(parts),
    requests: order.requests.filter(({ state }) => !staff || state !== 'asked').map((request) => requestView(request, parts)),
    mayWithdraw: !staff,
    desk: staff ? deskView(parts) : null,
  }
}

function askView(parts: Parts): AfterSalesView['ask'] {
  const { openReasons: reasons, lines, returnUntil } = parts.order
  const left = lines.filter(({ refundable }) => refundable.quantity > 0)
  if (reasons.length === 0 || left.length === 0) return null
  return {
    lines: left.map((line) => unitsOf(line, line.refundable.quantity, parts)),
    reasons,
    returnUntil: reasons.includes('no_reason') ? returnUntil : null,
    idempotencyKey: newId(),
  }
}

function deskView(parts: Parts): NonNullable<AfterSalesView['desk']> {
  const { order } = parts
  const toSend = order.lines.filter((line) => line.toSend > 0)
  const asked = order.requests.find(({ state }) => state === 'asked')
  const nothingSent = order.parcels.every(({ state }) => state === 'cancelled')
  const waits = order.state === 'awaiting_payment'
  const mayCancel = waits || (order.state === 'paid' && nothingSent && toSend.length > 0 && order.exchangeOf === null)
  return {
    ship: toSend.length > 0 ? { lines: toSend.map((line) => unitsOf(line, line.toSend, parts)), idempotencyKey: newId() } : null,
    answer: asked
      ? {
          request: requestView(asked, parts),
          shipping: { amount: order.refundableShipping, currency: order.currency },
          nothingSent,
          idempotencyKey: newId(),
        }
      : null,
    exchange: order.exchangeable.map((choice) => exchangeForm(choice, order)),
    cancel: mayCancel ? { paid: !waits, idempotencyKey: newId() } : null,
  }
}

/** Where another order of this buyer is seen; a guest's link opens it. */
export const otherOrder = (locale: Locale, { orderId, number, key }: OtherOrder) => ({
  number,
  href: localePath(locale, `/orders/${orderId}${key === null ? '' : `?key=${encodeURIComponent(key)}`}`),
})

const moneyOf = ({ currency }: OrderRead, amount: number | null) => (amount === null ? null : { amount, currency })

function exchangeForm(choice: ExchangeChoice, order: OrderRead): ExchangeFormView {
  const [only, ...others] = order.requests.find(({ state }) => state === 'asked')?.lines ?? []
  const asked = order.requests.find(({ state }) => state === 'asked')
  return {
    ...choice,
    to: choice.to.map((kind) => ({ ...kind, difference: { amount: kind.difference, currency: order.currency } })),
    request: asked && others.length === 0 && only?.lineId === choice.lineId ? { id: asked.id, quantity: only.quantity } : null,
    idempotencyKey: newId(),
  }
}

const unitsOf = (line: OrderLineRead, max: number, { faces, locale }: Parts) => ({
  id: line.id,
  title: line.title,
  options: lineProduct(faces, locale, { ...line, product: line.productId }).options,
  max,
})

function requestView({ expectedAmount, pictures, lines, ...request }: RequestRead, { order, faces }: Parts): RequestView {
  const { id, state, at, reason, words, answer } = request
  return {
    ...{ id, state, at, reason, words, answer },
    pictures: pictures.flatMap((picture) => faces.pictures.get(picture) ?? []),
    lines: lines.map(({ title, quantity }) => ({ title, quantity })),
    expected: { amount: expectedAmount, currency: order.currency },
  }
}
