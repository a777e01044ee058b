import { afterEach, beforeEach, expect, it } from 'vitest'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { previewRun } from '../../../src/flows/payouts/read-runs.ts'
import { readMonth } from '../../../src/flows/statements/read-month.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { earnedAmount, earnedOrder, type Kol, payee } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
  world.clock.set(new Date('2026-10-20T04:00:00Z'))
})
afterEach(() => world.close())

const day = (text: string) => world.clock.set(new Date(`${text}T04:00:00Z`))
const settings = (data: Record<string, unknown>) => world.payload.updateGlobal({ slug: 'shop-settings', data })
const hers = async () => must(await readEarnings(world.ctx, kol)).nextPayout
const finances = async () => must(await previewRun(world.ctx, await person(world, ['finance']))).nextRun

it('ATT-33 payable money is paid with the run of the day in the settings; a day that passed is remembered until it is paid', async () => {
  await earnedOrder(world, kol, goods)
  expect([await hers(), await finances()]).toEqual([null, { day: '2026-11-10', overdue: false }])
  day('2026-11-05')
  const due = { day: '2026-11-10', overdue: false }
  expect([await hers(), await finances()]).toEqual([due, due])
  await settings({ payoutDay: 28 })
  expect(await hers()).toEqual({ day: '2026-11-28', overdue: false })
  await settings({ payoutDay: 10 })
  day('2026-12-24')
  const late = { day: '2026-11-10', overdue: true }
  expect([await hers(), await finances()]).toEqual([late, late])
  const finance = await person(world, ['finance'])
  must(await lockRun(world.ctx, finance, { expectedTotal: earnedAmount }, newId()))
  expect([await hers(), await finances()]).toEqual([null, { day: '2027-01-10', overdue: false }])
  expect(must(await readMonth(world.ctx, kol, '2026-12')).terms).toEqual({ payoutDay: 10, minPayout: 10_000 })
})

it('ATT-33 below the minimum nothing is due, and reaching it later is due later', async () => {
  await settings({ minPayout: 2 * earnedAmount })
  await earnedOrder(world, kol, goods)
  day('2026-11-12')
  expect([await hers(), await finances()]).toEqual([null, { day: '2026-12-10', overdue: false }])
  await earnedOrder(world, kol, goods)
  day('2026-11-28')
  const due = { day: '2026-12-10', overdue: false }
  expect([await hers(), await finances()]).toEqual([due, due])
})

it('ATT-33 the day of the month is 1 to 28', async () => {
  for (const payoutDay of [0, 29]) await expect(settings({ payoutDay })).rejects.toThrow()
})
