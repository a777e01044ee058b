import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCart } from '../../../src/flows/carts/read-cart.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { placeOrder } from '../../../src/flows/orders/place-order.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { contact, filledCart } from '../../builders/orders.ts'
import { deliver } from '../../builders/paid-order.ts'
import { person } from '../../builders/people.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let fast: string
let slow: string
let variantId: string

const german = { ...contact, country: 'DE', region: '', city: 'Berlin', district: '', street: 'Musterweg 1', postcode: '10115', phone: '' }
const american = { ...german, country: 'US', region: 'California', city: 'Fresno', postcode: '93650' }

beforeAll(async () => {
  world = await openWorld()
  const rate = async (name: string, data: object) =>
    (
      await world.payload.create({
        collection: 'shipping-rates',
        data: { id: newId(), name, base: 1000, kind: 'flat', status: 'active', ...data },
        locale: 'zh',
        depth: 0,
      })
    ).id
  fast = await rate('次日达', { base: 3_000, countries: 'CN', position: 2 })
  slow = await rate('普通快递', {
    kind: 'weight',
    base: 800,
    stepGrams: 500,
    perStep: 200,
    includedGrams: 1_000,
    freeFrom: 50_000,
    countries: 'CN, US',
    position: 1,
  })
  await world.payload.create({
    collection: 'tax-rates',
    data: { id: newId(), country: 'US', region: 'California', bps: 725, mode: 'added' },
  })
  const goods = await product(world, { prices: [10_000], stock: 100 })
  variantId = goods.variantIds[0]!
  await world.payload.update({ collection: 'variants', id: variantId, data: { weightGrams: 600 } })
})
afterAll(() => world.close())

const cartOf = () => filledCart(world, visitOf(), [{ variantId, quantity: 2 }])
const order = (id: string) => world.payload.findByID({ collection: 'orders', id, depth: 0 })

describe('ways of delivery', () => {
  it('are offered with their prices by weight, in the operator’s order, and one is frozen on the order by its name', async () => {
    const buyer = await cartOf()
    const cart = await readCart(world.ctx, buyer, 'zh')
    expect(cart.deliveries).toEqual([
      { id: slow, name: '普通快递', price: 1_000 },
      { id: fast, name: '次日达', price: 3_000 },
    ])
    expect(cart).toMatchObject({ shipping: slow, shippingTotal: 1_000, total: 21_000 })
    const placed = await placeOrder(world.ctx, buyer, { contact, locale: 'zh', shipping: fast, expectedTotal: 23_000 }, newId())
    if (!placed.ok) throw new Error(placed.failure.message)
    expect(await order(placed.value.orderId)).toMatchObject({
      shippingMethod: '次日达',
      shippingTotal: 3_000,
      weightGrams: 1_200,
      total: 23_000,
    })
  })

  it('a way that is not offered there, and a country that none serves, are refused; nothing is placed', async () => {
    const buyer = await cartOf()
    const place = (more: object) => placeOrder(world.ctx, buyer, { contact, locale: 'zh', ...more }, newId())
    expect(await place({ shipping: 'standard' })).toMatchObject({ failure: { code: 'invalid', field: 'shipping' } })
    expect(await place({ contact: american, shipping: fast })).toMatchObject({ failure: { code: 'invalid', field: 'shipping' } })
    expect(await place({ contact: german })).toMatchObject({ failure: { code: 'invalid', field: 'contact.country' } })
    expect((await readCart(world.ctx, buyer, 'zh')).lines).toHaveLength(1)
  })
})

describe('tax that comes on top', () => {
  it('ATT-22 is added for the place it goes to, frozen by line, no part of the base, and goes back with its line', async () => {
    const finance = await person(world, ['fan', 'finance'])
    const buyer = await cartOf()
    const placed = await placeOrder(world.ctx, buyer, { contact: american, locale: 'en', expectedTotal: 22_450 }, newId())
    if (!placed.ok) throw new Error(placed.failure.message)
    const { orderId, payment } = placed.value
    const row = await order(orderId)
    expect(row).toMatchObject({ taxIncluded: false, itemsTotal: 20_000, taxTotal: 1_450, shippingTotal: 1_000, total: 22_450 })
    expect(row.lines[0]).toMatchObject({ taxRateBps: 725, taxAmount: 1_450, paidAmount: 21_450, baseAmount: 20_000 })
    const { reference, amount, currency } = await world.payload.findByID({ collection: 'payments', id: payment.id, depth: 0 })
    await deliver(world, {
      id: `evt_${newId()}`,
      type: 'payment.settled',
      reference,
      amount,
      currency,
      at: world.clock.now().toISOString(),
    })
    const half = { orderId, lines: [{ lineId: String(row.lines[0]!.id), quantity: 1, restock: true }], reason: 'damaged' }
    const refund = await refundLines(world.ctx, finance, half, newId())
    expect(refund).toMatchObject({ ok: true, value: { amount: 10_725, state: 'settled' } })
    expect(await checkBooks(world.ctx)).toMatchObject({ findings: [] })
  })
})
