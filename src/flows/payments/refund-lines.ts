import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import type { Json } from '../../lib/json.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { onceOnly } from '../orders/once-only.ts'
import { type BeginRefund, beginRefund, type RefundDone, type RefundInput } from './begin-refund.ts'
import { trySettling } from './settle-refund.ts'

/**
 * Staff give money back by line and quantity (finance or admin). The pending refund is committed first, then the provider is
 * asked, then the outcome is written; a crash between is finished by a job. The same key with the same request answers the
 * same refund; with another request `idempotency_mismatch`. Refunds of one order pass one at a time, so never more than was
 * paid goes back. Fails with `forbidden`, `not_found`, `state` (not paid, or disputed), `invalid` (more than is left).
 */
export async function refundLines(ctx: Ctx, actor: Actor, input: RefundInput, idempotencyKey: string): Promise<Result<RefundDone>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Refunds are given by the roles finance and admin.')
  const reason = input.reason.trim()
  if (reason.length < 1 || reason.length > 500)
    return fail('invalid', `Expected a reason of 1 to 500 characters, got ${reason.length}`, { field: 'reason' })
  const request = { ...input, reason, userId: actor.userId }
  const once = { label: 'refund lines', key: `refund:${actor.userId}:${idempotencyKey}`, request: askedOf(request) }
  const begun = await onceOnly<RefundDone>(ctx, once, (req) => beginRefund(req, request, ctx.clock.now()))
  if (!begun.ok) return begun
  return ok({ ...begun.value, state: await trySettling(ctx, begun.value.refundId) })
}

/** What the key is bound to. Numbers as texts: what is no number must be refused by the plan, not break the hash. */
const askedOf = ({ orderId, lines, shipping = false, reason }: BeginRefund): Json => ({
  orderId,
  lines: lines.map(({ lineId, quantity, restock }) => ({ lineId, quantity: String(quantity), restock })),
  shipping,
  reason,
})
