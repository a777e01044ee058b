import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { idOf, isId, newId } from '../../lib/ids.ts'
import type { Json } from '../../lib/json.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findVariantsBySku } from '../../modules/catalogue/store/import.ts'
import { findOffers, type VariantOffer } from '../../modules/catalogue/store/offers.ts'
import { differencePaid, type ExchangePlan, heldOf, planExchange } from '../../modules/checkout/index.ts'
import { type ExchangeRow, exchangesOfOrder, insertExchange } from '../../modules/checkout/store/exchanges.ts'
import { lockRefunds, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import type { RequestRow } from '../../modules/checkout/store/refund-requests.ts'
import { shipmentsOfOrder } from '../../modules/checkout/store/shipments.ts'
import { moveStock } from '../../modules/checkout/store/stock.ts'
import { refundsOfOrder } from '../../modules/payments/store.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { beginPriceRefund, paidFor, type RefundDone } from '../payments/begin-refund.ts'
import { takeBack } from '../payments/carry-out-exchange.ts'
import { settledPieces } from '../payments/restock.ts'
import { trySettling } from '../payments/settle-refund.ts'
import { endAnswered, openRequest } from './answer-request.ts'
import { sendingOfOrder } from './follow-sending.ts'
import { type ExchangeOffered, type Offering, offerExchange, soldOut } from './offer-exchange.ts'
import { onceOnly } from './once-only.ts'
import { exchangeWaits, waitingExchange } from './waiting-exchange.ts'

export interface ExchangeInput {
  orderId: string
  lineId: string
  quantity: number
  /** How many exchanges of this line who asks knows of: when there are more, somebody else was faster. */
  seen: number
  /** What goes out: a variant, or its SKU. */
  variantId?: string | undefined
  sku?: string | undefined
  /** Which of the buyer's pieces come back, where she has several kinds of this line. */
  fromVariantId?: string | undefined
  /** Whether what came back can be sold again. */
  restock: boolean
  carrier?: string | undefined
  tracking?: string | undefined
  /** The request that this answers; it must be about just these pieces. */
  requestId?: string | undefined
  /** Words for the buyer. */
  answer?: string | undefined
}

/**
 * `exchangeId` is null while the buyer has to pay what the new pieces are worth more: then `offer` says what and until when. `refund`: of what
 * they are worth less. Both are null where they are worth the same.
 */
export type Exchanged = { exchangeId: string | null; refund: RefundDone | null; offer: ExchangeOffered | null }

/**
 * ATT-31: staff (finance or admin) send other goods in place of pieces that were sent: one row, one conditional write of stock for each
 * side, a row of history, a letter. Of equal worth the commission stays as it is; what the new pieces are worth less goes back as a
 * refund, and the commission follows that (ATT-28). Of dearer ones the difference is paid first (`offerExchange`). The same key gives the
 * same answer. Fails with `forbidden`, `not_found`, `state` (not paid, disputed, a refund of the line is under way, another exchange of it
 * waits for its payment, the request was answered), `stale` (another exchange came before), `invalid`, `sold_out`.
 */
export async function exchangePieces(ctx: Ctx, actor: Actor, input: ExchangeInput, idempotencyKey: string): Promise<Result<Exchanged>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Goods are exchanged by the roles finance and admin.')
  const { userId } = actor
  const words = (text: string | undefined) => text?.trim() || null
  const asked = { ...input, carrier: words(input.carrier), tracking: words(input.tracking), answer: words(input.answer) }
  const once = { label: 'exchange pieces', key: `exchange:${userId}:${idempotencyKey}`, request: askedOf(asked) }
  const at = ctx.clock.now()
  const done = await onceOnly<Exchanged>(ctx, once, (req) => exchange(ctx, req, asked, userId, at))
  if (!done.ok || !done.value.refund) return done
  const { refund } = done.value
  return ok({ ...done.value, refund: { ...refund, state: await trySettling(ctx, refund.refundId) } })
}

type Asked = Omit<ExchangeInput, 'carrier' | 'tracking' | 'answer'> & Record<'carrier' | 'tracking' | 'answer', string | null>

