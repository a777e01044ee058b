import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { cookie, cookieNames } from '../../lib/cookies.ts'
import { withGuestOrder } from '../../lib/guest-orders.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { Turns } from '../../lib/turns.ts'
import type { Visit } from '../../lib/visit.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import { isBuyable, type OrderContact, readContact } from '../../modules/checkout/index.ts'
import { findCart } from '../../modules/checkout/store/carts.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { couponOfCart } from '../carts/cart-coupon.ts'
import { type CartLineNow, type ValuedCart, valueCart } from '../carts/value-cart.ts'
import { findOwnCart } from '../carts/whose-cart.ts'
import { guestToken } from './guest-token.ts'
import { onceOnly } from './once-only.ts'
import { payingWith } from './paying-with.ts'
import { readStory } from './read-story.ts'
import { couponGone, type Placed, type Placing, writeOrder } from './write-order.ts'

export interface PlaceOrderInput {
  /** Checked here: see `contactShape`. `email` is ignored for a logged-in buyer, whose account has one. */
  contact: Partial<Record<keyof OrderContact, string>>
  locale: 'zh' | 'en'
  /** Id of a way of delivery; the first that is offered unless given. */
  shipping?: string | undefined
  /** What the buyer was shown, minor units: compared with what the server computes, never used. */
  expectedTotal?: number | undefined
}

export type PlacedOrder = Placed & {
  /** Opens a guest's order; null for an account's. */
  guestSecret: string | null
  setCookies: string[]
}

/** Guest links stay in the browser for half a year, the latest few. */
const guestSeconds = 180 * 86_400

/**
 * Places the order of what is in the basket (DESIGN.md, "Order"): price, stock and attribution come from the database at
 * this moment, nothing but the address from the request. One transaction: stock, movements, order with frozen lines,
 * contact, history, payment, the job that lets the goods go after 15 minutes, and the emptied basket. The same
 * `idempotencyKey` gives the same answer.
 *
 * Fails, with nothing written: `invalid` (contact), `state` (empty basket), `gone` and `sold_out` (with `lineId` and what
 * is `available`), `conflict` (`couponCode`: the code does not work any more), `price_changed` (with the new `total`), `idempotency_mismatch`, `unavailable` (no payment provider).
 */
export async function placeOrder(ctx: Ctx, visit: Visit, input: PlaceOrderInput, idempotencyKey: string): Promise<Result<PlacedOrder>> {
  const paying = payingWith(ctx, visit)
  if (!paying.ok) return paying
  const actor = await visit.actor()
  const contact = await contactOf(ctx, actor, input)
  if (!contact.ok) return contact
  // Looked up before anything else: an answer that was kept is given only to who opens this basket.
  const cart = await findOwnCart(await ctx.req(), visit, actor)
  if (!cart) return emptyCart()
  // This moment first: whatever was met up to it is in the journal by now, and what comes while it is drained is later.
  const placedAt = ctx.clock.now()
  await ctx.touches.drain()
  const story = await readStory(await ctx.req(), { visitor: visit.visitorId, actor, contact: contact.value, cart }, placedAt)
  const placing = { actor, visitor: visit.visitorId, contact: contact.value, locale: input.locale, placedAt, story, ...paying.value }
  const { expectedTotal, shipping } = input
  const wanted = { ...(shipping === undefined ? {} : { shipping }), ...(expectedTotal === undefined ? {} : { expectedTotal }) }
  const request = { contact: { ...contact.value }, locale: input.locale, ...wanted }
  const placed = await inTurn(ctx, cart.lines, () =>
    onceOnly<Placed>(ctx, { label: 'place order', key: `checkout:${cart.id}:${idempotencyKey}`, request }, (req) =>
      place(ctx, req, cart.id, { ...placing, ...wanted }),
    ),
  )
  return placed.ok ? ok(withSecret(ctx, visit, actor, placed.value)) : placed
}

const turnsOf = new WeakMap<Ctx, Turns>()
/** Longest wait for one's turn, ms: afterwards the buyer is asked to try again, which the same key makes safe. */
const patience = 60_000

/**
 * Orders of the same goods go one after the other inside this process: a rush for one variant would else wait for SQLite's
 * one lock until its timeout, or meet in MongoDB and run again and again. Stock itself is safe without this.
 */
