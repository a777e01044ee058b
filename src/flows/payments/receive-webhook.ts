import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { isProvider, type PaymentProvider, type ProviderEvent } from '../../modules/payments/index.ts'
import type { Applied, EventOutcome } from './apply-event.ts'
import { confirmPayment } from './confirm-payment.ts'
import { failPayment } from './fail-payment.ts'
import { takeDispute } from './take-dispute.ts'
import { takeRefundNotice } from './take-refund-notice.ts'

type Headers = Readonly<Record<string, string | string[] | undefined>>

/**
 * A provider's notice: the truth about a payment. Nothing is believed before the signature over the raw bytes was checked.
 * Fails with `not_found` (no such provider here), `forbidden` (signature), `bad_request` (no event). A notice that came
 * before, or that changes nothing, is a success: the provider must not send it again.
 */
export async function receiveWebhook(
  ctx: Ctx,
  name: string,
  rawBody: Uint8Array,
  headers: Headers,
): Promise<Result<{ outcome: EventOutcome }>> {
  const provider = providerNamed(ctx, name)
  if (!provider) return fail('not_found', 'No payment provider of this name is used here.')
  const event = await provider.readEvent(rawBody, headers, ctx.clock.now())
  if (!event.ok) return event
  return event.value ? takeEvent(ctx, event.value, provider) : ok({ outcome: 'ignored' })
}

/** What an event of each type does. */
export function takeEvent(ctx: Ctx, event: ProviderEvent, { name }: Pick<PaymentProvider, 'name'>): Promise<Result<Applied>> {
  switch (event.type) {
    case 'payment.settled':
      return confirmPayment(ctx, event, name)
    case 'payment.failed':
      return failPayment(ctx, event, name)
    case 'refund.settled':
    case 'refund.failed':
      return takeRefundNotice(ctx, event, name)
    default:
      return takeDispute(ctx, event, name)
  }
}

function providerNamed(ctx: Ctx, name: string): PaymentProvider | null {
  if (!isProvider(name) || (name === 'sandbox' && !ctx.sandbox.enabled)) return null
  return ctx.payments[name]
}
