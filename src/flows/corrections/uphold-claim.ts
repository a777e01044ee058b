import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { idOf, newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { listProgrammes } from '../../modules/attribution/store/programme-rows.ts'
import { ordersOfNumber } from '../../modules/checkout/store/hinted-orders.ts'
import { lockRefunds, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import { findClaim, moveClaim, type StoredClaim } from '../../modules/fraud/store/claims.ts'
import { defaultHoldDays, grantEntries, roomFor, standingsOf } from '../../modules/ledger/index.ts'
import { correctionsOfOrder, insertCorrection } from '../../modules/ledger/store/corrections.ts'
import { appendEntries, entriesOfLines } from '../../modules/ledger/store.ts'
import { refundsOfOrder } from '../../modules/payments/store.ts'
import { notify } from '../accounts/notify.ts'
import { wasPaid } from '../earnings/check-order.ts'
import { onceOnly } from '../orders/once-only.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { financeOnly } from '../payouts/plan-run.ts'

export interface Uphold {
  claimId: string
  /** What the creator reads. */
  answer: string
  /** The order that she missed. */
  orderNumber: string
  /** Minor units of the order's currency. */
  amount: number
}

export type Upheld = { claimId: string; correctionId: string; amount: number; currency: string }

/**
 * ATT-40: finance finds a creator right who missed an order, and credits it: a correction of its own beside the order's lines, whose
 * frozen decision stays as it was. It is held like any earning and told to her. With what others were credited for the order it stays within the
 * programme's cap (ATT-23) on what was not refunded. A claim is credited once. Nobody upholds his own. Fails with
 * `forbidden`, `not_found`, `state` (it does not wait, or is an appeal), `invalid` with the field (more than the cap leaves: `details.left`).
 */
export async function upholdClaim(ctx: Ctx, actor: Actor, input: Uphold, idempotencyKey: string): Promise<Result<Upheld>> {
  const who = financeOnly(actor)
  if (!who.ok) return who
  const { userId } = who.value
  const [answer, orderNumber] = [input.answer.trim(), input.orderNumber.trim()]
  const { claimId, amount } = input
  if (answer.length < 1 || answer.length > 1000)
    return fail('invalid', `Expected an answer of 1 to 1000 characters, got ${answer.length}`, { field: 'answer' })
  if (!Number.isSafeInteger(amount) || amount < 1)
    return fail('invalid', `Expected an amount in minor units from 1, got ${amount}`, { field: 'amount' })
  const request = { claimId, answer, orderNumber, amount: String(amount) }
  const once = { label: 'uphold claim', key: `uphold:${userId}:${idempotencyKey}`, request }
  return onceOnly<Upheld>(ctx, once, async (req) => {
    const claim = await findClaim(req, claimId)
    if (!claim) return fail('not_found', 'There is no such claim.')
    if (claim.creator === actor.creatorId) return fail('forbidden', 'Somebody else answers your own claim.')
    if (claim.state !== 'open' || claim.finding === 'appeal') return fail('state', 'This is no claim of a missed order that waits.')
    const [order] = orderNumber === '' ? [] : await ordersOfNumber(req, orderNumber)
    if (!order || !wasPaid(order) || order.test)
      return fail('not_found', 'There is no paid order with this number.', { field: 'orderNumber' })
    return credit(req, { claim, order, answer, amount, actor: userId, at: ctx.clock.now() })
  })
}

interface Crediting {
  claim: StoredClaim
  order: OrderRow
  answer: string
  amount: number
  actor: string
  at: Date
}

async function credit(req: PayloadRequest, { claim, order, answer, amount, actor, at }: Crediting): Promise<Result<Upheld>> {
  await lockRefunds(req, order.id)
  const left = await roomOf(req, order)
  if (amount > left)
    return fail('invalid', `Expected at most the ${left} that the cap leaves of this order, got ${amount}`, {
      field: 'amount',
      details: { left },
    })
  const { id: claimId, creator } = claim
  const { currency } = order
  const answeredAt = at.toISOString()
  if (!(await moveClaim(req, claimId, 'open', { state: 'closed', answer, answeredBy: actor, answeredAt })))
    return fail('state', 'This claim does not wait for an answer.')
  const correctionId = newId()
  const row = { id: correctionId, key: `claim:${claimId}`, kind: 'credited' as const, creator, order: order.id, amount, currency }
  await insertCorrection(req, { ...row, reason: 'missed_order', note: answer.slice(0, 500), claim: claimId, actor, at: answeredAt })
  // Without its piece: what pieces brought in orders is counted from order lines alone.
  const entries = grantEntries({ adjustment: correctionId, creator, amount, currency, reason: 'correction' })
  await appendEntries(req, entries, { at, test: false, actor })
  const payableOn = new Date(at.getTime() + defaultHoldDays * 86_400_000).toISOString()
  const userId = await userOfCreator(req, creator)
  const data = { claimId, answer: answer.slice(0, 200), amount: { amount, currency }, payableOn }
  if (userId) await notify(req, { userId, kind: 'claim-credited', data })
  return ok({ claimId, correctionId, amount, currency })
}

/** What may still be credited for an order, by the caps of the programmes of its lines; of a line without one, of the default programme. */
async function roomOf(req: PayloadRequest, order: OrderRow): Promise<number> {
  const programmes = await listProgrammes(req)
  const standard = programmes.find(({ isDefault }) => isDefault)
  const entries = await entriesOfLines(
    req,
    order.lines.map(({ id }) => String(id)),
  )
  const back = (await refundsOfOrder(req, order.id)).filter(({ state }) => state !== 'failed').flatMap(({ lines }) => lines)
  const before = (await correctionsOfOrder(req, order.id)).filter(({ kind }) => kind === 'credited')
  const lines = order.lines.map(({ id, baseAmount, programme }) => {
    const refunded = back.reduce((sum, part) => (part.orderLine === id ? sum + part.baseAmount : sum), 0)
    const terms = programmes.find((one) => programme && one.id === idOf(programme)) ?? standard
    const credited = standingsOf(entries, String(id)).reduce((sum, { net }) => sum + Math.max(0, net), 0)
    return { base: baseAmount - refunded, capBps: terms?.capBps ?? 0, credited }
  })
  return roomFor(
    lines,
    before.reduce((sum, one) => sum + one.amount, 0),
  )
}
