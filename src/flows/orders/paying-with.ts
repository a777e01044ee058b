import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import type { PaymentProvider } from '../../modules/payments/index.ts'
import { sandboxFor } from './sandbox-for.ts'

export interface PayingWith {
  provider: PaymentProvider
  /** Its order is a test, which is never paid out. */
  marksTest: boolean
}

/**
 * What this visit's orders are paid with: Stripe where its keys are given, else the sandbox where it may be used. Stripe's
 * test keys move no money either: off this machine their orders are tests, too. Fails with `unavailable`.
 */
export function payingWith(ctx: Ctx, visit: Pick<Visit, 'forwarded'>): Result<PayingWith> {
  const { sandbox, stripe } = ctx.payments
  if (stripe) return ok({ provider: stripe, marksTest: stripe.play && (visit.forwarded || !ctx.env.onlyHere) })
  const { enabled, marksTest } = sandboxFor(ctx, visit)
  if (enabled) return ok({ provider: sandbox, marksTest })
  return fail('unavailable', 'Nothing can be paid here: give the keys of Stripe, or SANDBOX_PAYMENTS=1 to try orders off this machine.')
}
