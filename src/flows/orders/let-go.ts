import type { PayloadRequest } from 'payload'
import { releaseCouponUse } from '../../modules/checkout/store/coupons.ts'
import { moveOrder, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { moveStock } from '../../modules/checkout/store/stock.ts'
import { movePayment, paymentsOfOrder } from '../../modules/payments/store.ts'

export interface LettingGo {
  event: 'expire' | 'cancel'
  /** Account of who did it; null for the shop's own doing and for guests. */
  actor: string | null
  reason?: string
  at: Date
}

/**
 * Ends an order that was not paid, in the caller's transaction: its state by one conditional write, its goods back into
 * stock, its payment cancelled. False, and nothing written, when somebody else was faster (a payment that settled).
 */
export async function letGo(req: PayloadRequest, order: OrderRow, { event, actor, reason, at }: LettingGo): Promise<boolean> {
  const to = event === 'expire' ? 'expired' : 'cancelled'
  if (!(await moveOrder(req, { order: order.id, from: 'awaiting_payment', to }))) return false
  const why = { actor, at, ...(reason ? { reason } : {}) }
  await writeHistory(req, { order: order.id, subject: 'order', subjectId: order.id, event, from: 'awaiting_payment', to, ...why })
  for (const { variant, quantity } of [...order.lines].map(wantedOf).sort((a, b) => (a.variant < b.variant ? -1 : 1))) {
    const key = `release:${order.id}:${variant}`
    const released = await moveStock(req, { variant, move: 'release', quantity, key, order: order.id, ...why })
    if (!released) throw new Error(`Order ${order.id} holds ${quantity} of variant ${variant}, and its stock level does not say so`)
  }
  await releaseCouponUse(req, { order: order.id, at })
  for (const { id, state } of await paymentsOfOrder(req, order.id)) {
    if (state !== 'pending' || !(await movePayment(req, id, 'pending', 'cancelled', at))) continue
    await writeHistory(req, {
      order: order.id,
      subject: 'payment',
      subjectId: id,
      event: 'cancel',
      from: 'pending',
      to: 'cancelled',
      ...why,
    })
  }
  return true
}

const wantedOf = ({ variant, quantity }: OrderRow['lines'][number]) => ({
  variant: typeof variant === 'string' ? variant : variant.id,
  quantity,
})
