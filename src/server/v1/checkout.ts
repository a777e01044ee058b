import { z } from 'zod'
import { addToCart } from '../../flows/carts/add-to-cart.ts'
import { readCart } from '../../flows/carts/read-cart.ts'
import { removeCartLine } from '../../flows/carts/remove-cart-line.ts'
import { setCartQuantity } from '../../flows/carts/set-cart-quantity.ts'
import { cancelOrder } from '../../flows/orders/cancel-order.ts'
import { placeOrder } from '../../flows/orders/place-order.ts'
import { startCheckout } from '../../flows/orders/start-checkout.ts'
import { recordTagOpen } from '../../flows/touches/record-tag-open.ts'
import { failpoint } from '../../lib/failpoints.ts'
import { ok } from '../../lib/result.ts'
import { contactShape, maxQuantity } from '../../modules/checkout/index.ts'
import { couponNow } from './coupons.ts'
import { type Route, route } from './route.ts'

const code = z.string().regex(/^[\w-]{1,40}$/, 'Expected the short code of a product link.')
const quantity = z.int().min(1).max(maxQuantity)
const locale = z.enum(['zh', 'en']).default('zh')
const lineParams = z.strictObject({ lineId: z.uuid() })
const country = z.string().regex(/^[A-Z]{2}$/, 'Expected a country as two capital letters, such as CN.')
const way = z.string().max(64).describe('Id of a way of delivery, as the cart names them')
const count = z.object({ cartCount: z.int() })
const minor = z.int().describe('Minor units of the currency.')

const cartAnswer = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      variantId: z.string(),
      productId: z.string().nullable(),
      slug: z.string().nullable(),
      title: z.string(),
      sku: z.string(),
      options: z.string().nullable(),
      picture: z.string().nullable(),
      quantity: z.int(),
      unitPrice: minor,
      seenPrice: minor.nullable(),
      available: z.int(),
      trouble: z.enum(['price', 'short', 'sold_out', 'gone']).nullable(),
      linkCode: z.string().nullable(),
    }),
  ),
  currency: z.string(),
  buyable: z.int(),
  itemsTotal: minor,
  discountTotal: minor,
  coupon: couponNow.nullable(),
  deliveries: z.array(z.object({ id: z.string(), name: z.string().nullable(), price: minor })),
  shipping: z.string().nullable(),
  shippingTotal: minor,
  taxIncluded: z.boolean(),
  taxTotal: minor,
  taxRateBps: z.int(),
  total: minor,
  checkoutStartedAt: z.iso.datetime().nullable(),
})

const cartRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/cart',
      summary: 'The cart as it stands now: prices, stock, what stands in the way, and the sum of what can be bought',
      tag: 'cart',
      who: 'anyone',
      query: z.strictObject({ locale, country: country.optional(), region: z.string().max(100).optional(), shipping: way.optional() }),
      answer: cartAnswer,
    },
    async ({ ctx, visit, query }) => ok(await readCart(ctx, visit, query.locale, query)),
  ),
  route(
    {
      method: 'post',
      path: '/v1/cart/items',
      summary: 'Put goods into the cart; a guest gets a cart cookie. With a link code it records a tag-open touch',
      tag: 'cart',
      who: 'anyone',
      body: z.strictObject({ variantId: z.string().max(64), quantity, linkCode: code.optional() }),
      answer: count,
      status: 201,
    },
    async ({ ctx, visit, body, res }) => {
      const added = await addToCart(ctx, visit, body)
      if (!added.ok) return added
      for (const one of added.value.setCookies) res.append('set-cookie', one)
      return ok({ cartCount: added.value.cartCount })
    },
  ),
  route(
    {
      method: 'patch',
      path: '/v1/cart/items/:lineId',
      summary: 'Set how many of a line are wanted',
      tag: 'cart',
      who: 'anyone',
      params: lineParams,
      body: z.strictObject({ quantity }),
      answer: count,
    },
    async ({ ctx, visit, params, body }) => setCartQuantity(ctx, visit, { ...params, ...body }),
  ),
  route(
    {
      method: 'delete',
      path: '/v1/cart/items/:lineId',
      summary: 'Take a line out of the cart',
      tag: 'cart',
      who: 'anyone',
      params: lineParams,
      answer: count,
    },
    async ({ ctx, visit, params }) => removeCartLine(ctx, visit, params),
  ),
]

const placedAnswer = z.object({
  order: z.object({ id: z.string(), number: z.string() }),
  guestSecret: z.string().nullable().describe('Opens a guest’s order; null for an account’s.'),
  payment: z.object({ id: z.string(), provider: z.string(), url: z.string() }),
})

const orderRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/v1/checkout/start',
      summary: 'Say that the buyer reached checkout: later touches take no credit from earlier ones',
      tag: 'checkout',
      who: 'anyone',
      body: z.strictObject({}),
      answer: z.object({ checkoutStartedAt: z.iso.datetime() }),
      limit: 'checkout',
    },
    async ({ ctx, visit }) => startCheckout(ctx, visit),
  ),
  route(
    {
      method: 'post',
      path: '/v1/checkout',
      summary: 'Place the order of what is in the cart. `expectedTotal` is compared with what the server computes, never used',
      tag: 'checkout',
      who: 'anyone',
      body: z.strictObject({ contact: contactShape, locale, shipping: way.optional(), expectedTotal: z.int().min(0).optional() }),
      answer: placedAnswer,
      status: 201,
      limit: 'checkout',
      idempotencyKey: 'required',
    },
    async ({ ctx, visit, body, idempotencyKey, res }) => {
      const placed = await placeOrder(ctx, visit, body, idempotencyKey)
      if (!placed.ok) return placed
      const { orderId, number, guestSecret, payment, setCookies } = placed.value
      for (const one of setCookies) res.append('set-cookie', one)
      failpoint('before-answer:checkout')
      return ok({ order: { id: orderId, number }, guestSecret, payment })
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/cancel',
      summary: 'Take back an order that is not paid. A guest brings the order’s secret, here or in the cookie',
      tag: 'orders',
      who: 'anyone',
      params: z.strictObject({ id: z.uuid() }),
      body: z.strictObject({ secret: z.string().max(64).optional() }),
      answer: z.object({ state: z.literal('cancelled') }),
      limit: 'checkout',
    },
    async ({ ctx, visit, params, body }) => cancelOrder(ctx, visit, { orderId: params.id, secret: body.secret }),
  ),
]

const touchRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/v1/touches',
      summary: 'A product was opened inside a piece. An unknown code is no error',
      tag: 'touches',
      who: 'anyone',
      body: z.strictObject({ code }),
      status: 204,
    },
    async ({ ctx, visit, body, req, res }) => {
      const signs = {
        method: req.method,
        purpose: req.get('purpose') ?? req.get('x-purpose') ?? null,
        secPurpose: req.get('sec-purpose') ?? null,
      }
      const { setCookies } = await recordTagOpen(ctx, visit, { code: body.code, ...signs })
      for (const one of setCookies) res.append('set-cookie', one)
      return ok(null)
    },
  ),
]

/** Cart, checkout, the buyer's own cancelling, and touches inside pages. */
export const checkoutRoutes: Route[] = [...cartRoutes, ...orderRoutes, ...touchRoutes]
