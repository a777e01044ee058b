import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { readStudioDays, type StudioDays, totalOf } from '../../../src/flows/studio/read-days.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { entriesOfCreator } from '../../../src/modules/ledger/store.ts'
import { addToPieceStats, statsOfAllPieces } from '../../../src/modules/publishing/store/piece-stats.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let ahe: Awaited<ReturnType<typeof creator>>
let other: Awaited<ReturnType<typeof creator>>
let finance: Actor
let goods: BuiltProduct
const [tent, stove] = [newId(), newId()]

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
const days = async (span: number, piece?: string): Promise<StudioDays> => value(await readStudioDays(world.ctx, ahe, { days: span, piece }))
const at = (time: string) => world.clock.set(new Date(time))

beforeAll(async () => {
  world = await openWorld()
  ahe = await creator(world, { handle: 'ahe' })
  other = await creator(world, { handle: 'other' })
  finance = await person(world, ['fan', 'finance'])
  goods = await product(world, { prices: [10_000], stock: 100 })
  const programmeId = await programme(world)
  const buy = (creatorId: string, piece?: string) =>
    paidOrder(world, [{ product: goods, quantity: 2, credit: { creatorId, rateBps: 800, programmeId, ...(piece ? { piece } : {}) } }])
  at('2026-09-30T04:00:00.000Z')
  await buy(ahe.creatorId, tent)
  at('2026-10-20T04:00:00.000Z')
  await buy(ahe.creatorId, stove)
  // A minute before and a minute after midnight of the shop's calendar.
  at('2026-10-25T15:59:00.000Z')
  const late = await buy(ahe.creatorId, tent)
  at('2026-10-25T16:01:00.000Z')
  await buy(ahe.creatorId, tent)
  await buy(ahe.creatorId)
  await buy(other.creatorId, newId())
  at('2026-11-01T04:00:00.000Z')
  value(
    await refundLines(
      world.ctx,
      finance,
      { orderId: late.orderId, lines: [{ lineId: late.lineIds[0]!, quantity: 1, restock: true }], reason: 'buyer_return' },
      newId(),
    ),
  )
  at('2026-11-02T04:00:00.000Z')
  await world.ctx.tx('views', async (req) => {
    for (const [piece, day, views, clicks] of [
      [tent, '2026-11-02', 40, 3],
      [tent, '2026-10-01', 7, 1],
      [stove, '2026-11-02', 2, 0],
    ] as const)
      await addToPieceStats(req, { piece, author: ahe.creatorId, placement: null, day, add: { views, clicks } })
  })
})
afterAll(() => world.close())

describe('the days of the studio', () => {
  it('cover every day of the span, the last one is today', async () => {
    const read = await days(30)
    expect(read.days).toHaveLength(30)
    expect([read.days[0]?.day, read.days.at(-1)?.day]).toEqual(['2026-10-04', '2026-11-02'])
  })

  it('add up to what the ledger’s balance changed by in the span (ATT-26)', async () => {
    const entries = await entriesOfCreator(await world.ctx.req(), ahe.creatorId)
    for (const span of [1, 7, 30, 90]) {
      const read = await days(span)
      const first = Date.parse(`${read.days[0]?.day}T00:00:00+08:00`)
      const balanceBefore = entries.filter((one) => Date.parse(one.at) < first).reduce((sum, { amount }) => sum + amount, 0)
      expect(read.opening, `${span} days`).toBe(balanceBefore)
      expect(read.opening + read.total.earned - read.total.reversed).toBe(read.closing)
      expect(totalOf(read.days)).toEqual(read.total)
    }
    expect((await days(30)).closing).toBe(value(await readEarnings(world.ctx, ahe)).balance)
  })

  it('put an entry on the day that the shop’s calendar has, and a return below the line on its own day', async () => {
    const read = await days(30)
    const day = (name: string) => read.days.find((one) => one.day === name)
    const accrued = day('2026-10-20')?.earned ?? 0
    expect(accrued).toBeGreaterThan(0)
    expect(day('2026-10-25')).toMatchObject({ earned: accrued, reversed: 0, orders: 1 })
    expect(day('2026-10-26')).toMatchObject({ earned: 2 * accrued, orders: 1 })
    expect(day('2026-11-01')).toMatchObject({ earned: 0, reversed: accrued / 2 })
  })

  it('count views, clicks and orders as the counters of her pieces do', async () => {
    const sums = { views: 0, clicks: 0, orders: 0 }
    const own = new Set([tent, stove])
    for await (const row of statsOfAllPieces(await world.ctx.req())) {
      if (!own.has(row.piece)) continue
      for (const name of ['views', 'clicks', 'orders'] as const) sums[name] += row[name]
    }
    expect((await days(366)).total).toMatchObject(sums)
    expect(sums).toEqual({ views: 49, clicks: 4, orders: 4 })
  })

  it('are those of one piece when one is asked for, with its own balances', async () => {
    const [all, alone] = [await days(90), await days(90, stove)]
    expect(alone.total).toMatchObject({ views: 2, clicks: 0, orders: 1, reversed: 0 })
    expect(alone.closing).toBe(alone.opening + alone.total.earned)
    expect(alone.closing).toBeLessThan(all.closing)
    expect((await days(90, newId())).total).toEqual({ views: 0, clicks: 0, orders: 0, earned: 0, reversed: 0 })
  })

  it('compare with as many days before', async () => {
    expect((await days(30)).before).toMatchObject({ views: 7, clicks: 1, orders: 1 })
  })

  it('are refused to who is no creator', async () => {
    expect(await readStudioDays(world.ctx, anonymous, { days: 30 })).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
  })
})
