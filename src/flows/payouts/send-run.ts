import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { openText } from '../../lib/sealed-box.ts'
import type { OutgoingPayout, PayoutDetails } from '../../modules/ledger/index.ts'
import { accountsOf } from '../../modules/ledger/store/payout-accounts.ts'
import { movePayout, moveRun, type PayoutRow } from '../../modules/ledger/store/payouts.ts'
import { notify } from '../accounts/notify.ts'
import { onceOnly } from '../orders/once-only.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import type { RunStep } from './approve-run.ts'
import { financeOnly } from './plan-run.ts'
import { openRun, type RunFacts } from './run-facts.ts'

/**
 * ATT-33: sends a locked run through its adapter. It is claimed first, in a transaction of its own, so that it can no longer be
 * cancelled; then the adapter gets it, outside any transaction; then the payouts are marked. After a crash between, sending again
 * sends the same payouts under the same ids. Refused while a second person is missing, and when somebody's account was changed
 * after the run was locked: what was approved is what is sent. Fails with `forbidden`, `state`, `conflict`.
 */
export async function sendRun(ctx: Ctx, actor: Actor, { runId }: { runId: string }, idempotencyKey: string): Promise<Result<RunStep>> {
  const who = financeOnly(actor)
  if (!who.ok) return who
  const { userId } = who.value
  const once = { label: 'claim payout run', key: `payout-send:${userId}:${idempotencyKey}`, request: { runId } }
  const claimed = await onceOnly<RunStep>(ctx, once, async (req) => {
    const opened = await openRun(req, runId)
    if (!opened.ok) return opened
    const { run, waitsForSecond } = opened.value
    if (waitsForSecond) return fail('state', 'This run needs a second person before it is sent.', { details: { why: 'second_person' } })
    if (await changedSince(req, opened.value))
      return fail('conflict', 'A payout account was changed after this run was locked: cancel the run and lock it again.')
    const sent = { state: 'sent' as const, sentBy: userId, sentAt: ctx.clock.now().toISOString() }
    // A run that was claimed before and got stuck half-way is gone on with.
    const goesOn = run.state === 'sent' && opened.value.payouts.some(({ state }) => state === 'locked')
    if (!goesOn && !(await moveRun(req, runId, 'locked', sent))) return fail('state', `Expected a locked run, this one is ${run.state}`)
    return ok({ runId, state: 'sent' })
  })
  if (!claimed.ok) return claimed
  await finishSending(ctx, runId)
  return claimed
}

/** Gives the adapter what is still locked of a claimed run, and marks it as sent. Idempotent. */
async function finishSending(ctx: Ctx, runId: string): Promise<void> {
  const req = await ctx.req()
  const opened = await openRun(req, runId)
  if (!opened.ok || opened.value.run.state !== 'sent') return
  const { run, payouts } = opened.value
  const open = payouts.filter(({ state }) => state === 'locked')
  if (open.length === 0) return
  // The whole run again: a file is written whole, and a provider knows by the id what it has sent.
  const outgoing = await outgoingOf(
    ctx,
    payouts.filter(({ state }) => state === 'locked' || state === 'sent'),
  )
  const sent = await ctx.payouts.send({ id: run.id, number: run.number, payouts: outgoing })
  const references = new Map(sent.map(({ id, reference }) => [id, reference]))
  await ctx.tx('mark payouts sent', async (inner) => {
    for (const { id, creator, amount, currency } of open) {
      const reference = references.get(id)
      if (!reference || !(await movePayout(inner, id, 'locked', { state: 'sent', reference }))) continue
      const to = await userOfCreator(inner, creator)
      if (to) await notify(inner, { userId: to, kind: 'payout-sent', data: { payoutId: id, amount: { amount, currency } } })
    }
  })
}

async function changedSince(req: Parameters<typeof openRun>[0], { run, payouts }: RunFacts): Promise<boolean> {
  const accounts = await accountsOf(
    req,
    payouts.map(({ creator }) => creator),
  )
  return payouts.some(({ creator }) => {
    const account = accounts.get(creator)
    return !account || new Date(account.changedAt) > new Date(run.lockedAt)
  })
}

async function outgoingOf(ctx: Ctx, payouts: readonly PayoutRow[]): Promise<OutgoingPayout[]> {
  const key = ctx.keyFor('payout-accounts')
  const accounts = await accountsOf(
    await ctx.req(),
    payouts.map(({ creator }) => creator),
  )
  return payouts.map(({ id, creator, amount, currency }) => {
    const account = accounts.get(creator)
    if (!account) throw new Error(`Payout ${id} has no account to be sent to any more`)
    // We sealed it, so its shape is known.
    const details = JSON.parse(openText(key, account.sealed, creator)) as PayoutDetails
    return { id, creator, amount, currency, details }
  })
}
