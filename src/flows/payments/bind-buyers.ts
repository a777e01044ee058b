import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { bindBuyer } from '../../modules/attribution/store/terms.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { decisionOf } from './line-decision.ts'

/** A paid order, or a sale elsewhere whose buyer's account is known. */
export interface BindingOrder extends Pick<OrderRow, 'id' | 'user' | 'placedAt'> {
  lines: readonly { decision?: unknown }[]
}

/**
 * ATT-09: a paid order binds its account to whom it credits, under each programme that binds, from its placement on and for the time
 * that was frozen then. The first bind of an account under a programme stands until it ends; a guest is bound to nobody.
 */
export async function bindBuyers(req: PayloadRequest, order: BindingOrder): Promise<void> {
  if (!order.user) return
  const [account, boundAt] = [idOf(order.user), new Date(order.placedAt)]
  for (const line of order.lines) {
    const { winner, bindSeconds } = decisionOf(line) ?? {}
    if (!winner || !bindSeconds) continue
    const { programmeId, creatorId, touchId } = winner
    const until = new Date(boundAt.getTime() + bindSeconds * 1000)
    await bindBuyer(req, { account, order: order.id, programmeId, creatorId, touchId, boundAt, until })
  }
}
