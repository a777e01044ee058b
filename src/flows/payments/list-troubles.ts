import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findEventsByOutcome, findPaymentByReference } from '../../modules/payments/store.ts'
import { needPerson } from './apply-event.ts'

/** A signed notice that our books could not settle by themselves. `at` as an ISO string. */
export interface PaymentTrouble {
  id: string
  provider: string
  eventId: string
  type: string
  /** The provider's id of the payment. */
  reference: string
  outcome: string
  at: string
  /** Where it is about a payment of ours. */
  orderId: string | null
}

/** The newest notices that need a person (finance and admin): unknown payments, other amounts, refunds that are too large or came back. */
export async function listPaymentTroubles(
  ctx: Ctx,
  actor: Actor,
  { limit = 50 }: { limit?: number | undefined } = {},
): Promise<Result<PaymentTrouble[]>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Notices of payment are seen by the roles finance and admin.')
  const req = await ctx.req()
  const events = await findEventsByOutcome(req, needPerson, Math.min(200, Math.max(1, Math.trunc(limit) || 50)))
  const troubles = events.map(async ({ id, provider, key, type, reference, outcome, receivedAt: at }): Promise<PaymentTrouble> => {
    const known = await findPaymentByReference(req, provider, reference)
    return { id, provider, eventId: key.slice(provider.length + 1), type, reference, outcome, at, orderId: known?.order ?? null }
  })
  return ok(await Promise.all(troubles))
}
