import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { receivedByItselfAt, requestUntil } from '../../modules/checkout/index.ts'
import { findExchange, findExchangeOffer } from '../../modules/checkout/store/exchanges.ts'
import { findOrder, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import { findRequest, type RequestRow } from '../../modules/checkout/store/refund-requests.ts'
import { readAfterSales } from '../../modules/checkout/store/settings.ts'
import { findShipment, type ShipmentRow, shipmentsOfOrder } from '../../modules/checkout/store/shipments.ts'
import { findRefund } from '../../modules/payments/store.ts'
import { exchangeNames, named } from '../orders/exchange-names.ts'
import { orderAddress, orderUrl } from './mail-of-order.ts'
import { type AddressedLetter, write } from './mail-tools.ts'

type Kind =
  | 'order-shipped'
  | 'parcel-delivered'
  | 'parcel-lost'
  | 'refund-asked'
  | 'refund-declined'
  | 'exchange-sent'
  | 'exchange-offered'
  | 'order-cancelled'
  | 'order-received'

/**
 * Letters of what comes after an order is paid, about a parcel, a request or the order. Null when the contact was erased, or when
 * what it tells is no longer so (a parcel written down by mistake, a request taken back).
 */
export async function parcelLetter(ctx: Ctx, kind: Kind, subject: string): Promise<AddressedLetter | null> {
  const req = await ctx.req()
  if (kind === 'order-cancelled') return cancelLetter(ctx, req, subject)
  if (kind === 'order-received') return receivedLetter(ctx, req, subject)
  if (kind === 'refund-asked' || kind === 'refund-declined') return requestLetter(ctx, req, kind, subject)
  if (kind === 'exchange-sent') return exchangeLetter(ctx, req, subject)
  if (kind === 'exchange-offered') return offerLetter(ctx, req, subject)
  const shipment = await findShipment(req, subject)
  if (!shipment || shipment.state === 'cancelled') return null
  const about = await addressed(req, shipment.order)
  if (!about) return null
  const { order, to } = about
  const { carrier, tracking } = shipment
  const facts = { orderNumber: order.number, url: orderUrl(ctx, order), contents: namesOf(order, shipment.lines), carrier, tracking }
  const { locale } = order
  if (kind === 'parcel-lost') return write(req, kind, { to, locale, data: facts })
  if (kind === 'order-shipped') return write(req, kind, { to, locale, data: { ...facts, all: await isLast(req, order, shipment) } })
  return write(req, kind, { to, locale, data: { ...facts, confirmBefore: await confirmBefore(req, order) } })
}

/** Whether a parcel left nothing to send: of several, the last. */
async function isLast(req: PayloadRequest, { id, state }: OrderRow, shipment: ShipmentRow): Promise<boolean> {
  const last = (await shipmentsOfOrder(req, id)).findLast((one) => one.state !== 'cancelled')
  return state !== 'paid' && last?.id === shipment.id
}

async function confirmBefore(req: PayloadRequest, { state, fulfilledAt, deliveredAt }: OrderRow): Promise<Date | null> {
  if (state !== 'fulfilled' || !deliveredAt) return null
  const { confirmDays } = await readAfterSales(req)
  return receivedByItselfAt({ fulfilledAt: fulfilledAt ? new Date(fulfilledAt) : null, deliveredAt: new Date(deliveredAt) }, confirmDays)
}

async function requestLetter(
  ctx: Ctx,
  req: PayloadRequest,
  kind: 'refund-asked' | 'refund-declined',
  subject: string,
): Promise<AddressedLetter | null> {
  const request = await findRequest(req, subject)
  const about = request && request.state !== 'withdrawn' ? await addressed(req, request.order) : null
  if (!request || !about) return null
  const { order, to } = about
  const { locale } = order
  const facts = {
    orderNumber: order.number,
    url: orderUrl(ctx, order),
    lines: namesOf(order, request.lines),
    amount: { amount: request.expectedAmount, currency: request.currency },
  }
  if (kind === 'refund-asked') return request.state === 'asked' ? write(req, kind, { to, locale, data: facts }) : null
  return write(req, kind, { to, locale, data: { ...facts, answer: request.answer ?? '' } })
}

async function exchangeLetter(ctx: Ctx, req: PayloadRequest, subject: string): Promise<AddressedLetter | null> {
  const exchange = await findExchange(req, subject)
  const about = exchange ? await addressed(req, exchange.order) : null
  if (!exchange || !about) return null
  const { order, to } = about
  const { quantity, carrier, tracking, refund, request } = exchange
  const names = await exchangeNames(req, order, [exchange.fromVariant])
  const given = refund ? await findRefund(req, refund) : null
  const data = {
    ...{ orderNumber: order.number, url: orderUrl(ctx, order), carrier, tracking },
    contents: [{ title: named(exchange.title, exchange.options), quantity }],
    back: { title: names.get(exchange.fromVariant) ?? '', quantity },
    difference: given ? { amount: given.amount, currency: given.currency } : null,
    answer: request ? ((await findRequest(req, request))?.answer ?? null) : null,
  }
  return write(req, 'exchange-sent', { to, locale: order.locale, data })
}

/** `subject`: the order that pays the difference. Not sent when it was paid or let go meanwhile. */
async function offerLetter(ctx: Ctx, req: PayloadRequest, subject: string): Promise<AddressedLetter | null> {
  const about = await addressed(req, subject)
  const offer = about?.order.state === 'awaiting_payment' ? await findExchangeOffer(req, subject) : null
  const first = offer ? await findOrder(req, offer.order) : null
  if (!about || !offer || !first) return null
  const { order, to } = about
  const [line] = order.lines
  const names = await exchangeNames(req, first, [offer.fromVariant])
  const data = {
    ...{ orderNumber: first.number, url: orderUrl(ctx, order), amount: { amount: order.total, currency: order.currency } },
    contents: { title: named(line?.title ?? '', line?.options), quantity: offer.quantity },
    back: { title: names.get(offer.fromVariant) ?? '', quantity: offer.quantity },
    payBefore: order.reservedUntil ?? order.placedAt,
    answer: offer.request ? ((await findRequest(req, offer.request))?.answer ?? null) : null,
  }
  return write(req, 'exchange-offered', { to, locale: order.locale, data })
}

/** Until when help can be asked for is told as of now: what is over by then is left out. */
async function receivedLetter(ctx: Ctx, req: PayloadRequest, subject: string): Promise<AddressedLetter | null> {
  const about = await addressed(req, subject)
  if (about?.order.state !== 'completed') return null
  const { order, to } = about
  const { returnDays } = await readAfterSales(req)
  const date = (text: string | null | undefined) => (text ? new Date(text) : null)
  const facts = { state: order.state, deliveredAt: date(order.deliveredAt), receivedAt: date(order.receivedAt), returnDays }
  const until = (reason: 'no_reason' | 'damaged') => {
    const last = requestUntil(reason, facts)
    return last && last > ctx.clock.now() ? last : null
  }
  const data = {
    ...{ orderNumber: order.number, url: orderUrl(ctx, order), delivered: Boolean(order.deliveredAt) },
    contents: order.lines.map(({ title, quantity }) => ({ title, quantity })),
    ...{ returnUntil: until('no_reason'), faultsUntil: until('damaged') },
  }
  return write(req, 'order-received', { to, locale: order.locale, data })
}

async function cancelLetter(ctx: Ctx, req: PayloadRequest, subject: string): Promise<AddressedLetter | null> {
  const about = await addressed(req, subject)
  if (!about) return null
  const { order, to } = about
  const data = { orderNumber: order.number, paid: Boolean(order.paidAt), url: orderUrl(ctx, order) }
  return write(req, 'order-cancelled', { to, locale: order.locale, data })
}

async function addressed(req: PayloadRequest, orderId: string): Promise<{ order: OrderRow; to: string } | null> {
  const order = await findOrder(req, orderId)
  const to = order ? await orderAddress(req, order) : null
  return order && to ? { order, to } : null
}

const namesOf = (order: OrderRow, lines: ShipmentRow['lines'] | RequestRow['lines']) =>
  lines.map(({ orderLine, quantity }) => ({ title: order.lines.find(({ id }) => id === orderLine)?.title ?? '', quantity }))
