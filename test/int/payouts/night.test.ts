import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decideBonus, proposeBonus } from '../../../src/flows/bonuses/bonuses.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { linesOfCreator } from '../../../src/flows/earnings/creator-lines.ts'
import { sealLedger } from '../../../src/flows/earnings/seal-ledger.ts'
import { holdCommission } from '../../../src/flows/holds/hold-commission.ts'
import { listHolds } from '../../../src/flows/holds/list-holds.ts'
import { readOverview } from '../../../src/flows/operations/read-overview.ts'
import { runNight } from '../../../src/flows/operations/run-night.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import { closeMonths } from '../../../src/flows/statements/close-month.ts'
import { listStatements } from '../../../src/flows/statements/list-statements.ts'
import { reviewTiers } from '../../../src/flows/tiers/review-tiers.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { findRanks } from '../../../src/modules/attribution/store/terms.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { afterHold, earnedAmount, earnedOrder, type Kol, payee } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol
let finance: Actor & { userId: string }
let other: Actor & { userId: string }

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
  finance = await person(world, ['finance'])
  other = await person(world, ['finance'])
})
afterEach(() => world.close())

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const findings = async () => (await checkBooks(world.ctx)).findings.map(({ code }) => code)
const refund = (order: { orderId: string; lineIds: string[] }) =>
  refundLines(
    world.ctx,
    finance,
    { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity: 1, restock: true }], reason: 'back' },
    newId(),
  )
const onSqlite = process.env.TEST_DATABASE !== 'mongodb'

