import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { linesOfCreator } from '../../../src/flows/earnings/creator-lines.ts'
import { holdByStaff } from '../../../src/flows/holds/hold-commission.ts'
import { releaseByStaff } from '../../../src/flows/holds/release-hold.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { approveRun } from '../../../src/flows/payouts/approve-run.ts'
import { cancelRun } from '../../../src/flows/payouts/cancel-run.ts'
import { endPayout } from '../../../src/flows/payouts/end-payout.ts'
import { type LockedRun, lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import { sendRun } from '../../../src/flows/payouts/send-run.ts'
import { setPayoutAccount } from '../../../src/flows/payouts/set-payout-account.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { balanceOf, payableTo, payoutsBank, payoutsInTransit, taxWithheld } from '../../../src/modules/ledger/index.ts'
import { payoutsOfCreator } from '../../../src/modules/ledger/store/payouts.ts'
import { entriesAfter } from '../../../src/modules/ledger/store.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { afterHold, earnedAmount, earnedOrder, type Kol, payee, received } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
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

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const plan = async () => planRun(await world.ctx.req(), world.clock.now())
const lock = async (who: Actor = first, creators?: string[]): Promise<Result<LockedRun>> =>
  lockRun(world.ctx, who, { expectedTotal: (await plan()).total, creators }, newId())
const lockAll = async () => must(await lock())
const send = (runId: string, who: Actor = first) => sendRun(world.ctx, who, { runId }, newId())
const entries = async () => entriesAfter(await world.ctx.req(), 0, 10_000)
const on = async (account: string) => balanceOf(await entries(), account).get('CNY') ?? 0
const balances = async () => ({
  owed: await on(payableTo(kol.creatorId)),
  transit: await on(payoutsInTransit),
  bank: await on(payoutsBank),
  tax: await on(taxWithheld),
})
const balanced = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])
const payoutOf = async (who: Kol = kol) => (await payoutsOfCreator(await world.ctx.req(), who.creatorId)).at(-1)!
const states = async (who: Kol = kol) =>
  (await linesOfCreator(await world.ctx.req(), who.creatorId, world.clock.now())).map(({ state }) => state.state)
const settings = (data: Record<string, number>) => world.payload.updateGlobal({ slug: 'shop-settings', data })
const refund = (order: { orderId: string; lineIds: string[] }) =>
  refundLines(
    world.ctx,
    first,
    { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity: 1, restock: true }], reason: 'back' },
    newId(),
  )

