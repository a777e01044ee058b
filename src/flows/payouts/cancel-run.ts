import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { failEntries } from '../../modules/ledger/index.ts'
import { movePayout, moveRun } from '../../modules/ledger/store/payouts.ts'
import { appendEntries } from '../../modules/ledger/store.ts'
import { onceOnly } from '../orders/once-only.ts'
import type { RunStep } from './approve-run.ts'
import { financeOnly } from './plan-run.ts'
import { openRun, payoutFacts } from './run-facts.ts'

/** Lets a locked run go: everything is payable again. What was sent cannot be cancelled. Fails with `forbidden`, `state`. */
export async function cancelRun(ctx: Ctx, actor: Actor, { runId }: { runId: string }, idempotencyKey: string): Promise<Result<RunStep>> {
  const who = financeOnly(actor)
  if (!who.ok) return who
  const once = { label: 'cancel payout run', key: `payout-cancel:${who.value.userId}:${idempotencyKey}`, request: { runId } }
  return onceOnly<RunStep>(ctx, once, async (req) => {
    const at = ctx.clock.now()
    const opened = await openRun(req, runId, { now: at })
    if (!opened.ok) return opened
    const endedAt = at.toISOString()
    if (!(await moveRun(req, runId, 'locked', { state: 'cancelled', endedAt })))
      return fail('state', `Expected a locked run, this one is ${opened.value.run.state}`)
    for (const payout of opened.value.payouts) {
      if (!(await movePayout(req, payout.id, 'locked', { state: 'cancelled', endedAt })))
        throw new Error(`Payout ${payout.id} is not locked`)
      await appendEntries(req, failEntries(await payoutFacts(req, payout), 'cancelled', 'run_cancelled'), {
        at,
        test: false,
        actor: who.value.userId,
      })
    }
    return ok({ runId, state: 'cancelled' })
  })
}
