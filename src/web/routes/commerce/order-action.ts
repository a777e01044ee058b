import { redirect } from 'react-router'
import { cancelOrder } from '../../../flows/orders/cancel-order.ts'
import { retryPayment } from '../../../flows/payments/retry-payment.ts'
import { newId } from '../../../lib/ids.ts'
import { failurePage } from '../../lib/answers.ts'
import type { Door } from './door.ts'
import { privateHeaders } from './private.ts'

/** Opens the order's next payment and goes there. When there is nothing to pay any more, the order's page says what is true. */
export async function retry({ ctx, visit, to }: Door, orderId: string) {
  const opened = await retryPayment(ctx, visit, { orderId }, newId())
  if (opened.ok) return redirect(opened.value.url.startsWith('/') ? to(opened.value.url) : opened.value.url, { headers: privateHeaders() })
  if (opened.failure.code === 'not_found' || opened.failure.code === 'unavailable') throw failurePage(opened.failure)
  return backTo(to, orderId)
}

/** The buyer takes an unpaid order back. One that was paid meanwhile stays, and its page says so. */
export async function cancel({ ctx, visit, to }: Door, orderId: string) {
  const cancelled = await cancelOrder(ctx, visit, { orderId })
  if (!cancelled.ok && cancelled.failure.code === 'not_found') throw failurePage(cancelled.failure)
  return backTo(to, orderId)
}

const backTo = (to: Door['to'], orderId: string) => redirect(to(`/orders/${orderId}`), { headers: privateHeaders() })
