import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { sha256 } from '../../lib/hash.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { VariantOffer } from '../../modules/catalogue/store/offers.ts'
import { type CouponRefusal, type OrderContact, orderNumber, type PricedOrder, reservedUntil } from '../../modules/checkout/index.ts'
import { type CartRow, saveCart } from '../../modules/checkout/store/carts.ts'
import { type CouponRow, takeCouponUse } from '../../modules/checkout/store/coupons.ts'
import type { NewOrder } from '../../modules/checkout/store/orders.ts'
import { availableOf, moveStock } from '../../modules/checkout/store/stock.ts'
import type { PaymentProvider } from '../../modules/payments/index.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { couponPerson } from '../carts/cart-coupon.ts'
import { creditOf, type LineCredit } from './credit-line.ts'
import { guestToken } from './guest-token.ts'
import { originOf, type Story } from './read-story.ts'
import { writeUnpaid } from './write-unpaid.ts'

/** What is kept under the Idempotency-Key; no secret is in it. */
export type Placed = { orderId: string; number: string; payment: { id: string; provider: string; url: string } }

/** Who buys, and what was known before the transaction. */
export interface Placing {
  actor: Actor
  visitor: string | null
  contact: OrderContact
  locale: 'zh' | 'en'
  placedAt: Date
  story: Story
  provider: PaymentProvider
  /** Paid with play money by somebody who is not at this machine: never paid out. */
  marksTest: boolean
}

interface Goods {
  cart: CartRow
  offers: ReadonlyMap<string, VariantOffer>
  /** What it comes to: computed in the same transaction. */
  priced: PricedOrder
  /** The code in the basket, whether or not it took something off. */
  coupon: CouponRow | null
}

/** How long an order may wait for its payment before a letter says how to pay it, ms. */
const remindAfter = 2 * 60_000

/** Writes everything that an order is, in the caller's transaction. Fails with `sold_out` when stock went meanwhile: the caller undoes all. */
export async function writeOrder(ctx: Ctx, req: PayloadRequest, goods: Goods, placing: Placing): Promise<Result<Placed>> {
  const order = composeOrder(ctx, goods, placing)
  const { id, number } = order
  const taken = await takeStock(req, goods.cart, id, placing.placedAt)
  if (!taken.ok) return taken
  const used = await spendCoupon(ctx, req, goods, { order: id, placing })
  if (!used.ok) return used
  const { actor, contact, provider } = placing
  const payment = await writeUnpaid(req, { order, contact, provider, actor: actor.userId })
  // Most orders are paid by then, and get one letter, not two.
  await queueMail(req, { template: 'order-placed', subject: id, notBefore: new Date(placing.placedAt.getTime() + remindAfter) })
  await saveCart(req, goods.cart.id, [], { checkoutStartedAt: null, couponCode: null, order: id })
  return ok({ orderId: id, number, payment: { id: payment, provider: provider.name, url: `/${placing.locale}/pay/${payment}` } })
}

/** The order as it is frozen: what it costs, and who is credited for each line. Nothing is written. */
function composeOrder(ctx: Ctx, goods: Goods, placing: Placing): NewOrder<LineCredit> {
  const { cart, offers, priced } = goods
  const coupon = couponUsed(goods)
  const { actor, placedAt, story, visitor, locale } = placing
  const { checkoutStartedAt } = cart
  const facts = { placedAt, checkoutStartedAt, buyerUserId: actor.userId, buyerCreatorId: actor.creatorId }
  const id = newId()
  const { lines: frozen, ...sums } = priced.totals
  const lines = frozen.map((line, index) => {
    const { linkCode, addedAt } = cart.lines[index]!
    const credit = creditOf(story, facts, { ...line, linkCode, addedAt })
    return { id: newId(), ...line, picture: offers.get(line.variant)?.picture ?? null, linkCode, ...credit }
  })
  return {
    id,
    number: orderNumber(placedAt, randomBytes(8)),
    user: actor.userId,
    guestHash: actor.userId ? null : sha256(guestToken(ctx, id)),
    visitor,
    ...originOf(story, placedAt),
    locale,
    test: placing.marksTest,
    placedAt,
    reservedUntil: reservedUntil(placedAt),
    checkoutStartedAt,
    coupon: coupon?.id ?? null,
    couponCode: coupon?.code ?? null,
    shippingMethod: priced.shipping?.name ?? null,
    weightGrams: priced.weightGrams,
    exchangeOf: null,
    totals: sums,
    lines,
  }
}

/** The code of the basket where it took something off. */
const couponUsed = ({ coupon, priced }: Goods): CouponRow | null => (priced.coupon?.ok && priced.coupon.discount > 0 ? coupon : null)

/** Takes one use of the code, where one took something off: the last may have gone between two orders. */
async function spendCoupon(
  ctx: Ctx,
  req: PayloadRequest,
  goods: Goods,
  { order, placing }: { order: string; placing: Placing },
): Promise<Result<true>> {
  const coupon = couponUsed(goods)
  if (!coupon || !goods.priced.coupon?.ok) return ok(true)
  const person = couponPerson(ctx, placing.contact.email)
  const amount = goods.priced.coupon.discount
  const taken = await takeCouponUse(req, { coupon, order, person, amount, at: placing.placedAt })
  return taken === 'taken' ? ok(true) : couponGone(taken === 'person' ? 'person' : 'unknown')
}

/** The code cannot be used: `unknown` says no more than it says in the basket. */
export const couponGone = (reason: CouponRefusal): Result<never> =>
  fail('conflict', 'The code in the cart cannot be used; take it out to go on without.', { field: 'couponCode', details: { reason } })

/** One conditional write per variant, in the order of their ids, each with its movement. */
async function takeStock(req: PayloadRequest, cart: CartRow, order: string, at: Date): Promise<Result<true>> {
  const wanted = cart.lines.map((line, index) => ({ ...line, index })).sort((a, b) => (a.variant < b.variant ? -1 : 1))
  for (const { id: lineId, variant, quantity, index } of wanted) {
    if (await moveStock(req, { variant, move: 'reserve', quantity, key: `reserve:${order}:${variant}`, order, at })) continue
    const available = (await availableOf(req, [variant])).get(variant) ?? 0
    const details = { lineId, variantId: variant, available }
    return fail('sold_out', `Expected ${quantity} in stock, there are ${available}.`, { field: `lines.${index}.quantity`, details })
  }
  return ok(true)
}
