import type { Ctx } from '../../context.ts'
import { fail, type Result } from '../../lib/result.ts'
import { isProvider } from '../../modules/payments/index.ts'
import type { EventOutcome } from './apply-event.ts'
import { confirmPayment } from './confirm-payment.ts'
import { failPayment } from './fail-payment.ts'

type Headers = Readonly<Record<string, string | string[] | undefined>>

/**
 * A provider's notice: the truth about a payment. Nothing is believed before the signature over the raw bytes was checked.
 * Fails with `not_found` (no such provider here), `forbidden` (signature), `bad_request` (no event). A notice that came
 * before, or that changes nothing, is a success: the provider must not send it again.
 */
export async function receiveWebhook(
  ctx: Ctx,
  provider: string,
  rawBody: Uint8Array,
  headers: Headers,
): Promise<Result<{ outcome: EventOutcome }>> {
  if (!isProvider(provider) || !ctx.sandbox.enabled) return fail('not_found', 'No payment provider of this name is used here.')
  const event = ctx.payments[provider].verifyEvent(rawBody, headers, ctx.clock.now())
  if (!event.ok) return event
  return event.value.type === 'payment.settled' ? confirmPayment(ctx, event.value, provider) : failPayment(ctx, event.value, provider)
}
