import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { orderNumbers } from '../../modules/checkout/store/hinted-orders.ts'
import { moveMark, readMark } from '../../modules/operations/store/marks.ts'
import { countEventsSince, findEventsByOutcome, findPaymentByReference } from '../../modules/payments/store.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { needPerson } from './apply-event.ts'

/** A signed notice that our books could not settle by themselves. `at` as an ISO string. */
export interface PaymentTrouble {
  id: string
  provider: string
  eventId: string
  type: string
  /** The provider's id of the payment. */
  reference: string
  outcome: string
  at: string
  /** Where it is about a payment of ours. */
  orderId: string | null
  orderNumber: string | null
  /** It came after somebody last said that all were seen. */
  isNew: boolean
}

const seenKey = 'payment-troubles:seen'

/** The newest notices that need a person (finance and admin): unknown payments, other amounts, refunds that are too large or came back. */
export async function listPaymentTroubles(
  ctx: Ctx,
  actor: Actor,
  { limit = 50 }: { limit?: number | undefined } = {},
): Promise<Result<PaymentTrouble[]>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Notices of payment are seen by the roles finance and admin.')
  const req = await ctx.req()
  const seen = (await readMark(req, seenKey)) ?? 0
  const events = await findEventsByOutcome(req, needPerson, Math.min(200, Math.max(1, Math.trunc(limit) || 50)))
  const payments = await Promise.all(events.map(({ provider, reference }) => findPaymentByReference(req, provider, reference)))
  const numbers = await orderNumbers(
    req,
    payments.flatMap((payment) => payment?.order ?? []),
  )
  return ok(
    events.map(({ id, provider, key, type, reference, outcome, receivedAt: at }, index) => {
      const orderId = payments[index]?.order ?? null
      const about = { orderId, orderNumber: orderId ? (numbers.get(orderId) ?? null) : null }
      return {
        ...{ id, provider, type, reference, outcome, at },
        eventId: key.slice(provider.length + 1),
        ...about,
        isNew: Date.parse(at) > seen,
      }
    }),
  )
}

/** How many notices need a person and came after somebody last said that all were seen. */
export async function countNewTroubles(req: PayloadRequest): Promise<number> {
  return countEventsSince(req, needPerson, new Date((await readMark(req, seenKey)) ?? 0))
}

/**
 * Staff (finance, admin) say that they have seen all notices up to a moment: they stay listed and are not counted any more. An earlier
 * moment than the last changes nothing. Fails with `forbidden`, `invalid`.
 */
export async function markTroublesSeen(ctx: Ctx, actor: Actor, { until }: { until: string }): Promise<Result<null>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Notices of payment are seen by the roles finance and admin.')
  const at = new Date(until)
  if (Number.isNaN(at.getTime()) || at > ctx.clock.now())
    return fail('invalid', `Expected a moment that has been, got ${until}`, { field: 'until' })
  await againOnDuplicate(() =>
    ctx.tx('mark payment troubles seen', async (req) => {
      if (at.getTime() > ((await readMark(req, seenKey)) ?? 0)) await moveMark(req, seenKey, at.getTime())
    }),
  )
  ctx.log.info({ user: actor.userId, until: at }, 'Notices of payment that need a person were seen')
  return ok(null)
}
