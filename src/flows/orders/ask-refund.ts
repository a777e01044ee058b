import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { newId } from '../../lib/ids.ts'
import type { Json } from '../../lib/json.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { judgeRequest, planRefund, type RequestFacts, type RequestReason } from '../../modules/checkout/index.ts'
import { findOrder, lockRefunds, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { insertRequest, requestsOfOrder } from '../../modules/checkout/store/refund-requests.ts'
import { readAfterSales } from '../../modules/checkout/store/settings.ts'
import { shipmentsOfOrder } from '../../modules/checkout/store/shipments.ts'
import { isSurplus, refundsOfOrder } from '../../modules/payments/store.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { holdRequested } from '../holds/hold-requested.ts'
import { sendingOfOrder } from './follow-sending.ts'
import { onceOnly } from './once-only.ts'
import { noSuchOrder, type OrderAsk, openOrder } from './order-access.ts'
import { paidLinesOf } from './order-money.ts'
import { readPictureRefs } from './request-pictures.ts'
import { partOfExchange } from './waiting-exchange.ts'

export interface RefundAsk extends OrderAsk {
  lines: readonly { lineId: string; quantity: number }[]
  reason: RequestReason
  /** In the buyer's own words, at most 1,000 characters; needed where the reason is `other`. */
  words?: string | undefined
  /** What `storeRequestPicture` answered, at most six. */
  pictures?: readonly string[] | undefined
}

/** `expectedAmount` in minor units: what goes back when it is approved as asked. */
export type RefundAsked = { requestId: string; expectedAmount: number; currency: string }

/**
 * A buyer asks for money back, by account or by the guest's link: lines and quantities, a reason, words and pictures. It is a wish and
 * moves no money; what its lines credited is held until it is closed. One is open for each order at a time, by a unique key. The same Idempotency-Key gives the same answer. Fails with
 * `not_found`, `state` (not paid, or its time is over), `invalid` (more than is left, words missing, a foreign picture), `conflict` (one
 * is open).
 */
export async function askRefund(ctx: Ctx, visit: Visit, ask: RefundAsk, idempotencyKey: string): Promise<Result<RefundAsked>> {
  const opened = await openOrder(ctx, visit, ask)
  if (!opened.ok) return opened
  const { order, reader } = opened.value
  if (reader === 'staff') return noSuchOrder
  if (order.exchangeOf) return partOfExchange(order.exchangeOf)
  const words = ask.words?.trim() ?? ''
  const refused = refuseWords(ask, words)
  if (refused) return refused
  const pictures = readPictureRefs(ctx, order.id, ask.pictures ?? [])
  if (!pictures.ok) return pictures
  const { userId } = await visit.actor()
  const asking = { ask, words, pictures: pictures.value, userId, at: ctx.clock.now() }
  const once = { label: 'ask for a refund', key: `refund-request:${order.id}:${idempotencyKey}`, request: askedOf(asking) }
  return onceOnly<RefundAsked>(ctx, once, (req) => write(req, order.id, asking))
}

interface Asking {
  ask: RefundAsk
  words: string
  pictures: string[]
  userId: string | null
  at: Date
}

const askedOf = ({ ask, words, pictures }: Asking): Json => ({
  lines: ask.lines.map(({ lineId, quantity }) => ({ lineId, quantity: String(quantity) })),
  reason: ask.reason,
  words,
  pictures,
})

function refuseWords({ reason, pictures = [] }: RefundAsk, words: string): Result<never> | null {
  if (words.length > 1000) return fail('invalid', `Expected at most 1000 characters, got ${words.length}`, { field: 'words' })
  if (reason === 'other' && words === '') return fail('invalid', 'Expected words that say what it is about.', { field: 'words' })
  if (pictures.length > 6) return fail('invalid', `Expected at most 6 pictures, got ${pictures.length}`, { field: 'pictures' })
  return null
}

async function write(req: PayloadRequest, orderId: string, { ask, words, pictures, userId, at }: Asking): Promise<Result<RefundAsked>> {
  await lockRefunds(req, orderId)
  const order = await findOrder(req, orderId)
  if (!order) return noSuchOrder
  const { returnDays } = await readAfterSales(req)
  const judged = judgeRequest(ask.reason, requestFacts(order, returnDays), at)
  if (!judged.ok) return judged
  const open = (await requestsOfOrder(req, orderId)).find(({ state }) => state === 'asked')
  if (open) return fail('conflict', 'A request for this order waits for its answer already.', { details: { requestId: open.id } })
  const planned = await expectedOf(req, order, ask)
  if (!planned.ok) return planned
  const row = {
    id: newId(),
    order: orderId,
    user: userId,
    reasonCode: ask.reason,
    words: words || null,
    pictures,
    lines: ask.lines.map(({ lineId, quantity }) => ({ orderLine: lineId, quantity })),
    expectedAmount: planned.value,
    currency: order.currency,
    at: at.toISOString(),
  }
  await insertRequest(req, row)
  await holdRequested(req, row, at)
  const story = { order: orderId, subject: 'refund_request', subjectId: row.id, event: 'ask', from: 'none', to: 'asked' } as const
  await writeHistory(req, { ...story, actor: userId, reason: ask.reason, at })
  await queueMail(req, { template: 'refund-asked', subject: row.id })
  return ok({ requestId: row.id, expectedAmount: planned.value, currency: order.currency })
}

/** What the pure rules ask about an order. */
export const requestFacts = ({ state, deliveredAt, receivedAt }: OrderRow, returnDays: number): RequestFacts => ({
  state,
  deliveredAt: deliveredAt ? new Date(deliveredAt) : null,
  receivedAt: receivedAt ? new Date(receivedAt) : null,
  returnDays,
})

/** What would go back. Delivery too, where nothing was sent yet and nothing is kept. */
async function expectedOf(req: PayloadRequest, order: OrderRow, { lines }: RefundAsk): Promise<Result<number>> {
  const refunds = await refundsOfOrder(req, order.id)
  const counted = refunds.filter((refund) => !isSurplus(refund))
  if (lines.length === 0) return fail('invalid', 'Expected at least one line, got none', { field: 'lines' })
  const asked = lines.map(({ lineId, quantity }) => ({ orderLine: lineId, quantity }))
  const planned = planRefund(paidLinesOf(order), counted, { lines: asked })
  if (!planned.ok)
    return { ok: false, failure: { ...planned.failure, field: planned.failure.field?.replace('orderLine', 'lineId') ?? 'lines' } }
  const sending = sendingOfOrder(order, await shipmentsOfOrder(req, order.id), refunds, { pending: true })
  const nothingSent = sending.every(({ sent, lost }) => sent === 0 && lost === 0)
  const allAsked = sending.every(({ orderLine, open }) => (asked.find((one) => one.orderLine === orderLine)?.quantity ?? 0) === open)
  const shipping = nothingSent && allAsked ? order.shippingTotal - counted.reduce((sum, one) => sum + shippingBack(one), 0) : 0
  return ok(planned.value.amount + shipping)
}

const shippingBack = ({ state, shippingAmount }: { state: string; shippingAmount: number }): number =>
  state === 'failed' ? 0 : shippingAmount
