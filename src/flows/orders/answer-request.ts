import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findOrder, lockRefunds, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { endRequest, findRequest, type RequestRow } from '../../modules/checkout/store/refund-requests.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { releaseRequested } from '../holds/hold-requested.ts'
import { beginRefund, type RefundDone } from '../payments/begin-refund.ts'
import { trySettling } from '../payments/settle-refund.ts'
import { onceOnly } from './once-only.ts'

export interface Approval {
  requestId: string
  /** Whether the goods are back, or never left, and can be sold again. */
  restock: boolean
  /** Whether what is left of the shipping goes back too. */
  shipping: boolean
  /** Words for the buyer. */
  answer?: string | undefined
}

/**
 * Staff (finance or admin) give what a buyer asked for: the request is answered and the refund begun in one transaction, then carried out as
 * every refund is. The same key gives the same refund. Fails with `forbidden`, `not_found`, `state` (it was answered or withdrawn), `invalid` (less
 * is left than was asked for).
 */
export async function approveRequest(ctx: Ctx, actor: Actor, approval: Approval, idempotencyKey: string): Promise<Result<RefundDone>> {
  const by = mayAnswer(actor)
  if (!by.ok) return by
  const { requestId, restock, shipping } = approval
  const answer = approval.answer?.trim() || null
  const once = { label: 'approve request', key: `approve:${by.value}:${idempotencyKey}`, request: { requestId, restock, shipping, answer } }
  const at = ctx.clock.now()
  const begun = await onceOnly<RefundDone>(ctx, once, async (req) => {
    const known = await openRequest(req, requestId)
    if (!known.ok) return known
    const { order, lines, reasonCode } = known.value
    const wanted = lines.map(({ orderLine, quantity }) => ({ lineId: orderLine, quantity, restock }))
    const refund = await beginRefund(req, { orderId: order, lines: wanted, shipping, reason: reasonCode, userId: by.value }, at)
    if (!refund.ok) return refund
    await endAnswered(req, known.value, { to: 'approved', answer, by: by.value, refund: refund.value.refundId, at })
    return refund
  })
  if (!begun.ok) return begun
  return ok({ ...begun.value, state: await trySettling(ctx, begun.value.refundId) })
}

/** Staff say no, with words that the buyer reads. Fails as an approval does, and with `invalid` without words. */
export async function declineRequest(
  ctx: Ctx,
  actor: Actor,
  { requestId, answer: given }: { requestId: string; answer: string },
  idempotencyKey: string,
): Promise<Result<{ state: 'declined' }>> {
  const by = mayAnswer(actor)
  if (!by.ok) return by
  const answer = given.trim()
  if (answer.length < 1 || answer.length > 1000) {
    return fail('invalid', `Expected words of 1 to 1000 characters, got ${answer.length}`, { field: 'answer' })
  }
  const once = { label: 'decline request', key: `decline:${by.value}:${idempotencyKey}`, request: { requestId, answer } }
  const at = ctx.clock.now()
  return onceOnly<{ state: 'declined' }>(ctx, once, async (req) => {
    const known = await openRequest(req, requestId)
    if (!known.ok) return known
    await endAnswered(req, known.value, { to: 'declined', answer, by: by.value, refund: null, at })
    await queueMail(req, { template: 'refund-declined', subject: requestId })
    const order = await findOrder(req, known.value.order)
    if (order?.user) {
      const data = { orderId: order.id, orderNumber: order.number }
      await notify(req, { userId: idOf(order.user), kind: 'refund-declined', data })
    }
    return ok({ state: 'declined' as const })
  })
}

function mayAnswer(actor: Actor): Result<string> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin'))
    return fail('forbidden', 'Requests are answered by the roles finance and admin.')
  return ok(actor.userId)
}

/** The request, with its order locked, while it waits for an answer. */
export async function openRequest(req: PayloadRequest, requestId: string): Promise<Result<RequestRow>> {
  const known = isId(requestId) ? await findRequest(req, requestId) : null
  if (!known) return fail('not_found', 'There is no such request.')
  await lockRefunds(req, known.order)
  const now = (await findRequest(req, requestId))!
  if (now.state !== 'asked') return fail('state', `This request is ${now.state} already.`, { details: { state: now.state } })
  return ok(now)
}

interface End {
  to: 'approved' | 'declined'
  answer: string | null
  by: string
  refund: string | null
  at: Date
}

/** Ends a request that `openRequest` found open. What it held stays held until the refund that it was given has ended. */
export async function endAnswered(req: PayloadRequest, request: RequestRow, { to, answer, by, refund, at }: End): Promise<void> {
  const { id, order } = request
  const ended = await endRequest(req, { id, to, answer, answeredBy: by, refund, at })
  if (!ended) throw new Error(`Request ${id} changed while it was answered`)
  const event = to === 'approved' ? 'approve' : 'decline'
  await writeHistory(req, { order, subject: 'refund_request', subjectId: id, event, from: 'asked', to, actor: by, at })
  if (refund === null) await releaseRequested(req, request, by, at)
}
