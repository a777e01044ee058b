import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCart } from '../../../src/flows/carts/read-cart.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import type { CheckoutProps } from '../../../src/ui/commerce/index.ts'
import { localePath } from '../../../src/ui/i18n/index.ts'
import { place } from '../../../src/web/routes/commerce/checkout-action.ts'
import { checkoutPage } from '../../../src/web/routes/commerce/checkout-page.ts'
import { readQuote, writeQuote } from '../../../src/web/routes/commerce/checkout-quote.ts'
import type { Door } from '../../../src/web/routes/commerce/door.ts'
import { loadCart } from '../../../src/web/routes/commerce/load-cart.ts'
import { product } from '../../builders/catalogue.ts'
import { filledCart } from '../../builders/orders.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const doorOf = (visit: Visit): Door => ({ ctx: world.ctx, visit, locale: 'zh', to: (path) => localePath('zh', path) })

const address = {
  email: 'ye@example.test',
  name: '叶知秋',
  phone: '13800138000',
  country: 'CN',
  region: '浙江',
  city: '杭州',
  district: '西湖区',
  line1: '灵溪路 18 号',
}

/** What a browser posts that was shown this page and filled it in. */
const filled = ({ view }: CheckoutProps, more: Record<string, string> = {}) => ({
  intent: 'place',
  shipping: 'standard',
  idempotencyKey: view.idempotencyKey,
  quote: view.quote,
  ...address,
  ...more,
})

/** A guest at the checkout with these goods. */
async function atCheckout(...goods: { variantId: string; quantity?: number }[]) {
  const visit = await filledCart(world, visitOf(), goods)
  const door = doorOf(visit)
  const shown = await checkoutPage(door, await loadCart(door), { values: { country: 'CN', shipping: 'standard' }, idempotencyKey: newId() })
  return { door, visit, shown }
}

/** The page that an answer shows again, with its status. */
async function again(answer: Awaited<ReturnType<typeof place>>) {
  if (answer instanceof Response) throw new Error(`Went on to ${answer.headers.get('location')}`)
  return { ...answer.data, status: answer.init?.status }
}

const goes = (answer: Awaited<ReturnType<typeof place>>): string | null =>
  answer instanceof Response ? answer.headers.get('location') : null

const orders = async () => (await world.payload.count({ collection: 'orders' })).totalDocs

