import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { type EarningsBy, readEarningsBy } from '../../../src/flows/earnings/read-earnings-by.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let ahe: Awaited<ReturnType<typeof creator>>
let tent: BuiltProduct
let stove: BuiltProduct
const post = newId()

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
const by = async (what: EarningsBy) => value(await readEarningsBy(world.ctx, ahe, what))

beforeAll(async () => {
  world = await openWorld()
  ahe = await creator(world, { handle: 'ahe' })
  const finance = await person(world, ['fan', 'finance'])
  const programmeId = await programme(world)
  ;[tent, stove] = [await product(world, { prices: [10_000], stock: 50 }), await product(world, { prices: [3333], stock: 50 })]
  const credit = (piece?: string) => ({ creatorId: ahe.creatorId, rateBps: 800, programmeId, ...(piece ? { piece } : {}) })
  // A minute before and after midnight of the shop's calendar.
  world.clock.set('2026-10-31T15:59:00.000Z')
  const both = await paidOrder(world, [
    { product: tent, quantity: 2, credit: credit(post) },
    { product: stove, price: 3333, credit: credit(post) },
  ])
  world.clock.set('2026-10-31T16:01:00.000Z')
  await paidOrder(world, [{ product: stove, price: 3333, credit: credit() }])
  const lines = [{ lineId: both.lineIds[0]!, quantity: 1, restock: true }]
  value(await refundLines(world.ctx, finance, { orderId: both.orderId, lines, reason: 'buyer_return' }, newId()))
})
afterAll(() => world.close())

describe('earnings put together', () => {
  it.each(['piece', 'product', 'day'] as const)('by %s add up to the balance, each entry in exactly one row (ATT-26)', async (what) => {
    const { balance, groups } = await by(what)
    expect(balance).toBe(value(await readEarnings(world.ctx, ahe)).balance)
    expect(balance).toBeGreaterThan(0)
    expect(groups.reduce((sum, { net }) => sum + net, 0)).toBe(balance)
    for (const { earned, reversed, net } of groups) expect(earned - reversed).toBe(net)
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
  })

  it('by piece keep what a link without a piece earned in a row of its own', async () => {
    const { groups } = await by('piece')
    expect(groups.map(({ key, orders }) => [key, orders])).toEqual([
      [post, 1],
      ['', 1],
    ])
    expect(groups[0]?.reversed).toBeGreaterThan(0)
  })

  it('by product name each as it was sold, and take a return back from the product that came back', async () => {
    const { groups, titles } = await by('product')
    const of = (id: string) => groups.find(({ key }) => key === id)
    expect(of(tent.productId)?.reversed).toBe((of(tent.productId)?.earned ?? 0) / 2)
    expect(of(stove.productId)).toMatchObject({ orders: 2, reversed: 0 })
    expect(titles.get(tent.productId)).toBe(`商品 ${tent.slug}`)
  })

  it('by day follow the shop’s calendar, newest first', async () => {
    const { groups } = await by('day')
    expect(groups.map(({ key }) => key)).toEqual(['2026-11-01', '2026-10-31'])
    expect(groups[1]).toMatchObject({ reversed: 0, orders: 1 })
    expect(groups[0]?.reversed).toBeGreaterThan(0)
  })

  it('are refused to who is no creator', async () => {
    expect(await readEarningsBy(world.ctx, anonymous, 'day')).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
  })
})
