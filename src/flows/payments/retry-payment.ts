import type { Ctx } from '../../context.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { isExpired } from '../../modules/checkout/index.ts'
import { findOrder, lockRefunds, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { insertPayment, paymentsOfOrder } from '../../modules/payments/store.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { allOrNothing } from '../orders/all-or-nothing.ts'
import { noSuchOrder, type OrderAsk, openOrder } from '../orders/order-access.ts'

export interface OpenPayment {
  id: string
  provider: 'sandbox'
  /** Where it is paid; a path without the language. */
  url: string
}

/**
 * Opens another payment for an order whose payment did not work, while its goods are still kept. One that is still open is
 * answered as it is: an order has one open payment at a time. Fails with `not_found`, `state` (nothing to pay any more),
 * `gone` (the goods were let go), `unavailable` (no provider here).
 */
export async function retryPayment(ctx: Ctx, visit: Visit, ask: OrderAsk): Promise<Result<OpenPayment>> {
  const opened = await openOrder(ctx, visit, ask)
  if (!opened.ok) return opened
  if (!ctx.sandbox.enabled) return fail('unavailable', 'Payments are off here: set SANDBOX_PAYMENTS=1 to try orders with the sandbox.')
  const { order } = opened.value
  const [id, at] = [newId(), ctx.clock.now()]
  const { total: amount, currency, id: orderId } = order
  // The sandbox makes its reference of our id and asks nobody.
  const { reference } = await ctx.payments.sandbox.createPayment({
    paymentId: id,
    orderId,
    amount,
    currency,
    returnUrl: `/orders/${orderId}`,
  })
  return againOnDuplicate(() =>
    allOrNothing<OpenPayment>(ctx, 'retry payment', async (req) => {
      // The same lock as refunds: of two retries at once the second finds the first's payment.
      await lockRefunds(req, orderId)
      const now = await findOrder(req, orderId)
      if (!now) return noSuchOrder
      if (now.state === 'expired' || (now.reservedUntil && isExpired(now.state, new Date(now.reservedUntil), at)))
        return fail('gone', 'The goods of this order were let go: order again.')
      if (now.state !== 'awaiting_payment')
        return fail('state', `Expected an order that waits for its payment, this one is ${now.state}`, { details: { state: now.state } })
      const open = (await paymentsOfOrder(req, orderId)).find(({ state }) => state === 'pending')
      if (open) return ok({ id: open.id, provider: open.provider, url: `/pay/${open.id}` })
      await insertPayment(req, { id, order: orderId, provider: 'sandbox', reference, amount, currency, test: Boolean(now.test) })
      await writeHistory(req, {
        order: orderId,
        subject: 'payment',
        subjectId: id,
        event: 'submit',
        from: 'created',
        to: 'pending',
        actor: null,
        at,
      })
      return ok({ id, provider: 'sandbox', url: `/pay/${id}` })
    }),
  )
}
