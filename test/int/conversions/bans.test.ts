import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { linesOfCreator } from '../../../src/flows/earnings/creator-lines.ts'
import { banCreator, unbanCreator } from '../../../src/flows/fraud/ban-creator.ts'
import { newId } from '../../../src/lib/ids.ts'
import { creator } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { clickIdOf, type OtherShop, openOtherShop, type Sold } from './other-shop.ts'

let shop: OtherShop

beforeAll(async () => {
  shop = await openOtherShop()
}, 180_000)
afterAll(() => shop?.house.close())

describe('ATT-38 a ban reaches sales elsewhere', () => {
  let bo: Awaited<ReturnType<typeof creator>>
  let sale: Sold
  let piece = ''
  beforeEach(async () => {
    bo = await creator(shop.house.world)
    // By way of a piece of his, whose counters go with the ledger.
    piece = await publish(shop.house.world, { author: bo, editor: shop.house.people.editor }, {})
    sale = shop.sold({ clickId: clickIdOf(await shop.click(bo.creatorId, { piece })) })
    expect((await shop.tell(sale)).body).toMatchObject({ credited: true, commission: 1000 })
  })
  const decide = { creatorId: '', note: '点击都来自一台机器' }
  const ban = async () =>
    must(
      await banCreator(
        shop.house.world.ctx,
        shop.house.people.finance,
        { ...decide, creatorId: bo.creatorId, reason: 'fake_orders' },
        newId(),
      ),
    )
  const unban = async () =>
    must(
      await unbanCreator(
        shop.house.world.ctx,
        shop.house.people.finance,
        { ...decide, creatorId: bo.creatorId, reason: 'mistake' },
        newId(),
      ),
    )
  const back = (paidAmount: number, taxAmount: number) =>
    shop.tell({ kind: 'refund', id: `R-${newId()}`, sale: sale.id, refundedAt: shop.now(), lines: [{ line: '1', paidAmount, taxAmount }] })
  const states = async () => {
    const { ctx, clock } = shop.house.world
    return (await linesOfCreator(await ctx.req(), bo.creatorId, clock.now())).map(({ state }) => `${state.state} ${state.outstanding}`)
  }
  const findings = async () => (await checkBooks(shop.house.world.ctx)).findings
  const counted = async (of: string) =>
    (await shop.house.world.payload.find({ collection: 'piece-stats', where: { piece: { equals: of } }, depth: 0 })).docs
      .map(({ orders, units, commission }) => ({ orders, units, commission }))
      .filter(({ orders }) => orders > 0)

  it('ATT-38 takes its held commission back once, for fraud, and a refund that comes later takes nothing more', async () => {
    expect(await states()).toEqual(['pending 1000'])
    expect(await counted(piece)).toEqual([{ orders: 1, units: 0, commission: 1000 }])
    await ban()
    expect(await states()).toEqual(['reversed 0'])
    expect(await counted(piece)).toEqual([{ orders: 1, units: 0, commission: 0 }])
    expect((await back(5650, 650)).body).toMatchObject({ kind: 'refund', commission: 0 })
    expect(await shop.owed(bo.creatorId)).toBe(0)
    expect(await findings()).toEqual([])
  })

  it('ATT-38 a banned creator is credited with no further sale, whose buyer clicked before', async () => {
    const clickId = clickIdOf(await shop.click(bo.creatorId))
    await ban()
    expect((await shop.tell(shop.sold({ clickId }))).body).toMatchObject({ credited: false, commission: 0 })
    expect(await findings()).toEqual([])
  })

  it.each([
    ['nothing', [], 1000],
    ['half of it', [[5650, 650]], 500],
    [
      'all of it in parts',
      [
        [5650, 650],
        [5650, 650],
      ],
      0,
    ],
  ] as const)(
    'ATT-38 a ban that was a mistake gives back what is still earned when %s was refunded meanwhile',
    async (_what, parts, left) => {
      await ban()
      for (const [paid, tax] of parts) expect((await back(paid, tax)).status).toBe(201)
      await unban()
      expect(await shop.owed(bo.creatorId)).toBe(left)
      expect(await findings()).toEqual([])
    },
  )

  it('ATT-38 what was refunded before the ban stays refunded when the ban ends, and the rest can be refunded after it', async () => {
    expect((await back(5650, 650)).body).toMatchObject({ commission: -500 })
    await ban()
    expect(await shop.owed(bo.creatorId)).toBe(0)
    await unban()
    expect(await shop.owed(bo.creatorId)).toBe(500)
    expect((await back(5650, 650)).body).toMatchObject({ commission: -500 })
    expect(await shop.owed(bo.creatorId)).toBe(0)
    expect(await findings()).toEqual([])
  })

  it('ATT-38 a ban and a refund at once leave nothing that is earned twice or taken twice', async () => {
    await Promise.all([ban(), back(5650, 650), back(5650, 650)])
    expect(await shop.owed(bo.creatorId)).toBe(0)
    await unban()
    expect(await shop.owed(bo.creatorId)).toBe(0)
    expect(await findings()).toEqual([])
  })
})