const askedOf = ({ quantity, seen, variantId, sku, fromVariantId, requestId, ...asked }: Asked): Json => ({
  ...asked,
  // As text: what is no number must be refused by the plan, not break the hash.
  ...{ quantity: String(quantity), seen: String(seen) },
  ...{ variantId: variantId ?? null, sku: sku ?? null, fromVariantId: fromVariantId ?? null, requestId: requestId ?? null },
})

async function exchange(ctx: Ctx, req: PayloadRequest, asked: Asked, userId: string, at: Date): Promise<Result<Exchanged>> {
  if (!isId(asked.orderId)) return fail('not_found', 'There is no such order.')
  await lockRefunds(req, asked.orderId)
  const paid = await paidFor(req, asked.orderId)
  if (!paid.ok) return paid
  const { order } = paid.value
  const request = await answered(req, asked)
  if (!request.ok) return request
  const planned = await plan(req, order, asked)
  if (!planned.ok) return planned
  const { to, number, refundedBefore, ...worth } = planned.value
  const line = lineOf(order, asked)!
  if (worth.unitTo > worth.unitFrom) {
    const { quantity, restock } = asked
    const offering = { order, line, plan: worth, to, quantity, restock, requestId: request.value?.id ?? null, userId, at }
    const offer = await offerDearer(ctx, req, { ...offering, payment: paid.value.payment }, asked)
    if (!offer.ok) return offer
    if (offer.value) {
      if (request.value) await endAnswered(req, request.value, { to: 'approved', answer: asked.answer, by: userId, refund: null, at })
      return ok({ exchangeId: null, refund: null, offer: offer.value })
    }
  }
  const refund = await difference(req, { order, line, worth, quantity: asked.quantity, userId, at })
  if (!refund.ok) return refund
  const row: ExchangeRow = {
    ...{ id: newId(), order: order.id, orderLine: asked.lineId, quantity: asked.quantity, ...worth, refundedBefore },
    ...{ toVariant: to.variant, toProduct: to.product, sku: to.sku, title: to.title, options: to.options },
    ...{ restock: asked.restock, refund: refund.value?.refundId ?? null, paidBy: null, request: request.value?.id ?? null },
    ...{ carrier: asked.carrier, tracking: asked.tracking, actor: userId, at: at.toISOString() },
  }
  await insertExchange(req, row, number)
  const moved = await moveGoods(req, row, at)
  if (!moved.ok) return moved
  const story = { order: order.id, subject: 'exchange', subjectId: row.id, event: 'exchange', from: 'none', to: 'exchanged' } as const
  await writeHistory(req, { ...story, actor: userId, at })
  if (request.value) await endAnswered(req, request.value, { to: 'approved', answer: asked.answer, by: userId, refund: row.refund, at })
  await tellBuyer(req, order, row)
  return ok({ exchangeId: row.id, refund: refund.value, offer: null })
}

/** The parcel is written down where it is sent: on the order that pays for it. */
function offerDearer(ctx: Ctx, req: PayloadRequest, offering: Offering, { carrier, tracking }: Asked): ReturnType<typeof offerExchange> {
  const given = carrier === null ? (tracking === null ? null : 'tracking') : 'carrier'
  if (given === null) return offerExchange(ctx, req, offering)
  const message = 'Dearer goods leave when the buyer has paid the difference: write the parcel down then, on the order that paid it.'
  return Promise.resolve(fail('invalid', message, { field: given }))
}

const lineOf = (order: OrderRow, { lineId }: Pick<Asked, 'lineId'>) => order.lines.find(({ id }) => id === lineId)

/** The request that the exchange answers, when it is one: about these pieces and nothing else. */
async function answered(req: PayloadRequest, { orderId, lineId, quantity, requestId }: Asked): Promise<Result<RequestRow | null>> {
  if (requestId === undefined) return ok(null)
  const known = await openRequest(req, requestId)
  if (!known.ok) return known
  const [only, ...others] = known.value.lines
  if (known.value.order !== orderId) return fail('not_found', 'There is no such request for this order.')
  if (others.length > 0 || only?.orderLine !== lineId || only.quantity !== quantity)
    return fail('invalid', 'Expected a request for just these pieces; exchange them without it, and answer it for the others.', {
      field: 'requestId',
    })
  return ok(known.value)
}

