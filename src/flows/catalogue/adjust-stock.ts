import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { moveStock } from '../../modules/checkout/store/stock.ts'
import { type OperatorMove, refuseQuantity } from '../../modules/operations/index.ts'
import { productOfVariant, readLevel } from '../../modules/operations/store.ts'
import { onceOnly } from '../orders/once-only.ts'
import { queueIndex } from '../search/queue-index.ts'

export interface StockAdjustment {
  variantId: string
  move: OperatorMove
  /** Pieces; `adjust` may be negative. */
  quantity: number
  reason: string
}

/** The level after a change. */
export type AdjustedStock = { variantId: string; available: number; reserved: number }

/**
 * Changes what can be sold of one variant by hand: one conditional write with the movement that explains it, once per
 * key, and the product's search document follows. Failures: `forbidden` (only finance and admin), `invalid`,
 * `not_found`, `conflict` with `available` when the change would take more than there is.
 */
export async function adjustStock(
  ctx: Ctx,
  actor: Actor,
  { variantId, move, quantity, reason: given }: StockAdjustment,
  idempotencyKey: string,
): Promise<Result<AdjustedStock>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Stock is changed by the roles finance and admin.')
  const refused = refuseQuantity(move, quantity)
  if (refused) return fail('invalid', refused, { field: 'quantity' })
  const reason = given.trim()
  if (!reason) return fail('invalid', 'A change of stock needs a reason: the next person will ask.', { field: 'reason' })
  const key = `stock:${actor.userId}:${idempotencyKey}`
  return onceOnly(ctx, { label: 'adjust stock', key, request: { variantId, move, quantity, reason } }, async (req) => {
    const product = await productOfVariant(req, variantId)
    if (!product) return fail('not_found', 'There is no such variant, or it is in the bin.')
    const at = ctx.clock.now()
    const moved = await moveStock(req, { variant: variantId, move, quantity, key, reason, actor: actor.userId, at })
    const level = await readLevel(req, variantId)
    if (!level) return fail('conflict', 'This variant has no stock level; save the variant again.')
    if (!moved) {
      const { available } = level
      return fail('conflict', `There are ${available} to sell, so ${-quantity} cannot be taken away.`, {
        field: 'quantity',
        details: { available },
      })
    }
    await queueIndex(req, 'product', product)
    return ok({ variantId, ...level })
  })
}
