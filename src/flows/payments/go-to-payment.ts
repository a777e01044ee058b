import type { Ctx } from '../../context.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { isExpired } from '../../modules/checkout/index.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { findPayment, type PaymentRow, referPayment } from '../../modules/payments/store.ts'
import { openOrder } from '../orders/order-access.ts'

interface Ask {
  paymentId: string
  /** Of the guest's link. */
  secret?: string | undefined
}

/** The provider's page stays open for this long after the goods are let go: Stripe wants half an hour from when it was opened, at the least. */
const afterwardsSeconds = 45 * 60

/** The address of a page of a provider, or null: the payment's page is our own. */
export type Away = { url: string | null; orderId: string }

/**
 * Where a payment is made. Opens it at its provider when it is none of ours: outside any transaction, as often as asked, and
 * each time the same page. Fails with `not_found` for whoever may not see the order, `state` when there is nothing to pay,
 * `unavailable` when the provider cannot be asked.
 */
export async function goToPayment(ctx: Ctx, visit: Visit, { paymentId, secret }: Ask): Promise<Result<Away>> {
  const payment = isId(paymentId) ? await findPayment(await ctx.req(), paymentId) : null
  const opened = payment ? await openOrder(ctx, visit, { orderId: payment.order, secret }) : null
  if (!payment || !opened?.ok) return fail('not_found', 'There is no such payment, or it is not yours to see.')
  const { order } = opened.value
  if (payment.provider === 'sandbox') return ok({ url: null, orderId: order.id })
  const over = order.reservedUntil ? isExpired(order.state, new Date(order.reservedUntil), ctx.clock.now()) : false
  if (payment.state !== 'pending' || order.state !== 'awaiting_payment' || over)
    return fail('state', 'There is nothing to pay here any more.', { details: { state: order.state, orderId: order.id } })
  try {
    return ok({ url: await openAway(ctx, visit, order, payment), orderId: order.id })
  } catch (error) {
    ctx.log.error({ err: error, payment: payment.id }, 'A payment could not be opened at its provider')
    return fail('unavailable', 'The payment service cannot be reached just now. Your goods are kept: try again in a moment.')
  }
}

async function openAway(ctx: Ctx, visit: Visit, order: OrderRow, payment: PaymentRow): Promise<string> {
  const provider = ctx.payments[payment.provider]
  if (!provider) throw new Error(`Payment ${payment.id} is to be paid by ${payment.provider}, whose keys are not given any more`)
  const page = `${ctx.env.PUBLIC_URL ?? visit.origin}/${order.locale}/orders/${order.id}`
  const { amount, currency } = payment
  const { reference, url } = await provider.openPayment({
    ...{ paymentId: payment.id, orderId: order.id, orderNumber: order.number, amount, currency, locale: order.locale },
    returnUrl: `${page}?returned=1`,
    cancelUrl: page,
    closesAt: new Date(new Date(order.reservedUntil ?? order.placedAt).getTime() + afterwardsSeconds * 1000),
  })
  // Its notice may have been faster, and has then written the reference.
  if (reference !== payment.reference)
    await ctx.tx('open payment', (req) => referPayment(req, payment.id, payment.reference, reference).then(() => null))
  return url
}
