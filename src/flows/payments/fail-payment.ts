import type { Ctx } from '../../context.ts'
import type { Result } from '../../lib/result.ts'
import { writeHistory } from '../../modules/checkout/store/order-state.ts'
import type { PaymentNotice, ProviderName } from '../../modules/payments/index.ts'
import { movePayment } from '../../modules/payments/store.ts'
import { type Applied, applyEvent } from './apply-event.ts'

/** A payment did not work. The order keeps its goods until its reservation ends; `retryPayment` opens another payment. */
export async function failPayment(ctx: Ctx, event: PaymentNotice, provider: ProviderName = 'sandbox'): Promise<Result<Applied>> {
  const at = ctx.clock.now()
  return applyEvent(ctx, 'fail payment', provider, event, async (req, payment) => {
    if (!(await movePayment(req, payment.id, 'pending', 'failed', at))) return { outcome: 'ignored' }
    await writeHistory(req, {
      order: payment.order,
      subject: 'payment',
      subjectId: payment.id,
      event: 'fail',
      from: 'pending',
      to: 'failed',
      actor: null,
      at,
    })
    return { outcome: 'failed' }
  })
}