describe('a payout run', () => {
  it('ATT-33 preview, lock, send, confirm: what was payable is paid, and the books say so at every step', async () => {
    await settings({ payoutTaxBps: 1_000 })
    await earnedOrder(world, kol, goods)
    expect([await states(), (await plan()).plan.payouts]).toEqual([['pending'], []])
    afterHold(world)
    expect(await states()).toEqual(['payable'])
    const run = await lockAll()
    expect(run).toMatchObject({ total: 18_000, count: 1, currency: 'CNY' })
    expect(await balances()).toEqual({ owed: 0, transit: 18_000, bank: 0, tax: 2_000 })
    expect(await states()).toEqual(['paid'])
    await balanced()
    must(await send(run.runId))
    const payout = await payoutOf()
    expect(payout).toMatchObject({ state: 'sent', amount: 18_000, taxAmount: 2_000, masked: '招商银行 •••• 2222', reference: payout.id })
    must(await endPayout(world.ctx, second, { payoutId: payout.id, outcome: 'confirm' }, newId()))
    expect(await balances()).toEqual({ owed: 0, transit: 0, bank: 18_000, tax: 2_000 })
    await balanced()
    expect((await plan()).plan.payouts).toEqual([])
  })

  it('ATT-33 the file holds whole account numbers, for the owner of the folder alone, and is the same when it is written again', async () => {
    await earnedOrder(world, kol, goods)
    afterHold(world)
    const run = await lockAll()
    must(await send(run.runId))
    const folder = path.join(world.dir, 'payouts')
    const [file] = await readdir(folder)
    const text = await readFile(path.join(folder, file!), 'utf8')
    expect(file).toBe(`${run.number}.csv`)
    expect(text).toContain('林小满,招商银行,6222000011112222,200.00,CNY')
    expect((await stat(path.join(folder, file!))).mode & 0o077).toBe(0)
    expect(await send(run.runId)).toMatchObject({ ok: false, failure: { code: 'state' } })
    expect(await readdir(folder)).toEqual([file])
  })

  it('ATT-33 a failure returns to payable with its reason, also after a confirmation, and can be paid again', async () => {
    await settings({ payoutTaxBps: 333 })
    await earnedOrder(world, kol, goods)
    afterHold(world)
    for (const after of ['sent', 'confirmed'] as const) {
      const run = await lockAll()
      must(await send(run.runId))
      const { id } = await payoutOf()
      if (after === 'confirmed') must(await endPayout(world.ctx, second, { payoutId: id, outcome: 'confirm' }, newId()))
      must(await endPayout(world.ctx, second, { payoutId: id, outcome: 'fail', reason: '户名不符' }, newId()))
      expect(await payoutOf()).toMatchObject({ state: 'failed', failure: '户名不符' })
      expect(await balances()).toEqual({ owed: earnedAmount, transit: 0, bank: 0, tax: 0 })
      expect(await states()).toEqual(['payable'])
      await balanced()
    }
  })

  it('ATT-33 a run that is cancelled leaves everything payable; one that was sent cannot be cancelled', async () => {
    await earnedOrder(world, kol, goods)
    afterHold(world)
    const run = await lockAll()
    must(await cancelRun(world.ctx, first, { runId: run.runId }, newId()))
    expect(await balances()).toEqual({ owed: earnedAmount, transit: 0, bank: 0, tax: 0 })
    await balanced()
    expect(await send(run.runId)).toMatchObject({ ok: false, failure: { code: 'state' } })
    const again = await lockAll()
    must(await send(again.runId))
    expect(await cancelRun(world.ctx, first, { runId: again.runId }, newId())).toMatchObject({ ok: false, failure: { code: 'state' } })
  })

  it('ATT-33 pays only who is chosen, has an account and reaches the minimum, and locks nothing when the total moved', async () => {
    const other = await payee(world, '6222000011113333')
    await earnedOrder(world, kol, goods)
    await earnedOrder(world, other, goods)
    await earnedOrder(world, await payee(world, '6222000011114444'), goods, 11_300)
    afterHold(world)
    expect((await plan()).plan.left).toMatchObject([{ amount: 2_000, why: 'below_minimum' }])
    const input = { expectedTotal: earnedAmount, creators: [other.creatorId] }
    const chosen = must(await lockRun(world.ctx, first, input, 'key'))
    expect(chosen).toMatchObject({ total: earnedAmount, count: 1 })
    expect(must(await lockRun(world.ctx, first, input, 'key'))).toEqual(chosen)
    expect([await states(kol), await states(other)]).toEqual([['payable'], ['paid']])
    const stale = await lockRun(world.ctx, first, { expectedTotal: 2 * earnedAmount }, newId())
    expect(stale).toMatchObject({ ok: false, failure: { code: 'stale', details: { total: earnedAmount } } })
  })
})

