import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthDays, type PlanInput, planMonth } from '../../../src/flows/operations/seed/plan-month.ts'
import { readStory } from '../../../src/flows/operations/seed/tell-story.ts'

const pieces: PlanInput['pieces'] = [
  { key: 'old', ago: 40, reach: 4, products: ['tent', 'lamp'] },
  { key: 'new', ago: 3, reach: 2, products: ['lamp'] },
]
const shelf = fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 })
const goodsOf = ([a = 0, b = 0, c = 0]: number[]): PlanInput['goods'] => [
  { product: 'tent', sku: 'T', stock: a },
  { product: 'lamp', sku: 'L1', stock: b },
  { product: 'lamp', sku: 'L2', stock: c },
]

describe('a planned month', () => {
  it('sells no more than there is, and nothing that is not there', () => {
    fc.assert(
      fc.property(shelf, (stock) => {
        const goods = goodsOf(stock)
        const sold = new Map<string, number>()
        for (const { sku, quantity, also } of planMonth({ pieces, goods, buyers: ['a'], named: [] }).orders) {
          expect(quantity).toBeGreaterThan(0)
          sold.set(sku, (sold.get(sku) ?? 0) + quantity)
          if (also) sold.set(also, (sold.get(also) ?? 0) + 1)
        }
        for (const [sku, count] of sold) expect(count).toBeLessThanOrEqual(goods.find((good) => good.sku === sku)?.stock ?? 0)
      }),
    )
  })

  it('has on every day no more clicks than views, and nothing of a piece before it was there', () => {
    const { days, orders } = planMonth({ pieces, goods: goodsOf([9, 9, 9]), buyers: ['a'], named: [] })
    for (const { piece, daysAgo, views, clicks } of days) {
      expect(clicks.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(views)
      expect(pieces.find(({ key }) => key === piece)?.ago).toBeGreaterThan(daysAgo)
    }
    for (const order of orders) {
      if (order.piece) expect(pieces.find(({ key }) => key === order.piece)?.ago).toBeGreaterThan(order.daysAgo)
      if (order.refund) expect(order.refund.daysAgo).toBeLessThan(order.daysAgo)
      expect(order.daysAgo).toBeGreaterThan(0)
    }
  })

  it('is the same at every run', async () => {
    expect((await readStory()).plan).toEqual((await readStory()).plan)
  })

  it('of the demo world has more than a hundred and twenty orders of every fate, by guests and members, and refunds', async () => {
    const { orders } = (await readStory()).plan
    const month = orders.filter(({ daysAgo }) => daysAgo <= monthDays)
    expect(month.length).toBeGreaterThanOrEqual(120)
    for (const fate of ['paid', 'retried', 'cancelled', 'expired'])
      expect(
        month.some((order) => order.fate === fate),
        fate,
      ).toBe(true)
    for (const buyer of [true, false]) expect(month.filter((order) => (order.buyer !== null) === buyer).length).toBeGreaterThan(30)
    expect(month.filter(({ refund }) => refund).length).toBeGreaterThanOrEqual(5)
    expect(month.some(({ refund, quantity }) => refund && refund.quantity < quantity)).toBe(true)
  })
})
