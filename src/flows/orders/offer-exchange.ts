import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { sha256 } from '../../lib/hash.ts'
import { idOf, newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findStandings } from '../../modules/attribution/store.ts'
import type { VariantOffer } from '../../modules/catalogue/store/offers.ts'
import { differenceDue, type ExchangePlan, exchangeTotals, offeredUntil, orderNumber } from '../../modules/checkout/index.ts'
import { insertExchangeOffer } from '../../modules/checkout/store/exchanges.ts'
import { findContact } from '../../modules/checkout/store/order-reads.ts'
import { type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import type { NewOrder } from '../../modules/checkout/store/orders.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { availableOf, moveStock } from '../../modules/checkout/store/stock.ts'
import type { PaymentProvider } from '../../modules/payments/index.ts'
import { findPayment } from '../../modules/payments/store.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { sharesOf } from '../payments/line-decision.ts'
import { type FollowedCredit, followedCredit } from './follow-credit.ts'
import { guestToken } from './guest-token.ts'
import { writeUnpaid } from './write-unpaid.ts'

type Line = OrderRow['lines'][number]

export interface Offering {
  order: OrderRow
  line: Line
  plan: ExchangePlan
  to: VariantOffer
  quantity: number
  restock: boolean
  requestId: string | null
  /** Id of the payment that paid `order`. */
  payment: string
  /** Account of who offers it. */
  userId: string
  at: Date
}

/** What the buyer has to pay, and until when; `orderId` and `number` are those of the order that he pays. */
export type ExchangeOffered = { orderId: string; number: string; amount: number; currency: string; payBefore: string }

/**
 * ATT-31: an exchange for dearer goods, in the caller's transaction and after `lockRefunds`. A paid order is never charged again: an order of
 * its own has the new goods for the difference, keeps them until it is paid or over, and is paid, sent and accounted for as any other.
 * Who earned on the exchanged line earns on it. The buyer is written to. Nothing of the first order changes before it is paid
 * (`carryOutExchange`). Null when nothing is to be paid: everything was free. Fails with `sold_out`, `state` (the address was erased).
 */
export async function offerExchange(ctx: Ctx, req: PayloadRequest, offering: Offering): Promise<Result<ExchangeOffered | null>> {
  const { order, plan, quantity, at, userId } = offering
  const due = differenceDue(offering.line, plan, quantity)
  if (due === 0) return ok(null)
  const contact = await findContact(req, order.id)
  if (!contact) return fail('state', 'The address of this order was erased: refund these pieces and let the buyer order the others.')
  const provider = await providerOf(ctx, req, offering)
  const own = await composeOrder(ctx, req, offering, due)
  if (!own.ok) return own
  const { id, number, totals, reservedUntil } = own.value
  const { variant } = offering.to
  const kept = { variant, move: 'reserve', quantity, key: `reserve:${id}:${variant}`, order: id, actor: userId, at } as const
  if (!(await moveStock(req, kept))) return soldOut(req, variant, quantity)
  await writeUnpaid(req, { order: own.value, contact, provider, actor: userId })
  const offer = {
    ...{ id: newId(), paidBy: id, order: order.id, orderLine: String(offering.line.id), quantity, ...plan },
    ...{ restock: offering.restock, request: offering.requestId, actor: userId, at: at.toISOString() },
  }
  await insertExchangeOffer(req, offer)
  const story = { order: order.id, subject: 'exchange', subjectId: offer.id, event: 'offer', from: 'none', to: 'offered' } as const
  await writeHistory(req, { ...story, actor: userId, at })
  const amount = { amount: totals.total, currency: totals.currency }
  await queueMail(req, { template: 'exchange-offered', subject: id })
  if (order.user)
    await notify(req, {
      ...{ userId: idOf(order.user), kind: 'exchange-offered' },
      data: { orderId: id, orderNumber: order.number, amount },
    })
  return ok({ orderId: id, number, ...amount, payBefore: reservedUntil.toISOString() })
}

export async function soldOut(req: PayloadRequest, variant: string, quantity: number): Promise<Result<never>> {
  const available = (await availableOf(req, [variant])).get(variant) ?? 0
  return fail('sold_out', `Expected ${quantity} in stock to send instead, there are ${available}.`, { details: { available } })
}

/** Real money where it can be taken, else what the first order was paid with. */
async function providerOf(ctx: Ctx, req: PayloadRequest, { payment }: Offering): Promise<PaymentProvider> {
  const first = await findPayment(req, payment)
  const provider = ctx.payments.stripe ?? (first ? ctx.payments[first.provider] : null)
  if (!provider) throw new Error(`Payment ${payment} was paid by ${first?.provider}, whose keys are not given any more`)
  return provider
}

async function composeOrder(ctx: Ctx, req: PayloadRequest, offering: Offering, due: number): Promise<Result<NewOrder<FollowedCredit>>> {
  const { order, line, plan, to, quantity, at } = offering
  const { taxBps } = await readTerms(req)
  const { variant, product, sku, title, options } = to
  const priced = exchangeTotals({
    ...{ to: { variant, product, sku, title, options }, quantity, due, currency: order.currency },
    unitMore: plan.unitTo - plan.unitFrom,
    taxRateBps: line.taxRateBps ?? taxBps,
    taxMode: (order.taxIncluded ?? true) ? 'included' : 'added',
  })
  if (!priced.ok) return priced
  const { lines, ...totals } = priced.value
  const suspended = await suspendedOf(req, line)
  const id = newId()
  const user = order.user ? idOf(order.user) : null
  return ok({
    id,
    number: orderNumber(at, randomBytes(8)),
    user,
    guestHash: user ? null : sha256(guestToken(ctx, id)),
    visitor: order.visitor ?? null,
    scene: order.scene,
    originPieceKind: order.originPieceKind ?? null,
    originPiece: order.originPiece ?? null,
    locale: order.locale,
    test: Boolean(order.test),
    placedAt: at,
    reservedUntil: offeredUntil(at),
    checkoutStartedAt: null,
    coupon: null,
    couponCode: null,
    shippingMethod: null,
    weightGrams: to.weightGrams * quantity,
    exchangeOf: order.id,
    totals,
    lines: lines.map((one) => ({
      ...{ id: newId(), ...one, picture: to.picture, linkCode: line.linkCode ?? null },
      ...followedCredit(line, one.baseAmount, suspended),
    })),
  })
}

async function suspendedOf(req: PayloadRequest, line: Line): Promise<Set<string>> {
  const standings = await findStandings(
    req,
    sharesOf(line).map(({ creatorId }) => creatorId),
  )
  return new Set([...standings.values()].filter(({ status }) => status === 'suspended').map(({ id }) => id))
}