type Planned = ExchangePlan & { to: VariantOffer; number: number; refundedBefore: number }

async function plan(req: PayloadRequest, order: OrderRow, asked: Asked): Promise<Result<Planned>> {
  const line = lineOf(order, asked)
  if (!line) return fail('invalid', `Expected a line of this order, got ${asked.lineId}`, { field: 'lineId' })
  const refunds = await refundsOfOrder(req, order.id)
  if (refunds.some(({ state, lines }) => state === 'pending' && lines.some((part) => part.orderLine === asked.lineId)))
    return fail('state', 'A refund of this line is under way: wait until it is done.', { details: { state: 'refunding' } })
  const waiting = await waitingExchange(req, order.id, [asked.lineId])
  if (waiting) return exchangeWaits(waiting)
  const past = (await exchangesOfOrder(req, order.id)).filter((one) => one.orderLine === asked.lineId)
  if (past.length !== asked.seen)
    return fail('stale', `Expected ${asked.seen} exchanges of this line before, there are ${past.length}: look at the order again.`, {
      field: 'seen',
      details: { exchanges: past.length },
    })
  const refundedBefore = settledPieces(refunds, asked.lineId)
  const held = heldOf({ ...line, variant: idOf(line.variant) }, past, refundedBefore)
  const to = await wantedOffer(req, order, asked)
  if (!to.ok) return to
  const sending = sendingOfOrder(order, await shipmentsOfOrder(req, order.id), refunds, { pending: true })
  const facts = {
    held,
    sent: sending.find(({ orderLine }) => orderLine === asked.lineId)?.sent ?? 0,
    offers: await findOffers(req, [...new Set(held.map(({ variant }) => variant))], order.locale),
  }
  const planned = planExchange(facts, { quantity: asked.quantity, fromVariant: asked.fromVariantId, to: to.value })
  return planned.ok ? ok({ ...planned.value, to: to.value, number: past.length + 1, refundedBefore }) : planned
}

async function wantedOffer(req: PayloadRequest, order: OrderRow, { variantId, sku }: Asked): Promise<Result<VariantOffer>> {
  const id = variantId ?? (sku ? (await findVariantsBySku(req, [sku])).get(sku)?.id : undefined)
  const offer = id ? (await findOffers(req, [id], order.locale)).get(id) : undefined
  if (offer?.onSale && offer.currency === order.currency) return ok(offer)
  return fail('invalid', `Expected goods that are on sale in ${order.currency}, got ${variantId ?? sku ?? 'nothing'}`, {
    field: 'variantId',
  })
}

interface Difference {
  order: OrderRow
  line: OrderRow['lines'][number]
  worth: ExchangePlan
  quantity: number
  userId: string
  at: Date
}

async function difference(
  req: PayloadRequest,
  { order, line, worth, quantity, userId, at }: Difference,
): Promise<Result<RefundDone | null>> {
  const amount = differencePaid(line, worth, quantity)
  if (amount === 0) return ok(null)
  return beginPriceRefund(req, { orderId: order.id, lineId: String(line.id), amount, reason: 'exchange', userId }, at)
}

/** What goes out is taken first of a kind, so that a broken piece that comes back is not the one that goes out; kinds in the order of their ids. */
async function moveGoods(req: PayloadRequest, row: ExchangeRow, at: Date): Promise<Result<true>> {
  const { id, order, orderLine, toVariant: variant, quantity, actor } = row
  const backFirst = row.fromVariant < variant
  if (row.restock && backFirst) await takeBack(req, row, at)
  const why = { order, orderLine, reason: 'exchange', actor, at }
  if (!(await moveStock(req, { ...why, key: `exchange-out:${id}`, move: 'adjust', variant, quantity: -quantity })))
    return soldOut(req, variant, quantity)
  if (row.restock && !backFirst) await takeBack(req, row, at)
  return ok(true)
}

async function tellBuyer(req: PayloadRequest, order: OrderRow, { id }: ExchangeRow): Promise<void> {
  await queueMail(req, { template: 'exchange-sent', subject: id })
  if (!order.user) return
  await notify(req, { userId: idOf(order.user), kind: 'exchange-sent', data: { orderId: order.id, orderNumber: order.number } })
}