describe('who may pay', () => {
  it('ATT-33 from the limit up a second person approves, never the one who locked it', async () => {
    await settings({ twoPersonsFrom: earnedAmount })
    await earnedOrder(world, kol, goods)
    afterHold(world)
    const { runId } = await lockAll()
    expect(await send(runId)).toMatchObject({ ok: false, failure: { code: 'state', details: { why: 'second_person' } } })
    expect(await approveRun(world.ctx, first, { runId }, newId())).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    must(await approveRun(world.ctx, second, { runId }, newId()))
    expect(await approveRun(world.ctx, second, { runId }, newId())).toMatchObject({ ok: false, failure: { code: 'state' } })
    must(await send(runId))
  })

  it('ATT-33 nobody pays himself alone, whatever the amount', async () => {
    const both = { ...kol, roles: ['creator', 'finance'] as const }
    await earnedOrder(world, kol, goods)
    afterHold(world)
    const { runId } = must(await lock(both))
    expect(await send(runId, both)).toMatchObject({ ok: false, failure: { code: 'state' } })
    must(await approveRun(world.ctx, second, { runId }, newId()))
    must(await send(runId, both))
    const end = { payoutId: (await payoutOf()).id, outcome: 'confirm' } as const
    expect(await endPayout(world.ctx, both, end, newId())).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    must(await endPayout(world.ctx, second, end, newId()))
  })

  it('ATT-33 is for the finance role: no admin, editor, creator or guest, and nothing changes', async () => {
    await earnedOrder(world, kol, goods)
    afterHold(world)
    const { runId } = await lockAll()
    const before = await entries()
    for (const who of [
      await person(world, ['admin']),
      await person(world, ['editor']),
      kol,
      { userId: null, roles: [], creatorId: null },
    ]) {
      const tried = [
        await lockRun(world.ctx, who, { expectedTotal: 0 }, newId()),
        await approveRun(world.ctx, who, { runId }, newId()),
        await send(runId, who),
        await cancelRun(world.ctx, who, { runId }, newId()),
        await endPayout(world.ctx, who, { payoutId: (await payoutOf()).id, outcome: 'confirm' }, newId()),
      ]
      expect(tried.map((one) => !one.ok && one.failure.code)).toEqual(Array(5).fill('forbidden'))
    }
    expect(await entries()).toEqual(before)
  })

  it('what was approved is what is sent: an account that was changed after the lock stops the run', async () => {
    await earnedOrder(world, kol, goods)
    afterHold(world)
    const { runId } = await lockAll()
    afterHold(world, 1)
    const form = { method: 'bank' as const, holder: '别人', bank: '别的银行', account: '9999888877776666' }
    expect(await setPayoutAccount(world.ctx, kol, { ...form, password: 'wrong' })).toMatchObject({
      ok: false,
      failure: { code: 'unauthenticated' },
    })
    must(await setPayoutAccount(world.ctx, kol, { ...form, password: 'correct horse 7' }))
    expect(await send(runId)).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    must(await cancelRun(world.ctx, first, { runId }, newId()))
    must(await send((await lockAll()).runId))
    expect(await payoutOf()).toMatchObject({ masked: '别的银行 •••• 6666', state: 'sent' })
  })
})

describe('what comes between', () => {
  it('ATT-29 a refund while a payout is locked is clawed back, carried below zero, and filled by the next earnings first', async () => {
    const order = await earnedOrder(world, kol, goods)
    afterHold(world)
    const { runId } = await lockAll()
    must(await refund(order))
    expect(await balances()).toMatchObject({ owed: -earnedAmount, transit: earnedAmount })
    expect(await states()).toEqual(['reversed'])
    must(await send(runId))
    must(await endPayout(world.ctx, second, { payoutId: (await payoutOf()).id, outcome: 'confirm' }, newId()))
    await balanced()
    await earnedOrder(world, kol, goods, 56_500)
    afterHold(world)
    expect((await plan()).plan).toMatchObject({ payouts: [], left: [{ creator: kol.creatorId, amount: -10_000, why: 'negative' }] })
    await earnedOrder(world, kol, goods)
    afterHold(world)
    expect(await lockAll()).toMatchObject({ total: 10_000, count: 1 })
    expect(await balances()).toMatchObject({ owed: 0 })
    await balanced()
  })

  it('ATT-37 what is on hold is not paid until somebody has looked at it', async () => {
    const order = await earnedOrder(world, kol, goods)
    await earnedOrder(world, kol, goods)
    const { holdId } = must(
      await holdByStaff(world.ctx, first, { creator: kol.creatorId, orderLine: order.lineIds[0]!, note: '核对' }, newId()),
    )
    afterHold(world)
    expect(await states()).toEqual(['on_hold', 'payable'])
    expect((await plan()).total).toBe(earnedAmount)
    expect(await releaseByStaff(world.ctx, { ...kol, roles: ['finance'] }, { holdId, note: '没事' }, newId())).toMatchObject({
      ok: false,
      failure: { code: 'forbidden' },
    })
    must(await releaseByStaff(world.ctx, second, { holdId, note: '没事' }, newId()))
    expect(await releaseByStaff(world.ctx, second, { holdId, note: '没事' }, newId())).toMatchObject({
      ok: false,
      failure: { code: 'state' },
    })
    expect((await plan()).total).toBe(2 * earnedAmount)
  })

  it('ATT-27 waits for the receipt, however long ago it was paid', async () => {
    const order = await earnedOrder(world, kol, goods)
    await world.payload.db.updateOne({
      collection: 'orders',
      where: { id: { equals: order.orderId } },
      data: { receivedAt: null },
      options: { atomic: true },
      req: undefined as never,
    })
    afterHold(world, 60)
    expect(await states()).toEqual(['pending'])
    await received(world, order.orderId, world.clock.now())
    afterHold(world)
    expect(await states()).toEqual(['payable'])
  })
})
