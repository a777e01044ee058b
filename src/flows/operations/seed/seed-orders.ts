import type { Ctx } from '../../../context.ts'
import { idOf } from '../../../lib/ids.ts'
import { findVariantsBySku } from '../../../modules/catalogue/store/import.ts'
import { findOrder } from '../../../modules/checkout/store/order-state.ts'
import { linksOfPieces } from '../../../modules/publishing/store/links.ts'
import { addToCart } from '../../carts/add-to-cart.ts'
import { placeOrder } from '../../orders/place-order.ts'
import { startCheckout } from '../../orders/start-checkout.ts'
import { playSandbox } from '../../payments/play-sandbox.ts'
import { refundLines } from '../../payments/refund-lines.ts'
import { recordClick } from '../../touches/record-click.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import type { SeedPeople } from './seed-accounts.ts'
import { seedVisit, withAnswer } from './seed-visit.ts'
import type { SeedOrder } from './world-files.ts'

const contact = {
  name: '林小满',
  phone: '13800138000',
  country: 'CN',
  region: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '文三路 1 号 3 幢 502',
  postcode: '310000',
  note: '',
}

/** One order from the click to the payment, on its day, by the flows that people use; then its refund, when it has one. */
export async function seedOrder(now: Ctx, order: SeedOrder, people: SeedPeople, pieces: Map<string, string>): Promise<void> {
  const what = `order ${order.key}`
  const sku = (await findVariantsBySku(await now.req(), [order.sku])).get(order.sku)
  if (!sku) throw new Error(`${what}: there is no SKU ${order.sku}`)
  const code = order.piece ? await codeOf(now, pieces.get(order.piece) ?? '', idOf(sku.product)) : null
  let visit = seedVisit(order.fan ? people.fan : undefined)
  if (code) visit = withAnswer(visit, (await recordClick(daysAgo(now, order.daysAgo, 20), visit, { code, method: 'GET' })).setCookies)
  const wanted = { variantId: sku.id, quantity: order.quantity, ...(code ? { linkCode: code } : {}) }
  visit = withAnswer(visit, must(await addToCart(daysAgo(now, order.daysAgo, 24), visit, wanted), what).setCookies)
  await startCheckout(daysAgo(now, order.daysAgo, 26), visit)
  const input = { contact: { ...contact, email: `buyer-${order.key}@demo.example` }, locale: 'zh' as const }
  const placed = must(await placeOrder(daysAgo(now, order.daysAgo, 28), visit, input, `seed-${order.key}`), what)
  visit = withAnswer(visit, placed.setCookies)
  const payment = {
    paymentId: placed.payment.id,
    choice: 'succeed' as const,
    ...(placed.guestSecret ? { secret: placed.guestSecret } : {}),
  }
  must(await playSandbox(daysAgo(now, order.daysAgo, 30), visit, payment), what)
  if (order.refund) await refund(now, order.refund, placed.orderId, people, what)
}

async function refund(
  now: Ctx,
  { quantity, daysAgo: days, reason }: NonNullable<SeedOrder['refund']>,
  orderId: string,
  { finance }: SeedPeople,
  what: string,
): Promise<void> {
  const line = (await findOrder(await now.req(), orderId))?.lines[0]
  if (!line?.id) throw new Error(`${what}: nothing to refund`)
  must(
    await refundLines(
      daysAgo(now, days),
      finance,
      { orderId, lines: [{ lineId: line.id, quantity, restock: true }], reason },
      `seed-${orderId}`,
    ),
    what,
  )
}

async function codeOf(ctx: Ctx, piece: string, product: string): Promise<string> {
  const link = (await linksOfPieces(await ctx.req(), [piece])).find((one) => one.product && idOf(one.product) === product)
  if (!link) throw new Error(`The piece ${piece} has no link to the product ${product}`)
  return link.code
}
