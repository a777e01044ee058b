import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { lockRefunds, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { endRequest, findRequest } from '../../modules/checkout/store/refund-requests.ts'
import { releaseRequested } from '../holds/hold-requested.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { noSuchOrder, type OrderAsk, openOrder } from './order-access.ts'

/** The buyer takes a request back that waits for its answer. Twice is once. Fails with `not_found`, `state` (it was answered). */
export async function withdrawRequest(
  ctx: Ctx,
  visit: Visit,
  ask: OrderAsk & { requestId: string },
): Promise<Result<{ state: 'withdrawn' }>> {
  const opened = await openOrder(ctx, visit, ask)
  if (!opened.ok) return opened
  const { order, reader } = opened.value
  if (reader === 'staff') return noSuchOrder
  const { userId: actor } = await visit.actor()
  const at = ctx.clock.now()
  return allOrNothing(ctx, 'withdraw request', async (req) => {
    await lockRefunds(req, order.id)
    const known = await findRequest(req, ask.requestId)
    if (!known || known.order !== order.id) return noSuchOrder
    if (known.state === 'withdrawn') return ok({ state: 'withdrawn' as const })
    if (!(await endRequest(req, { id: known.id, to: 'withdrawn', at }))) {
      return fail('state', 'This request was answered already.', { details: { state: known.state } })
    }
    const story = {
      order: order.id,
      subject: 'refund_request',
      subjectId: known.id,
      event: 'withdraw',
      from: 'asked',
      to: 'withdrawn',
    } as const
    await writeHistory(req, { ...story, actor, at })
    await releaseRequested(req, known, null, at)
    return ok({ state: 'withdrawn' as const })
  })
}
