import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { linesOfCreator } from '../../../src/flows/earnings/creator-lines.ts'
import { banCreator } from '../../../src/flows/fraud/ban-creator.ts'
import { holdByStaff } from '../../../src/flows/holds/hold-commission.ts'
import { releaseByStaff } from '../../../src/flows/holds/release-hold.ts'
import { askRefund } from '../../../src/flows/orders/ask-refund.ts'
import { cancelRun } from '../../../src/flows/payouts/cancel-run.ts'
import { endPayout } from '../../../src/flows/payouts/end-payout.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import { readRun } from '../../../src/flows/payouts/read-runs.ts'
import { sendRun } from '../../../src/flows/payouts/send-run.ts'
import { takeOutPayout } from '../../../src/flows/payouts/take-out-payout.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { payoutsOfCreator } from '../../../src/modules/ledger/store/payouts.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import type { BuiltOrder } from '../../builders/paid-order.ts'
import { afterHold, earnedAmount, earnedOrder, type Kol, payee } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol
let other: Kol
let finance: Actor & { userId: string }
let order: BuiltOrder
let runId: string

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
  other = await payee(world, '6222000011113333')
  finance = await person(world, ['finance'])
  order = await earnedOrder(world, kol, goods)
  await earnedOrder(world, other, goods)
  afterHold(world)
  runId = await lockAll()
})
afterEach(() => world.close())

async function lockAll(): Promise<string> {
  const { total: expectedTotal } = await planRun(await world.ctx.req(), world.clock.now())
  return must(await lockRun(world.ctx, finance, { expectedTotal }, newId())).runId
}
const send = () => sendRun(world.ctx, finance, { runId }, newId())
const hold = (who: Kol, orderLine: string | null = null) =>
  holdByStaff(world.ctx, finance, { creator: who.creatorId, orderLine, note: 'looking' }, newId())
const payoutOf = async (who: Kol) => (await payoutsOfCreator(await world.ctx.req(), who.creatorId)).at(-1)!
const takeOut = async (who: Kol, actor: Actor = finance) => takeOutPayout(world.ctx, actor, { payoutId: (await payoutOf(who)).id }, newId())
const read = async () => must(await readRun(world.ctx, finance, { runId }))
const nameOf = async (who: Kol) => (await world.payload.findByID({ collection: 'creators', id: who.creatorId, depth: 0 })).displayName
const states = async (who: Kol) =>
  (await linesOfCreator(await world.ctx.req(), who.creatorId, world.clock.now())).map(({ state }) => state.state)
const files = () => readdir(path.join(world.dir, 'payouts')).catch(() => [] as string[])
const balanced = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])

