import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { approveRun } from '../../../src/flows/payouts/approve-run.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import { readRun } from '../../../src/flows/payouts/read-runs.ts'
import { sendRun } from '../../../src/flows/payouts/send-run.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { afterHold, earnedAmount, earnedOrder, type Kol, payee } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol
let first: Actor & { userId: string }
let second: Actor & { userId: string }

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
  first = await person(world, ['finance'])
  second = await person(world, ['finance'])
})
afterEach(() => world.close())

const settings = (data: Record<string, unknown>) => world.payload.updateGlobal({ slug: 'shop-settings', data })
const lockAll = async () => {
  const { total } = await planRun(await world.ctx.req(), world.clock.now())
  return must(await lockRun(world.ctx, first, { expectedTotal: total }, newId()))
}
const send = (runId: string, who: Actor = first) => sendRun(world.ctx, who, { runId }, newId())
const balanced = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])

it('ATT-33 the limit is not passed by splitting: what one person locked or sent alone within the day counts together', async () => {
  await settings({ twoPersonsFrom: 2 * earnedAmount })
  const others = [kol, await payee(world, '6222000011113333'), await payee(world, '6222000011114444')]
  for (const one of others) await earnedOrder(world, one, goods)
  afterHold(world)
  const part = async (one: Kol, who = first) =>
    must(await lockRun(world.ctx, who, { expectedTotal: earnedAmount, creators: [one.creatorId] }, newId())).runId
  const [one, two, three] = [await part(others[0]!), await part(others[1]!), await part(others[2]!, second)]
  const refused = { ok: false, failure: { code: 'state', details: { why: 'second_person' } } }
  expect(await send(two)).toMatchObject(refused)
  must(await send(one))
  expect(must(await readRun(world.ctx, second, { runId: two }))).toMatchObject({ waitsForSecond: true, may: ['approve', 'cancel'] })
  expect(await send(two)).toMatchObject(refused)
  // Who locked it is not the only one who counts: she sent another today.
  expect(await send(three)).toMatchObject(refused)
  expect(must(await readRun(world.ctx, second, { runId: three }))).toMatchObject({ waitsForSecond: false })
  must(await send(three, second))
  must(await approveRun(world.ctx, second, { runId: two }, newId()))
  must(await send(two))
  await balanced()
})

it('ATT-33 a day later one person may send alone again', async () => {
  await settings({ twoPersonsFrom: 2 * earnedAmount })
  await earnedOrder(world, kol, goods)
  afterHold(world)
  must(await send((await lockAll()).runId))
  await earnedOrder(world, kol, goods)
  afterHold(world)
  must(await send((await lockAll()).runId))
})
