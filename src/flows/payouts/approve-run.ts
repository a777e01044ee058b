import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { moveRun } from '../../modules/ledger/store/payouts.ts'
import { onceOnly } from '../orders/once-only.ts'
import { financeOnly } from './plan-run.ts'
import { openRun } from './run-facts.ts'

export type RunStep = { runId: string; state: string }

/** ATT-33: a second person of the finance role agrees to a locked run; never the one who locked it. Fails with `forbidden`, `state`. */
export async function approveRun(ctx: Ctx, actor: Actor, { runId }: { runId: string }, idempotencyKey: string): Promise<Result<RunStep>> {
  const who = financeOnly(actor)
  if (!who.ok) return who
  const { userId } = who.value
  const once = { label: 'approve payout run', key: `payout-approve:${userId}:${idempotencyKey}`, request: { runId } }
  return onceOnly<RunStep>(ctx, once, async (req) => {
    const opened = await openRun(req, runId, { now: ctx.clock.now() })
    if (!opened.ok) return opened
    if (opened.value.run.lockedBy === userId) return fail('forbidden', 'A run is approved by somebody else than who locked it.')
    const approval = { approvedBy: userId, approvedAt: ctx.clock.now().toISOString() }
    const moved = await moveRun(req, runId, 'locked', approval, [{ approvedBy: { exists: false } }])
    return moved ? ok({ runId, state: 'locked' }) : fail('state', 'Expected a locked run that nobody has approved yet.')
  })
}
