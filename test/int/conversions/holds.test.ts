import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import { previewRun } from '../../../src/flows/payouts/read-runs.ts'
import { newId } from '../../../src/lib/ids.ts'
import { payee } from '../../builders/payouts.ts'
import { must } from '../../builders/pieces.ts'
import { NOON } from '../../builders/world.ts'
import { type OtherShop, openOtherShop } from './other-shop.ts'

const day = 86_400_000
let shop: OtherShop
let number = 6_222_000_000_000_000

beforeAll(async () => {
  shop = await openOtherShop()
}, 180_000)
afterAll(() => shop?.house.close())
beforeEach(() => shop.house.world.clock.set(new Date(NOON)))

const world = () => shop.house.world
/** Base 1,000.00 at 10 %: enough for a payout. */
const dear = [{ line: '1', title: '折叠椅', paidAmount: 113_000, taxAmount: 13_000 }]
const holdFor = (days: '7' | '15' | '60') =>
  world().payload.update({ collection: 'programmes', id: shop.programmeId, data: { holdDays: days }, depth: 0 })
const soldFor = async (creatorId: string) => {
  const sale = shop.sold({ clickId: await shop.met(creatorId), lines: dear })
  expect((await shop.tell(sale)).body).toMatchObject({ credited: true, commission: 10_000 })
  return sale
}
const paysTo = async (creatorId: string) =>
  must(await previewRun(world().ctx, shop.house.people.finance)).payouts.find(({ creator }) => creator.id === creatorId)?.gross ?? 0

describe('ATT-27 a sale elsewhere is held for as long as its programme says', () => {
  it.each(['7', '60'] as const)(
    'ATT-27 for %s days from when it was told, as the earnings and the preview of a payout say',
    async (days) => {
      const kol = await payee(world(), String(++number))
      await holdFor(days)
      await soldFor(kol.creatorId)
      await holdFor('15')
      const until = new Date(NOON).getTime() + Number(days) * day
      const [row] = must(await readEarnings(world().ctx, kol)).rows
      expect(row).toMatchObject({
        state: 'pending',
        payable: { at: new Date(until).toISOString(), expected: false, because: 'credited', holdDays: Number(days) },
      })
      world().clock.set(new Date(until - 1))
      expect(await paysTo(kol.creatorId)).toBe(0)
      expect(must(await readEarnings(world().ctx, kol)).payable).toBe(0)
      world().clock.set(new Date(until))
      expect(await paysTo(kol.creatorId)).toBe(10_000)
      expect(must(await readEarnings(world().ctx, kol))).toMatchObject({ payable: 10_000, pending: 0 })
    },
  )

  it('ATT-27 counts from when it was told, not from the sale: a shop may tell late', async () => {
    const kol = await payee(world(), String(++number))
    await holdFor('15')
    const sale = shop.sold({ clickId: await shop.met(kol.creatorId, { ago: 21 * 86_400 }), lines: dear })
    const soldAt = new Date(new Date(NOON).getTime() - 20 * day).toISOString()
    expect((await shop.tell({ ...sale, soldAt })).body).toMatchObject({ commission: 10_000 })
    expect(await paysTo(kol.creatorId)).toBe(0)
    world().clock.advance(15 * day)
    expect(await paysTo(kol.creatorId)).toBe(10_000)
  })

  it('ATT-29 a refund that is told after the payout leaves her below zero, and what comes next fills it first', async () => {
    const kol = await payee(world(), String(++number))
    await holdFor('7')
    const sale = await soldFor(kol.creatorId)
    world().clock.advance(7 * day)
    const { total } = await planRun(await world().ctx.req(), world().clock.now(), { creators: [kol.creatorId] })
    must(await lockRun(world().ctx, shop.house.people.finance, { expectedTotal: total, creators: [kol.creatorId] }, newId()))
    const back = {
      kind: 'refund',
      id: `R-${newId()}`,
      sale: sale.id,
      refundedAt: shop.now(),
      lines: dear.map(({ title: _, ...line }) => line),
    }
    expect((await shop.tell(back)).body).toMatchObject({ commission: -10_000 })
    expect(must(await readEarnings(world().ctx, kol))).toMatchObject({ balance: -10_000, owedBack: -10_000 })
    expect(must(await readEarnings(world().ctx, kol)).rows[0]).toMatchObject({
      kind: 'clawed-back',
      amount: -10_000,
      productTitle: '折叠椅',
    })
    await soldFor(kol.creatorId)
    world().clock.advance(7 * day)
    expect(await paysTo(kol.creatorId)).toBe(0)
  })
})