describe('placing an order from the form', () => {
  it('leads to the payment page once, however often the form is sent, and keeps the guest’s key', async () => {
    const { variantIds } = await product(world)
    const { door, shown } = await atCheckout({ variantId: variantIds[0]! })
    const before = await orders()
    const answers = await Promise.all([place(door, filled(shown)), place(door, filled(shown))])
    const third = await place(door, filled(shown))
    expect(new Set([...answers, third].map(goes)).size).toBe(1)
    expect(goes(third)).toMatch(/^\/zh\/pay\//)
    expect(third instanceof Response && third.headers.get('set-cookie')).toMatch(/zc_orders=/)
    expect(await orders()).toBe(before + 1)
  })

  it('keeps what was typed through errors, and places nothing', async () => {
    const { variantIds } = await product(world)
    const { door, shown } = await atCheckout({ variantId: variantIds[0]! })
    const before = await orders()
    const page = await again(await place(door, filled(shown, { phone: '12', city: '' })))
    expect(page).toMatchObject({
      status: 422,
      errors: { phone: { code: 'phone' }, city: { code: 'required' } },
      values: { name: '叶知秋', phone: '12' },
    })
    expect(page.view.idempotencyKey).toBe(shown.view.idempotencyKey)
    expect(await orders()).toBe(before)
  })

  it('only shows the form of another country when that is what was asked for', async () => {
    const { variantIds } = await product(world)
    const { door, shown } = await atCheckout({ variantId: variantIds[0]! })
    const page = await again(await place(door, filled(shown, { country: 'DE', showCountry: '1' })))
    expect(page).toMatchObject({ status: 200, values: { country: 'DE', name: '叶知秋' } })
    expect(page.errors).toBeUndefined()
  })

  it('asks before it charges another price, and not again after the yes', async () => {
    const { variantIds } = await product(world, { prices: [30_000] })
    const { door, shown } = await atCheckout({ variantId: variantIds[0]! })
    await world.payload.update({ collection: 'variants', id: variantIds[0]!, data: { price: 31_000 }, depth: 0 })
    const page = await again(await place(door, filled(shown)))
    expect(page.status).toBe(409)
    expect(page.changes).toMatchObject({
      items: [{ kind: 'price', before: { amount: 30_000 }, after: { amount: 31_000 } }],
      totalBefore: { amount: 30_000 },
    })
    const unasked = await again(await place(door, filled(page)))
    expect(unasked).toMatchObject({ status: 422, errors: { acceptChanges: { code: 'confirm' } }, changes: page.changes })
    expect(goes(await place(door, filled(unasked, { acceptChanges: '1' })))).toMatch(/^\/zh\/pay\//)
  })

  it('brings the quantity to what is left and says so; takes out what is gone', async () => {
    const few = await product(world, { title: '只有几个', stock: 5 })
    const other = await product(world, { title: '要下架' })
    const { door, visit, shown } = await atCheckout({ variantId: few.variantIds[0]!, quantity: 5 }, { variantId: other.variantIds[0]! })
    await world.payload.update({ collection: 'stock-levels', id: few.variantIds[0]!, data: { available: 2 }, depth: 0 })
    await world.payload.update({ collection: 'products', id: other.productId, data: { status: 'archived' }, depth: 0 })
    const page = await again(await place(door, filled(shown)))
    expect(page.changes?.items).toEqual([
      { kind: 'stock', title: '只有几个', left: 2 },
      { kind: 'gone', title: '要下架' },
    ])
    expect((await readCart(world.ctx, visit, 'zh')).lines.map(({ quantity }) => quantity)).toEqual([2])
    expect(goes(await place(door, filled(page, { acceptChanges: '1' })))).toMatch(/^\/zh\/pay\//)
  })

  it('is not held up by a line that was sold out before the page was made', async () => {
    const [good, out] = [await product(world), await product(world)]
    const visit = await filledCart(world, visitOf(), [{ variantId: good.variantIds[0]! }, { variantId: out.variantIds[0]! }])
    await world.payload.update({ collection: 'stock-levels', id: out.variantIds[0]!, data: { available: 0 }, depth: 0 })
    const door = doorOf(visit)
    const shown = await checkoutPage(door, await loadCart(door), {
      values: { country: 'CN', shipping: 'standard' },
      idempotencyKey: newId(),
    })
    expect(shown.view.lines).toHaveLength(1)
    expect(goes(await place(door, filled(shown)))).toMatch(/^\/zh\/pay\//)
  })

  it('never takes a price from the form: a made-up quote is only a difference', async () => {
    const { variantIds } = await product(world, { prices: [30_000] })
    const { door, shown } = await atCheckout({ variantId: variantIds[0]! })
    const quote = readQuote(shown.view.quote)!
    const cheap = writeQuote({ now: { lines: quote.now.lines.map((line) => ({ ...line, unitPrice: 1 })), totals: { standard: 1 } } })
    expect(await again(await place(door, filled(shown, { quote: cheap })))).toMatchObject({
      status: 409,
      view: { sum: { total: { amount: 30_000 } } },
    })
    expect(await again(await place(door, filled(shown, { quote: 'nonsense' })))).toMatchObject({ status: 422, failed: true })
  })

  it('leads back to an empty cart when there is nothing to place', async () => {
    const { variantIds } = await product(world)
    const { shown } = await atCheckout({ variantId: variantIds[0]! })
    expect(goes(await place(doorOf(visitOf()), filled(shown)))).toBe('/zh/cart')
  })
})
