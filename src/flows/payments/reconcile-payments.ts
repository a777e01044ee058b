import type { Ctx } from '../../context.ts'
import type { PaymentProvider } from '../../modules/payments/index.ts'
import { type PaymentRow, undecidedPayments, waitingRefunds } from '../../modules/payments/store.ts'
import { takeEvent } from './receive-webhook.ts'
import { trySettling } from './settle-refund.ts'

/** A notice is missed when it has not come this long after its payment was opened. */
const missedMs = 10 * 60_000
/** Rows read at a time, and payments asked about in one look at most: what is left comes with the next. */
const PART = 50
const MOST = 2_000

export interface Reconciled {
  /** Payments that the provider was asked about. */
  asked: number
  /** Those of them that it had decided. */
  decided: number
  /** Refunds that were waiting and have ended. */
  refunds: number
  failed: number
}

/**
 * Asks providers about payments and refunds whose notice has not come: the way around a webhook that was lost, or a shop
 * that was down. `backMs` is how far it looks back. What an answer says is applied as its notice would be, so that both may
 * come. What goes wrong is logged and left for the next time.
 */
export async function reconcilePayments(ctx: Ctx, { backMs = 75 * 60_000 }: { backMs?: number } = {}): Promise<Reconciled> {
  const done: Reconciled = { asked: 0, decided: 0, refunds: 0, failed: 0 }
  const now = ctx.clock.now().getTime()
  const [from, to] = [new Date(now - backMs), new Date(now - missedMs)]
  for (const provider of [ctx.payments.stripe]) if (provider) await askAbout(ctx, provider, { from, to }, done)
  for (const { id } of await waitingRefunds(await ctx.req(), to, PART)) {
    if ((await trySettling(ctx, id)) === 'pending') continue
    done.refunds += 1
  }
  return done
}

async function askAbout(ctx: Ctx, provider: PaymentProvider, span: { from: Date; to: Date }, done: Reconciled): Promise<void> {
  const seen = new Set<string>()
  for (let { from } = span; seen.size < MOST; ) {
    const found = await undecidedPayments(await ctx.req(), { provider: provider.name, from, to: span.to, limit: PART })
    const fresh = found.filter(({ id }) => !seen.has(id))
    for (const payment of fresh) {
      seen.add(payment.id)
      await askOne(ctx, provider, payment, done)
    }
    if (fresh.length === 0) return
    from = new Date(Math.max(...found.map(({ createdAt }) => Date.parse(createdAt))))
  }
}

async function askOne(ctx: Ctx, provider: PaymentProvider, payment: PaymentRow, done: Reconciled): Promise<void> {
  done.asked += 1
  try {
    const notice = await provider.lookUp(payment)
    const taken = notice ? await takeEvent(ctx, notice, provider) : null
    if (taken?.ok && taken.value.outcome !== 'duplicate' && taken.value.outcome !== 'ignored') done.decided += 1
  } catch (error) {
    done.failed += 1
    ctx.log.error({ err: error, payment: payment.id }, 'A payment could not be looked up at its provider')
  }
}
