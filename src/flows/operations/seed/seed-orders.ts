import type { Ctx } from '../../../context.ts'
import { idOf } from '../../../lib/ids.ts'
import type { Visit } from '../../../lib/visit.ts'
import { findVariantsBySku } from '../../../modules/catalogue/store/import.ts'
import { findOrder } from '../../../modules/checkout/store/order-state.ts'
import type { Variant } from '../../../payload-types.ts'
import { addToCart } from '../../carts/add-to-cart.ts'
import { setCoupon } from '../../carts/set-coupon.ts'
import { signalOrder } from '../../fraud/signal-order.ts'
import { cancelOrder } from '../../orders/cancel-order.ts'
import { expireOrder } from '../../orders/expire-order.ts'
import { placeOrder } from '../../orders/place-order.ts'
import { startCheckout } from '../../orders/start-checkout.ts'
import { playSandbox } from '../../payments/play-sandbox.ts'
import { retryPayment } from '../../payments/retry-payment.ts'
import { recordClick } from '../../touches/record-click.ts'
import { daysAgo } from './at-time.ts'
import { contactFor } from './contacts.ts'
import { must } from './must.ts'
import type { PlannedOrder } from './plan-month.ts'
import type { SeedPeople } from './seed-accounts.ts'
import { seedAfterwards, type ToldOrder } from './seed-afterwards.ts'
import { onDevice, seedVisit, withAnswer } from './seed-visit.ts'

interface Shop {
  people: SeedPeople
  /** Codes of links by `<piece>:<product>`, ids of both; a promoter's name stands for a piece where there is none. */
  codes: ReadonlyMap<string, string>
  /** Ids by key. */
  pieces: ReadonlyMap<string, string>
  /** By key. */
  told: ReadonlyMap<string, ToldOrder>
}

/** One order from the click to its end, on its day, by the flows that people use. */
export async function seedOrder(now: Ctx, order: PlannedOrder, shop: Shop): Promise<void> {
  const what = `order ${order.key}`
  const at = (minutes: number) => daysAgo(now, order.daysAgo, minutes)
  const skus = await findVariantsBySku(await now.req(), [order.sku, ...(order.also ? [order.also] : [])])
  const variant = variantOf(skus, order.sku, what)
  const code = order.piece ? codeOf(shop, order.piece, variant, what) : null
  const told = shop.told.get(order.key) ?? {}
  let visit = onDevice(seedVisit(order.buyer ? shop.people.fans.get(order.buyer) : undefined), told.device)
  const click = { method: 'GET', from: 'page', paidAd: told.paidAd ?? false }
  if (code) visit = withAnswer(visit, (await recordClick(at(20), visit, { code, ...click })).setCookies)
  const wanted = { variantId: variant.id, quantity: order.quantity, ...(code ? { linkCode: code } : {}) }
  visit = withAnswer(visit, must(await addToCart(at(24), visit, wanted), what).setCookies)
  if (order.also) {
    const more = { variantId: variantOf(skus, order.also, what).id, quantity: 1 }
    visit = withAnswer(visit, must(await addToCart(at(25), visit, more), what).setCookies)
  }
  if (told.coupon) must(await setCoupon(at(26), visit, { code: told.coupon }), what)
  await startCheckout(at(26), visit)
  const placed = must(await placeOrder(at(28), visit, contactFor(order.key, order.buyer), `seed-${order.key}`), what)
  visit = withAnswer(visit, placed.setCookies)
  const open = { orderId: placed.orderId, paymentId: placed.payment.id, secret: placed.guestSecret ?? undefined }
  await follow(now, order, visit, open)
  await seedAfterwards(now, order, told, { ...open, visit }, shop.people)
  if (told.paidAd || told.device) await doubt(at(31), placed.orderId)
}

/** What the risk rules say of an order that was just paid, as they look at every one. */
async function doubt(ctx: Ctx, orderId: string): Promise<void> {
  const order = await findOrder(await ctx.req(), orderId)
  if (order) await signalOrder(ctx, order)
}

interface Open {
  orderId: string
  paymentId: string
  secret: string | undefined
}

/** What becomes of an order that waits for its payment. */
async function follow(now: Ctx, { key, daysAgo: days, fate }: PlannedOrder, visit: Visit, open: Open): Promise<void> {
  const what = `order ${key}`
  const at = (minutes: number) => daysAgo(now, days, minutes)
  const { orderId, paymentId, secret } = open
  const ask = { orderId, secret }
  const play = async (minutes: number, payment: string, choice: 'succeed' | 'fail') =>
    void must(await playSandbox(at(minutes), visit, { paymentId: payment, choice, ...(secret ? { secret } : {}) }), what)
  if (fate === 'paid') return play(30, paymentId, 'succeed')
  if (fate === 'cancelled') return void must(await cancelOrder(at(33), visit, ask), what)
  if (fate === 'expired') return void must(await expireOrder(at(50), { orderId }), what)
  await play(30, paymentId, 'fail')
  await play(35, must(await retryPayment(at(33), visit, ask, `seed-${key}`), what).id, 'succeed')
}

function variantOf(skus: ReadonlyMap<string, Variant>, sku: string, what: string): Variant {
  const variant = skus.get(sku)
  if (!variant) throw new Error(`${what}: there is no SKU ${sku}`)
  return variant
}

function codeOf({ codes, pieces }: Shop, piece: string, { product }: Variant, what: string): string {
  const code = codes.get(`${pieces.get(piece) ?? piece}:${idOf(product)}`)
  if (!code) throw new Error(`${what}: the piece ${piece} has no link to its product`)
  return code
}