describe('a run that was locked before something in it was stopped', () => {
  it('ATT-37 is not sent while a line of it is held, says whose, and goes on when the hold is released', async () => {
    const { holdId } = must(await hold(kol, order.lineIds[0]))
    const failed = await send()
    expect(failed).toMatchObject({ failure: { code: 'conflict', details: { why: 'held', creators: await nameOf(kol) } } })
    expect(await files()).toEqual([])
    const { payouts, state } = await read()
    expect(state).toBe('locked')
    expect(payouts.map(({ creator, stop }) => [creator.id, stop])).toEqual(
      expect.arrayContaining([
        [kol.creatorId, 'held'],
        [other.creatorId, null],
      ]),
    )
    must(await releaseByStaff(world.ctx, finance, { holdId, note: 'fine' }, newId()))
    must(await send())
    await balanced()
  })

  it('ATT-38 is not sent when somebody in it was banned since, even with the hold of the ban released; locked anew it is', async () => {
    must(await banCreator(world.ctx, finance, { creatorId: kol.creatorId, reason: 'fake_orders', note: 'x' }, newId()))
    expect((await read()).payouts.map(({ stop }) => stop)).toContain('banned')
    expect(await send()).toMatchObject({ failure: { details: { why: 'held' } } })
    const { docs } = await world.payload.find({ collection: 'holds', where: { reason: { equals: 'ban' } }, depth: 0 })
    must(await releaseByStaff(world.ctx, finance, { holdId: docs[0]!.id, note: 'hers all the same' }, newId()))
    expect(await send()).toMatchObject({ failure: { details: { why: 'held' } } })
    must(await cancelRun(world.ctx, finance, { runId }, newId()))
    world.clock.advance(1_000)
    runId = await lockAll()
    must(await send())
    await balanced()
  })

  it('ATT-27 is not sent while a buyer waits for the answer to a request', async () => {
    const lines = [{ lineId: order.lineIds[0]!, quantity: 1 }]
    must(await askRefund(world.ctx, visitOf(), { orderId: order.orderId, secret: order.guestSecret, lines, reason: 'damaged' }, newId()))
    expect(await send()).toMatchObject({ failure: { code: 'conflict', details: { why: 'held' } } })
  })

  it('ATT-33 a payout is taken out, its lines are held and not paid, and the others are sent', async () => {
    must(await hold(kol))
    must(await takeOut(kol))
    expect(await payoutOf(kol)).toMatchObject({ state: 'cancelled' })
    expect(await read()).toMatchObject({ state: 'locked', total: earnedAmount, count: 1 })
    expect([await states(kol), await states(other)]).toEqual([['on_hold'], ['paid']])
    await balanced()
    must(await send())
    const [file] = await files()
    const text = await readFile(path.join(world.dir, 'payouts', file!), 'utf8')
    expect([text.includes('6222000011113333'), text.includes('6222000011112222')]).toEqual([true, false])
    expect(await takeOut(other)).toMatchObject({ failure: { code: 'state' } })
    must(await endPayout(world.ctx, finance, { payoutId: (await payoutOf(other)).id, outcome: 'confirm' }, newId()))
    expect(await read()).toMatchObject({ state: 'confirmed' })
    expect((await planRun(await world.ctx.req(), world.clock.now())).plan.payouts).toEqual([])
    await balanced()
  })

  it('ATT-33 the last payout that is taken out ends the run; the same key takes out once; only finance does', async () => {
    expect(await takeOut(kol, await person(world, ['admin']))).toMatchObject({ failure: { code: 'forbidden' } })
    const { id: payoutId } = await payoutOf(kol)
    const done = must(await takeOutPayout(world.ctx, finance, { payoutId }, 'once'))
    expect(must(await takeOutPayout(world.ctx, finance, { payoutId }, 'once'))).toEqual(done)
    expect(await takeOut(kol)).toMatchObject({ failure: { code: 'state' } })
    must(await takeOut(other))
    expect(await read()).toMatchObject({ state: 'cancelled', total: 0, count: 0 })
    expect(await send()).toMatchObject({ failure: { code: 'state' } })
    expect([await states(kol), await states(other)]).toEqual([['payable'], ['payable']])
    await balanced()
  })

  it('ATT-33 a hold and the sending at one moment: it is stopped, or it was sent before', async () => {
    for (let round = 0; round < 8; round++) {
      const both = round % 2 ? await Promise.all([hold(kol), send()]) : (await Promise.all([send(), hold(kol)])).reverse()
      const [held, sent] = both as [Awaited<ReturnType<typeof hold>>, Awaited<ReturnType<typeof send>>]
      const { holdId } = must(held)
      const { sentAt } = await read()
      const { docs } = await world.payload.find({ collection: 'holds', where: { id: { equals: holdId } }, depth: 0 })
      expect(docs).toHaveLength(1)
      if (sent.ok) expect(sentAt).not.toBeNull()
      else expect([sent.failure.details?.why, sentAt]).toEqual(['held', null])
      must(await releaseByStaff(world.ctx, finance, { holdId, note: 'fine' }, newId()))
      if (sent.ok) {
        for (const who of [kol, other])
          must(await endPayout(world.ctx, finance, { payoutId: (await payoutOf(who)).id, outcome: 'fail', reason: 'again' }, newId()))
        runId = await lockAll()
      }
    }
    await balanced()
  })
})
