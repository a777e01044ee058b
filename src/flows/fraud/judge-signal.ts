import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { SignalVerdict } from '../../modules/fraud/index.ts'
import { decisionsOfSignals, insertDecision } from '../../modules/fraud/store/decisions.ts'
import { findSignal, type StoredSignal } from '../../modules/fraud/store/signals.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { notify } from '../accounts/notify.ts'
import { onceOnly } from '../orders/once-only.ts'
import type { ChangedBy } from '../payments/reverse-commission.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { lineIdsOf } from './lines-of.ts'
import { applyConsequence, judgedSignals } from './subject.ts'
import { giveCommissionBack, takeCommission } from './take-commission.ts'

export interface Verdict {
  signalId: string
  verdict: SignalVerdict
  note: string
}

/**
 * ATT-38: staff looked at a signal. `fine` releases what it held; `confirmed` takes the commission of that part of the order back, for fraud.
 * The newest decision stands, so that each undoes the other: what was taken comes back. A note is kept with who decided. Nobody judges a
 * signal about himself. Fails with `forbidden`, `invalid`, `not_found`, `state` (it stands so already).
 */
export async function judgeSignal(
  ctx: Ctx,
  actor: Actor,
  { signalId, verdict, note }: Verdict,
  idempotencyKey: string,
): Promise<Result<{ signalId: string }>> {
  const who = riskStaff(actor)
  if (!who.ok) return who
  const text = note.trim()
  if (text.length < 1 || text.length > 1000)
    return fail('invalid', `Expected a note of 1 to 1000 characters, got ${text.length}`, { field: 'note' })
  const once = { label: 'judge signal', key: `signal:${who.value}:${idempotencyKey}`, request: { signalId, verdict, note: text } }
  return onceOnly<{ signalId: string }>(ctx, once, async (req) => {
    const signal = isId(signalId) ? await findSignal(req, signalId) : null
    if (!signal) return fail('not_found', 'There is no such signal.')
    if (signal.creator === actor.creatorId) return fail('forbidden', 'Somebody else looks at a signal about you.')
    const before = await decisionsOfSignals(req, [signal.id])
    if (before.at(-1)?.kind === verdict) return fail('state', `This signal is ${verdict} already.`)
    const at = ctx.clock.now()
    const id = await insertDecision(req, {
      ...{ key: `${signal.id}:${before.length}`, creator: signal.creator, signal: signal.id, kind: verdict },
      ...{ reason: verdict === 'fine' ? 'none' : 'fake_orders', note: text, actor: who.value, at },
    })
    if (signal.order) await settleCommission(req, signal, id, { at, actor: who.value })
    await applyConsequence(req, signal, at)
    return ok({ signalId: signal.id })
  })
}

/** Finance and admin; answers the account. */
export function riskStaff(actor: Actor): Result<string> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Risks are judged by the roles finance and admin.')
  return ok(actor.userId)
}

/** Taken while one signal about her part of the order is confirmed, given back when none is. */
async function settleCommission(req: PayloadRequest, signal: StoredSignal, decision: string, by: ChangedBy): Promise<void> {
  const { creator, order } = signal
  const all = await judgedSignals(req, signal, by.at)
  const isConfirmed = all.some((one) => one.decision?.kind === 'confirmed')
  if (isConfirmed) {
    const lineIds = await lineIdsOf(req, order!)
    const own = (await entriesOfLines(req, lineIds)).filter((entry) => entry.creator === creator)
    const taken = await takeCommission(
      req,
      creator,
      [{ order, lineIds: lineIds.filter((id) => own.some(({ orderLine }) => orderLine === id)) }],
      decision,
      by,
    )
    return tell(req, 'commission-withdrawn', signal, taken)
  }
  const decisions = await decisionsOfSignals(
    req,
    all.map((one) => one.signal.id),
  )
  for (const { id, kind } of decisions) {
    if (kind === 'confirmed') await tell(req, 'commission-returned', signal, await giveCommissionBack(req, creator, id, by))
  }
}

async function tell(
  req: PayloadRequest,
  kind: 'commission-withdrawn' | 'commission-returned',
  { creator, order }: StoredSignal,
  moved: ReadonlyMap<string, number>,
): Promise<void> {
  const userId = moved.size > 0 ? await userOfCreator(req, creator) : null
  if (!userId) return
  for (const [currency, amount] of moved) {
    const data = { orderId: order ?? '', amount: { amount, currency } }
    await notify(req, kind === 'commission-withdrawn' ? { userId, kind, data } : { userId, kind, data })
  }
}
