import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setCoupon } from '../../../src/flows/carts/set-coupon.ts'
import { type CouponInput, saveCoupon } from '../../../src/flows/coupons/save-coupon.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { expireOrder } from '../../../src/flows/orders/expire-order.ts'
import { type PlacedOrder, placeOrder } from '../../../src/flows/orders/place-order.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { contact, filledCart } from '../../builders/orders.ts'
import { type BuiltOrder, deliver, settledEvent } from '../../builders/paid-order.ts'
import { person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'
import { readOutbox } from '../../fixtures/outbox.ts'

let world: World
let finance: Awaited<ReturnType<typeof person>>
let goods: BuiltProduct
let count = 0

beforeAll(async () => {
  world = await openWorld()
  finance = await person(world, ['fan', 'finance'])
  goods = await product(world, { prices: [10_000], stock: 500 })
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(NOON))

const terms = (code: string, more: Partial<CouponInput>): CouponInput => ({ code, kind: 'fixed', amount: 5_000, ...more })
const coupon = async (more: Partial<CouponInput>) => must(await saveCoupon(world.ctx, finance, terms(`LATE${++count}`, more)))

async function cartWith(code: string) {
  const visit = await filledCart(world, visitOf(), [{ variantId: goods.variantIds[0]! }])
  must(await setCoupon(world.ctx, visit, { code }))
  return visit
}

const order = (visit: Awaited<ReturnType<typeof cartWith>>, email = `late-${newId()}@example.test`, locale: 'zh' | 'en' = 'zh') =>
  placeOrder(world.ctx, visit, { contact: { ...contact, email }, locale }, newId())
const placed = async (code: string, email?: string, locale?: 'zh' | 'en') => must(await order(await cartWith(code), email, locale))

/** An order that was let go before it was paid. */
async function expired(code: string, email?: string, locale?: 'zh' | 'en'): Promise<PlacedOrder> {
  const made = await placed(code, email, locale)
  world.clock.advance(15 * 60_000 + 1)
  must(await expireOrder(world.ctx, { orderId: made.orderId }))
  return made
}

async function pay({ payment }: PlacedOrder): Promise<string> {
  const { reference, amount } = await world.payload.findByID({ collection: 'payments', id: payment.id, depth: 0 })
  return must(await deliver(world, settledEvent({ reference, total: amount } as BuiltOrder))).outcome
}

const stateOf = async ({ orderId }: PlacedOrder) => (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).state
const usedOf = async (id: string) => (await world.payload.findByID({ collection: 'coupons', id, depth: 0 })).used
const level = () => world.payload.findByID({ collection: 'stock-levels', id: goods.variantIds[0]!, depth: 0 })
const refundsOf = async ({ orderId }: PlacedOrder) =>
  (await world.payload.find({ collection: 'refunds', where: { order: { equals: orderId } }, depth: 0 })).docs

/** How many orders have a use of this code now, by its rows. */
const living = async (id: string) =>
  (await world.payload.count({ collection: 'coupon-uses', where: { coupon: { equals: id }, releasedAt: { exists: false } } })).totalDocs

const proved = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])

describe('money that comes late for an order with a code', () => {
  it('pays it while the use that it gave back is still there, also when the code was paused meanwhile', async () => {
    const { id, code } = await coupon({ limitTotal: 1, limitPerPerson: 1 })
    const late = await expired(code)
    must(await saveCoupon(world.ctx, finance, terms(code, { limitTotal: 1, limitPerPerson: 1, status: 'paused' }), id))
    expect([await usedOf(id), await pay(late), await usedOf(id), await living(id)]).toEqual([0, 'paid_late', 1, 1])
    await proved()
  })

  it.each([
    ['zh', '优惠码也已经用完'],
    ['en', 'its discount code was used up meanwhile'],
  ] as const)(
    'goes back by itself when another buyer had the last use, with a letter in %s that says so and nothing half done',
    async (locale, words) => {
      const { id, code } = await coupon({ limitTotal: 1 })
      const email = `late-${locale}-${newId()}@example.test`
      const late = await expired(code, email, locale)
      const rival = await placed(code)
      expect(await pay(rival)).toBe('paid')
      const before = await level()
      expect(await pay(late)).toBe('given_back')
      expect([await stateOf(late), await stateOf(rival)]).toEqual(['expired', 'paid'])
      expect(await refundsOf(late)).toMatchObject([{ state: 'settled', amount: 6_000, reason: 'code_used_up', lines: [] }])
      expect([await usedOf(id), await living(id)]).toEqual([1, 1])
      expect(await level()).toMatchObject({ available: before.available, reserved: before.reserved })
      const { totalDocs } = await world.payload.count({ collection: 'ledger-entries', where: { order: { equals: late.orderId } } })
      expect(totalDocs).toBe(0)
      await proved()
      await drainJobs(world.ctx)
      const letters = (await readOutbox(path.join(world.dir, 'outbox'), email)).map(({ text }) => text)
      expect(letters.filter((text) => text.includes(words))).toHaveLength(1)
      expect(await pay(late)).toBe('already_settled')
    },
  )

  it('goes back when the same person used it up by another order', async () => {
    const { id, code } = await coupon({ limitPerPerson: 1 })
    const email = `twice-${newId()}@example.test`
    const late = await expired(code, email)
    expect(await pay(await placed(code, email))).toBe('paid')
    expect(await pay(late)).toBe('given_back')
    expect(await refundsOf(late)).toMatchObject([{ reason: 'code_used_up' }])
    expect([await usedOf(id), await living(id)]).toEqual([1, 1])
    // Somebody else is not concerned.
    expect(await pay(await expired(code))).toBe('paid_late')
    await proved()
  })

  it('is never half of both when it comes at the moment at which another buyer places the last use', async () => {
    const told: string[] = []
    for (let round = 0; round < 10; round++) {
      const { id, code } = await coupon({ limitTotal: 1 })
      const late = await expired(code)
      const cart = await cartWith(code)
      // Placing reads more before it writes; the money is held back a little longer each time, so that either comes first.
      const paying = () => sleep(round * 6).then(() => pay(late))
      const placing = async () => ((await order(cart)).ok ? 'placed' : 'refused')
      const outcomes = await Promise.all((round % 2 ? [paying, placing] : [placing, paying]).map((one) => one()))
      told.push(outcomes.sort().join('+'))
      expect(['paid_late+refused', 'given_back+placed']).toContain(told.at(-1))
      expect([await usedOf(id), await living(id)]).toEqual([1, 1])
      expect(await refundsOf(late)).toHaveLength((await stateOf(late)) === 'paid' ? 0 : 1)
    }
    const paid = told.filter((one) => one.startsWith('paid_late')).length
    console.log(`  figures: of 10 last uses wanted by late money and a new order at once, ${paid} to the money, ${10 - paid} to the order`)
    await proved()
  })

  it('of five orders at once pays as many as the code has uses, and each of the others gets all back', async () => {
    const { id, code } = await coupon({ limitTotal: 2 })
    const late: PlacedOrder[] = []
    for (let n = 0; n < 5; n++) late.push(await expired(code))
    const outcomes = await Promise.all(late.map(pay))
    expect(outcomes.sort()).toEqual(['given_back', 'given_back', 'given_back', 'paid_late', 'paid_late'])
    expect([await usedOf(id), await living(id)]).toEqual([2, 2])
    for (const one of late) {
      const back = (await refundsOf(one)).reduce((sum, { amount }) => sum + amount, 0)
      expect(back).toBe((await stateOf(one)) === 'paid' ? 0 : 6_000)
    }
    await proved()
  })
})