describe('ATT-26 the seals of the ledger', () => {
  it('ATT-26 seals what is new, once, however many seal at once', async () => {
    await earnedOrder(world, kol, goods)
    expect((await Promise.all([sealLedger(world.ctx), sealLedger(world.ctx), sealLedger(world.ctx)])).reduce((a, b) => a + b, 0)).toBe(2)
    await earnedOrder(world, kol, goods)
    expect([await sealLedger(world.ctx), await sealLedger(world.ctx)]).toEqual([2, 0])
    expect((await checkBooks(world.ctx)).figures).toMatchObject({ entries: 4, seals: 2 })
    expect(await findings()).toEqual([])
  })

  it.runIf(onSqlite)(
    'ATT-26 finds an entry that was changed in the file itself, with its guards taken away, even where the sums still fit',
    async () => {
      await earnedOrder(world, kol, goods)
      await sealLedger(world.ctx)
      const file = createClient({ url: `file:${path.join(world.dir, 'zhongcao.db')}` })
      const change = `UPDATE ledger_entries SET reason = 'because' WHERE sequence = 1`
      await expect(file.execute(change)).rejects.toThrow('append-only')
      await file.execute('DROP TRIGGER append_only_ledger_entries_update')
      await file.execute(change)
      file.close()
      expect(await findings()).toEqual(['seal_broken'])
    },
  )

  it.runIf(onSqlite)('ATT-26 no table of the books can be changed or emptied', async () => {
    const file = createClient({ url: `file:${path.join(world.dir, 'zhongcao.db')}` })
    const { rows } = await file.execute(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
    const names = new Set(rows.map(({ name }) => String(name)))
    for (const table of [
      'ledger_entries',
      'ledger_seals',
      'holds',
      'payout_lines',
      'statements',
      'creator_tiers',
      'conversions',
      'rate_changes',
    ])
      for (const operation of ['update', 'delete']) expect(names).toContain(`append_only_${table}_${operation}`)
    await earnedOrder(world, kol, goods)
    const at = world.clock.now()
    await sealLedger(world.ctx)
    await world.ctx.tx('hold', (req) => holdCommission(req, { key: 'k', creator: kol.creatorId, orderLine: null, reason: 'staff' }, at))
    for (const table of ['ledger_entries', 'ledger_seals', 'holds'])
      for (const statement of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`])
        await expect(file.execute(statement)).rejects.toThrow('append-only')
    file.close()
  })
})

describe('ATT-37 holds', () => {
  it('ATT-37 the same hold is placed once, holds past its 30 days, and then stands first as overdue', async () => {
    await earnedOrder(world, kol, goods)
    const at = world.clock.now()
    const ask = { key: 'signal:1', creator: kol.creatorId, orderLine: null, reason: 'fraud_signal' as const, signal: '1' }
    const place = (key: string) => world.ctx.tx('hold', (req) => holdCommission(req, { ...ask, key }, at))
    expect(await place('signal:1')).toBe(await place('signal:1'))
    afterHold(world, 31)
    await world.ctx.tx('hold', (req) => holdCommission(req, { ...ask, key: 'signal:2' }, world.clock.now()))
    const { holds } = must(await listHolds(world.ctx, finance))
    expect(holds.map(({ overdue }) => overdue)).toEqual([true, false])
    expect(
      (await linesOfCreator(await world.ctx.req(), kol.creatorId, world.clock.now())).map(({ state }) => [state.state, state.reason]),
    ).toEqual([['on_hold', 'fraud_signal']])
    expect((await planRun(await world.ctx.req(), world.clock.now())).total).toBe(0)
  })
})

describe('statements', () => {
  it('ATT-33 freezes each month once: opening, earned, taken back, paid out and closing add up, and later months begin where it ended', async () => {
    const first = await earnedOrder(world, kol, goods)
    await earnedOrder(world, kol, goods)
    must(await refund(first))
    world.clock.set('2026-12-01T03:00:00.000Z')
    await earnedOrder(world, kol, goods)
    const total = (await planRun(await world.ctx.req(), world.clock.now())).total
    must(await lockRun(world.ctx, finance, { expectedTotal: total }, newId()))
    expect([await closeMonths(world.ctx), await closeMonths(world.ctx)]).toEqual([1, 0])
    world.clock.set('2027-01-02T03:00:00.000Z')
    expect(await closeMonths(world.ctx)).toBe(1)
    expect(must(await listStatements(world.ctx, kol)).statements).toEqual([
      { month: '2026-12', currency: 'CNY', opening: 20_000, earned: 20_000, reversed: 0, adjusted: 0, paidOut: 20_000, closing: 20_000 },
      { month: '2026-11', currency: 'CNY', opening: 0, earned: 40_000, reversed: 20_000, adjusted: 0, paidOut: 0, closing: 20_000 },
    ])
  })
})

describe('ATT-35 tiers', () => {
  beforeEach(async () => {
    const tiers = [
      { name: '银', fromSales: 150_000, rateBps: 900 },
      { name: '金', fromSales: 400_000, rateBps: 1_200 },
    ]
    const data = { id: newId(), name: '默认', rateBps: 800, windowDays: 30, model: 'last_touch' as const, holdDays: '15' as const }
    await world.payload.create({ collection: 'programmes', data: { ...data, status: 'active', isDefault: true, tiers } })
  })
  const tier = async () =>
    (await findRanks(await world.ctx.req(), [kol.creatorId], world.clock.now())).get(kol.creatorId)?.at(-1)?.tier ?? null

  it('ATT-35 goes up at once by what was received, and down at a month’s end after seven days of notice', async () => {
    const first = await earnedOrder(world, kol, goods)
    expect([await reviewTiers(world.ctx), await tier()]).toEqual([0, null])
    await earnedOrder(world, kol, goods)
    afterHold(world, 1)
    expect([await reviewTiers(world.ctx), await reviewTiers(world.ctx), await tier()]).toEqual([1, 0, '银'])
    afterHold(world, 1)
    must(await refund(first))
    expect([await reviewTiers(world.ctx), await tier()]).toEqual([1, '银'])
    world.clock.set('2026-11-30T15:59:59.000Z')
    expect(await tier()).toBe('银')
    world.clock.set('2026-11-30T16:00:00.000Z')
    expect(await tier()).toBe('none')
  })
})

describe('ATT-36 bonuses', () => {
  const flat = () => ({ kind: 'flat' as const, creator: kol.creatorId, amount: 30_000, cap: 50_000, proof: '拍摄三支短片' })

  it('ATT-36 is proposed with proof and a cap, granted by somebody else, held, then paid like any earning', async () => {
    const { bonusId } = must(await proposeBonus(world.ctx, finance, flat(), newId()))
    expect(await findings()).toEqual([])
    expect(await decideBonus(world.ctx, finance, { bonusId, grant: true }, newId())).toMatchObject({
      ok: false,
      failure: { code: 'forbidden' },
    })
    must(await decideBonus(world.ctx, other, { bonusId, grant: true }, newId()))
    expect(await decideBonus(world.ctx, other, { bonusId, grant: true }, newId())).toMatchObject({ ok: false, failure: { code: 'state' } })
    expect((await planRun(await world.ctx.req(), world.clock.now())).total).toBe(0)
    afterHold(world)
    must(await lockRun(world.ctx, finance, { expectedTotal: 30_000 }, newId()))
    expect(await findings()).toEqual([])
  })

  it('ATT-36 never above the cap, never more views than were counted, never for oneself', async () => {
    const per = { kind: 'per_view' as const, creator: kol.creatorId, views: 1_000, perThousand: 500, cap: 1_000, proof: 'x' }
    const tried = [
      await proposeBonus(world.ctx, finance, { ...flat(), amount: 50_001 }, newId()),
      await proposeBonus(world.ctx, finance, { ...flat(), proof: ' ' }, newId()),
      await proposeBonus(world.ctx, finance, per, newId()),
      await proposeBonus(world.ctx, finance, { ...per, piece: { kind: 'posts', id: newId() } }, newId()),
      await proposeBonus(world.ctx, { ...kol, roles: ['finance'] }, flat(), newId()),
      await proposeBonus(world.ctx, kol, flat(), newId()),
      await proposeBonus(world.ctx, finance, { ...flat(), creator: newId() }, newId()),
    ]
    expect(tried.map((one) => !one.ok && (one.failure.field ?? one.failure.code))).toEqual([
      'amount',
      'proof',
      'piece',
      'piece',
      'forbidden',
      'forbidden',
      'not_found',
    ])
  })
})

describe('ATT-27 holds and the right to return', () => {
  const named = (holdDays: '0' | '7' | '15') =>
    world.payload.create({
      collection: 'programmes',
      data: { id: newId(), name: '计划', rateBps: 800, windowDays: 30, model: 'last_touch', holdDays, status: 'active' },
    })
  const returns = (returnDays: number) => world.payload.updateGlobal({ slug: 'shop-settings', data: { returnDays } })

  it('ATT-27 a hold that ends before goods may come back is refused, whichever of the two is changed', async () => {
    await expect(named('0')).rejects.toThrow('holdDays')
    await named('7')
    await expect(returns(8)).rejects.toThrow('returnDays')
    await returns(0)
    const { id } = await named('0')
    await expect(returns(1)).rejects.toThrow('returnDays')
    await world.payload.update({ collection: 'programmes', id, data: { status: 'closed' } })
    await returns(7)
  })
})

describe('the chores of the night', () => {
  it('ATT-26 are done once a day from three in the morning on, and the admin shows the proof', async () => {
    await earnedOrder(world, kol, goods)
    expect(await runNight(world.ctx)).toEqual(['seals', 'tiers', 'statements', 'books', 'signals', 'labels', 'holds'])
    expect(await runNight(world.ctx)).toEqual([])
    const { books } = must(await readOverview(world.ctx, finance))
    expect(books).toMatchObject({ checkedAt: world.clock.now().toISOString(), findings: 0 })
    // Half past two in Shanghai: still yesterday's night.
    world.clock.set('2026-11-02T18:30:00.000Z')
    expect(await runNight(world.ctx)).toEqual([])
    world.clock.set('2026-11-02T19:00:00.000Z')
    expect(await runNight(world.ctx)).toHaveLength(7)
  })

  it('a chore that fails holds no other up and is tried again', async () => {
    const { db } = world.payload
    const real = db.findDistinct
    db.findDistinct = () => Promise.reject(new Error('away'))
    await earnedOrder(world, kol, goods)
    expect(await runNight(world.ctx)).toEqual(['seals', 'tiers', 'books', 'signals', 'labels', 'holds'])
    db.findDistinct = real
    expect(await runNight(world.ctx)).toEqual(['statements'])
  })
})

it('earns what the builder says', async () => {
  await earnedOrder(world, kol, goods)
  expect((await linesOfCreator(await world.ctx.req(), kol.creatorId, world.clock.now())).map(({ state }) => state.earned)).toEqual([
    earnedAmount,
  ])
})
