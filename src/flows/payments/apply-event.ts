import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { ProviderEvent, ProviderName } from '../../modules/payments/index.ts'
import { findEventOutcome, findPaymentByReference, insertEvent, type PaymentRow, setEventOutcome } from '../../modules/payments/store.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'

/**
 * What an event did. `duplicate`: it came before. `already_settled`: another event settled this payment. `ignored`: it says
 * nothing new. `paid`, `paid_late`: the order is paid, late after its goods were let go and taken again. `given_back`: the
 * money came for nothing and goes back by itself.
 */
export type EventOutcome =
  | 'paid'
  | 'paid_late'
  | 'given_back'
  | 'failed'
  | 'already_settled'
  | 'ignored'
  | 'duplicate'
  | 'unknown_payment'
  | 'amount_mismatch'

export interface Applied {
  outcome: EventOutcome
  /** A refund that now has to be carried out. */
  refundId?: string
}

type Apply = (req: PayloadRequest, payment: PaymentRow) => Promise<Applied>

/**
 * Applies an event once, in one transaction: its row comes first, under a unique key, so that a second delivery finds it
 * (or, at the same moment on MongoDB, trips over it, runs again and finds it). An event about a payment that we do not
 * have, or about another amount, is kept with that outcome and changes nothing else.
 */
export async function applyEvent(
  ctx: Ctx,
  label: string,
  provider: ProviderName,
  event: ProviderEvent,
  apply: Apply,
): Promise<Result<Applied>> {
  const receivedAt = ctx.clock.now()
  const applied = await againOnDuplicate(() =>
    ctx.tx(label, async (req): Promise<Applied> => {
      if ((await findEventOutcome(req, provider, event.id)) !== null) return { outcome: 'duplicate' }
      await insertEvent(req, { provider, eventId: event.id, type: event.type, reference: event.reference, outcome: 'received', receivedAt })
      const payment = await findPaymentByReference(req, provider, event.reference)
      const result = await (payment ? decide(req, payment, event, apply) : Promise.resolve<Applied>({ outcome: 'unknown_payment' }))
      await setEventOutcome(req, provider, event.id, result.outcome)
      return result
    }),
  )
  if (applied.outcome === 'unknown_payment' || applied.outcome === 'amount_mismatch') {
    ctx.log.error(
      { provider, event: event.id, reference: event.reference, outcome: applied.outcome },
      'A signed payment event does not fit our books; nothing was changed',
    )
  }
  return ok(applied)
}

async function decide(req: PayloadRequest, payment: PaymentRow, event: ProviderEvent, apply: Apply): Promise<Applied> {
  if (payment.amount !== event.amount || payment.currency !== event.currency) return { outcome: 'amount_mismatch' }
  return apply(req, payment)
}
