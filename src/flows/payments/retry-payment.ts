import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { isExpired } from '../../modules/checkout/index.ts'
import { findOrder, lockRefunds, writeHistory } from '../../modules/checkout/store/order-state.ts'
import type { PaymentProvider, ProviderName } from '../../modules/payments/index.ts'
import { insertPayment, paymentsOfOrder } from '../../modules/payments/store.ts'
import { onceOnly } from '../orders/once-only.ts'
import { noSuchOrder, type OrderAsk, openOrder } from '../orders/order-access.ts'
import { payingWith } from '../orders/paying-with.ts'

export type OpenPayment = {
  id: string
  provider: ProviderName
  /** Where it is paid; a path without the language. */
  url: string
}

/**
 * Opens another payment for an order whose payment did not work, while its goods are still kept. One that is still open is
 * answered as it is: an order has one open payment at a time. The same key gives the same answer. Fails with `not_found`,
 * `state` (nothing to pay any more), `gone` (the goods were let go), `unavailable` (no provider here).
 */
export async function retryPayment(ctx: Ctx, visit: Visit, ask: OrderAsk, idempotencyKey: string): Promise<Result<OpenPayment>> {
  const opened = await openOrder(ctx, visit, ask)
  if (!opened.ok) return opened
  const paying = payingWith(ctx, visit)
  if (!paying.ok) return paying
  const { id: order } = opened.value.order
  const once = { label: 'retry payment', key: `payment:${order}:${idempotencyKey}`, request: { order } }
  return onceOnly<OpenPayment>(ctx, once, (req) => open(req, order, paying.value.provider, ctx.clock.now()))
}

async function open(req: PayloadRequest, orderId: string, provider: PaymentProvider, at: Date): Promise<Result<OpenPayment>> {
  // The same lock as refunds: of two retries at once the second finds the first's payment.
  await lockRefunds(req, orderId)
  const now = await findOrder(req, orderId)
  if (!now) return noSuchOrder
  if (now.state === 'expired' || (now.reservedUntil && isExpired(now.state, new Date(now.reservedUntil), at)))
    return fail('gone', 'The goods of this order were let go: order again.')
  if (now.state !== 'awaiting_payment')
    return fail('state', `Expected an order that waits for its payment, this one is ${now.state}`, { details: { state: now.state } })
  const waiting = (await paymentsOfOrder(req, orderId)).find(({ state }) => state === 'pending')
  if (waiting) return ok({ id: waiting.id, provider: waiting.provider, url: `/pay/${waiting.id}` })
  const id = newId()
  const { total: amount, currency } = now
  const reference = provider.firstReference(id)
  await insertPayment(req, { id, order: orderId, provider: provider.name, reference, amount, currency, test: Boolean(now.test), at })
  const what = { order: orderId, subject: 'payment' as const, subjectId: id, actor: null, at }
  await writeHistory(req, { ...what, event: 'submit', from: 'created', to: 'pending' })
  return ok({ id, provider: provider.name, url: `/pay/${id}` })
}
