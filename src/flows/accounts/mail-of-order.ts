import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import { findOrder } from '../../modules/checkout/store/order-state.ts'
import { isGivenBackFor } from '../../modules/notifications/index.ts'
import { findMailContact, findMailOrder, findMailRefund } from '../../modules/notifications/store.ts'
import type { Order, Refund } from '../../payload-types.ts'
import { guestToken } from '../orders/guest-token.ts'
import { type AddressedLetter, siteOrigin, write } from './mail-tools.ts'

/**
 * Letters of an order: to the address given at checkout, with a link that opens it without an account. Null when the
 * contact was erased, an order to be paid is no longer waiting for it, or one that was let go was paid after all.
 */
export async function orderLetter(
  ctx: Ctx,
  kind: 'order-placed' | 'order-paid' | 'order-expired' | 'refund-done',
  subject: string,
  secret: string | null,
): Promise<AddressedLetter | null> {
  const req = await ctx.req()
  const refund = kind === 'refund-done' ? await findMailRefund(req, subject) : null
  if (kind === 'refund-done' && !refund) return null
  const order = await findMailOrder(req, refund ? idOf(refund.order) : subject)
  const to = order ? await orderAddress(req, order) : null
  if (!order || !to) return null
  const { locale } = order
  const url = orderUrl(ctx, order, secret)
  const orderNumber = order.number
  if (refund)
    return write(req, 'refund-done', {
      to,
      locale,
      data: {
        ...{ orderNumber, url, lines: refundedLines(order, refund), amount: money(refund, refund.amount) },
        because: refund.actor === 'system' && isGivenBackFor(refund.reason) ? refund.reason : null,
      },
    })
  const facts = { orderNumber, url, lines: linesOf(order), shipping: money(order, order.shippingTotal), total: money(order, order.total) }
  if (kind === 'order-paid') return write(req, kind, { to, locale, data: facts })
  if (kind === 'order-expired') {
    if (order.state !== 'expired') return null
    const first = order.exchangeOf ? await findOrder(req, order.exchangeOf) : null
    return write(req, kind, { to, locale, data: { ...facts, exchangeOf: first?.number ?? null } })
  }
  if (order.state !== 'awaiting_payment' || !order.reservedUntil) return null
  return write(req, 'order-placed', { to, locale, data: { ...facts, payBefore: order.reservedUntil } })
}

/** Opens an order without an account: for the buyer's letters only. */
export const orderUrl = (ctx: Ctx, { id, locale }: Pick<Order, 'id' | 'locale'>, secret: string | null = null): string =>
  `${siteOrigin(ctx)}/${locale}/orders/${id}?key=${encodeURIComponent(secret ?? guestToken(ctx, id))}`

/** Where letters of an order go: what was given at checkout, else the account's; null when it was erased. */
export async function orderAddress(req: PayloadRequest, order: Order): Promise<string | null> {
  const contact = await findMailContact(req, order.id)
  if (contact?.erasedAt) return null
  if (contact?.email) return contact.email
  return order.user ? ((await findUserById(req, idOf(order.user)))?.email ?? null) : null
}

const money = ({ currency }: Pick<Order, 'currency'>, amount: number) => ({ amount, currency })

const linesOf = (order: Order) =>
  order.lines.map(({ title, quantity, paidAmount }) => ({ title, quantity, amount: money(order, paidAmount) }))

const refundedLines = (order: Order, refund: Refund) =>
  refund.lines.map(({ orderLine, quantity, amount }) => ({
    title: order.lines.find(({ id }) => id === orderLine)?.title ?? '',
    quantity,
    amount: money(refund, amount),
  }))