async function inTurn<T>(ctx: Ctx, lines: readonly { variant: string }[], work: () => Promise<Result<T>>): Promise<Result<T>> {
  const turns = turnsOf.get(ctx) ?? new Turns()
  turnsOf.set(ctx, turns)
  const since = performance.now()
  const goods = lines.map(({ variant }) => variant)
  return turns.take(goods, async () => {
    if (performance.now() - since <= patience) return work()
    return fail('unavailable', 'Too many orders for these goods at once. Nothing was placed: try again with the same Idempotency-Key.')
  })
}

const emptyCart = (): Result<never> => fail('state', 'Expected something in the cart, it is empty.', { field: 'lines' })

async function contactOf(ctx: Ctx, { userId }: Actor, { contact }: PlaceOrderInput): Promise<Result<OrderContact>> {
  if (userId === null) return readContact(contact, null)
  const user = await findUserById(await ctx.req(), userId)
  return readContact({ ...contact, email: '' }, user?.email ?? null)
}

async function place(
  ctx: Ctx,
  req: PayloadRequest,
  cartId: string,
  placing: Placing & { expectedTotal?: number; shipping?: string },
): Promise<Result<Placed>> {
  const cart = await findCart(req, cartId)
  if (!cart || cart.lines.length === 0) return emptyCart()
  const { expectedTotal, locale, contact, actor, placedAt } = placing
  const known = await couponOfCart(ctx, req, cart, { actor, email: contact.email })
  const { country, region } = contact
  const choice = { ...known, country, region, shipping: placing.shipping ?? null, at: placedAt }
  const value = await valueCart(req, cart.lines, await readTerms(req, locale), locale, choice)
  const refused = refuseLines(value.lines) ?? refuseDelivery(value, placing) ?? refuseCoupon(value, placing)
  if (refused) return refused
  if (expectedTotal !== undefined && expectedTotal !== value.total) {
    const message = `Expected a total of ${expectedTotal}, it is ${value.total} now.`
    return fail('price_changed', message, { field: 'expectedTotal', details: { total: value.total, currency: value.currency } })
  }
  // Where the code was changed since the story was read, whom it credits is read again.
  const isSame = (known.coupon?.id ?? null) === (placing.story.coupon?.id ?? null)
  const story = isSame ? placing.story : await readStory(req, { visitor: placing.visitor, actor, contact, cart }, placedAt)
  return writeOrder(ctx, req, { cart, offers: value.offers, priced: value.priced!, coupon: known.coupon ?? null }, { ...placing, story })
}

/** The first line that cannot be bought as it stands. */
function refuseLines(lines: readonly CartLineNow[]): Result<never> | null {
  const at = lines.findIndex(({ trouble }) => !isBuyable(trouble))
  const line = lines[at]
  if (!line) return null
  const { id: lineId, variantId, available, quantity } = line
  if (line.trouble === 'gone')
    return fail('gone', 'These goods are no longer sold.', { field: `lines.${at}`, details: { lineId, variantId } })
  return fail('sold_out', `Expected ${quantity} in stock, there are ${available}.`, {
    field: `lines.${at}.quantity`,
    details: { lineId, variantId, available },
  })
}

/** Goods go only where some way of delivery leads, and only by one that is offered there. */
function refuseDelivery(
  { deliveries }: ValuedCart,
  { contact, shipping }: { contact: OrderContact; shipping?: string },
): Result<never> | null {
  if (deliveries.length === 0) return fail('invalid', `Nothing is delivered to ${contact.country}.`, { field: 'contact.country' })
  if (shipping === undefined || deliveries.some(({ id }) => id === shipping)) return null
  return fail('invalid', `Expected one of the ways of delivery that are offered, got ${shipping.slice(0, 64)}`, { field: 'shipping' })
}

/** A buyer who did not say what he was shown must not pay more than the code in his basket promised. Who did is told by the total. */
function refuseCoupon({ coupon }: ValuedCart, { expectedTotal }: { expectedTotal?: number }): Result<never> | null {
  if (!coupon?.refused) return null
  return coupon.refused === 'person' || expectedTotal === undefined ? couponGone(coupon.refused) : null
}

function withSecret(ctx: Ctx, visit: Visit, { userId }: Actor, placed: Placed): PlacedOrder {
  if (userId !== null) return { ...placed, guestSecret: null, setCookies: [] }
  const secret = guestToken(ctx, placed.orderId)
  const kept = withGuestOrder(visit.cookies[cookieNames.orders], { orderId: placed.orderId, secret })
  return {
    ...placed,
    guestSecret: secret,
    setCookies: [cookie(cookieNames.orders, kept, { maxAgeSeconds: guestSeconds, secure: visit.secure })],
  }
}
