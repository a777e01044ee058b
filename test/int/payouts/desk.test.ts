import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decideBonus, proposeBonus } from '../../../src/flows/bonuses/bonuses.ts'
import { proposeByHand, readDeskBonuses } from '../../../src/flows/bonuses/desk-bonuses.ts'
import { holdByHand } from '../../../src/flows/holds/hold-by-hand.ts'
import { holdCommission } from '../../../src/flows/holds/hold-commission.ts'
import { listHolds } from '../../../src/flows/holds/list-holds.ts'
import { releaseByStaff } from '../../../src/flows/holds/release-hold.ts'
import { tellOverdueHolds } from '../../../src/flows/holds/tell-overdue-holds.ts'
import { readFinanceWaits } from '../../../src/flows/operations/finance-waits.ts'
import { readOverview } from '../../../src/flows/operations/read-overview.ts'
import { runNight } from '../../../src/flows/operations/run-night.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { findCreatorRows } from '../../../src/modules/accounts/store/creators.ts'
import { addToPieceStats } from '../../../src/modules/publishing/store/piece-stats.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { afterHold, earnedAmount, earnedOrder, type Kol, payee } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol
let handle: string
let finance: Actor & { userId: string }
let other: Actor & { userId: string }

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
  handle = (await findCreatorRows(await world.ctx.req(), [kol.creatorId])).get(kol.creatorId)!.handle
  finance = await person(world, ['finance'], { name: '钱管家' })
  other = await person(world, ['finance'])
})
afterEach(() => world.close())

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const numberOf = async (orderId: string) => (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).number
const holds = async () => must(await listHolds(world.ctx, finance)).holds
const total = async () => (await planRun(await world.ctx.req(), world.clock.now())).total
const wayOf = (result: Result<unknown>) => !result.ok && [result.failure.code, result.failure.field]
const told = async (userId: string) =>
  (await world.payload.find({ collection: 'notifications', where: { user: { equals: userId } }, depth: 0 })).docs.map(({ kind, data }) => ({
    kind,
    data,
  }))

describe('ATT-37 holds by hand', () => {
  it('ATT-37 are placed by handle and order number, say who placed them and what they hold, and keep it out of a run', async () => {
    const order = await earnedOrder(world, kol, goods)
    await earnedOrder(world, kol, goods)
    afterHold(world)
    const input = { handle: `@${handle.toUpperCase()}`, orderNumber: await numberOf(order.orderId), note: '核对地址' }
    const placed = must(await holdByHand(world.ctx, finance, input, 'once'))
    expect(must(await holdByHand(world.ctx, finance, input, 'once'))).toEqual(placed)
    expect(await holds()).toMatchObject([
      {
        creator: { handle },
        order: { id: order.orderId, number: input.orderNumber },
        amount: { amount: earnedAmount, currency: 'CNY' },
        ...{ by: '钱管家', note: '核对地址', reason: 'staff', own: false, overdue: false },
      },
    ])
    expect(await total()).toBe(earnedAmount)
    must(await releaseByStaff(world.ctx, other, { holdId: placed.holdIds[0]!, note: '没事' }, newId()))
    expect([await holds(), await total()]).toEqual([[], 2 * earnedAmount])
  })

  it('ATT-37 hold every line of an order that credited her, and no line of anybody else', async () => {
    const friend = await payee(world, '6222000011113333')
    const line = (creatorId: string) => ({ product: goods, quantity: 1, price: 10_000, credit: { creatorId, rateBps: 2_000 } })
    const order = await paidOrder(world, [line(kol.creatorId), line(friend.creatorId), line(kol.creatorId)])
    const orderNumber = await numberOf(order.orderId)
    expect(must(await holdByHand(world.ctx, finance, { handle, orderNumber, note: 'x' }, newId())).holdIds).toHaveLength(2)
    expect((await holds()).map(({ orderLine }) => orderLine).sort()).toEqual([order.lineIds[0], order.lineIds[2]].sort())
  })

  it('ATT-37 hold all that she has without a number, and name the field that leads to nothing', async () => {
    const order = await earnedOrder(world, kol, goods)
    const stranger = await payee(world, '6222000011113333')
    const strange = (await findCreatorRows(await world.ctx.req(), [stranger.creatorId])).get(stranger.creatorId)!.handle
    const orderNumber = await numberOf(order.orderId)
    const ask = (more: object, who: Actor = finance) => holdByHand(world.ctx, who, { handle, orderNumber: '', note: 'x', ...more }, newId())
    const tried = [
      await ask({ handle: 'nobody_here' }),
      await ask({ handle: '' }),
      await ask({ orderNumber: 'ZC-0' }),
      await ask({ orderNumber, handle: strange }),
      await ask({ note: '  ' }),
      await ask({ note: 'x'.repeat(501) }),
      await ask({}, kol),
    ]
    expect(tried.map(wayOf)).toEqual([
      ['not_found', 'handle'],
      ['not_found', 'handle'],
      ['not_found', 'orderNumber'],
      ['not_found', 'orderNumber'],
      ['invalid', 'note'],
      ['invalid', 'note'],
      ['forbidden', undefined],
    ])
    expect(await holds()).toEqual([])
    must(await ask({}))
    expect(await holds()).toMatchObject([{ orderLine: null, order: null, amount: null }])
  })

  it('ATT-37 past their 30 days they are told to everybody of finance every night, as one unread line, until somebody looks', async () => {
    await earnedOrder(world, kol, goods)
    const at = world.clock.now()
    const place = (key: string) =>
      world.ctx.tx('hold', (req) => holdCommission(req, { key, creator: kol.creatorId, orderLine: null, reason: 'fraud_signal' }, at))
    const first = await place('signal:1')
    expect([await tellOverdueHolds(world.ctx), await told(finance.userId)]).toEqual([0, []])
    afterHold(world, 31)
    expect(await runNight(world.ctx)).toContain('holds')
    const since = new Date(at.getTime() + 30 * 86_400_000).toISOString()
    expect(await told(finance.userId)).toEqual([{ kind: 'holds-overdue', data: { count: 1, since } }])
    expect(await told(other.userId)).toHaveLength(1)
    await place('signal:2')
    expect(await tellOverdueHolds(world.ctx)).toBe(2)
    expect(await told(finance.userId)).toEqual([{ kind: 'holds-overdue', data: { count: 2, since } }])
    expect(must(await readFinanceWaits(world.ctx, finance))).toEqual({ holds: 2, overdueHolds: 2, bonuses: 0, troubles: 0 })
    expect(must(await readOverview(world.ctx, finance)).holds).toEqual({ overdue: 2, live: 2 })
    expect(must(await readOverview(world.ctx, await person(world, ['editor']))).holds).toBe(null)
    must(await releaseByStaff(world.ctx, other, { holdId: first, note: '没事' }, newId()))
    expect(must(await readFinanceWaits(world.ctx, finance))).toMatchObject({ holds: 1, overdueHolds: 1 })
    expect(wayOf(await readFinanceWaits(world.ctx, kol))).toEqual(['forbidden', undefined])
  })
})

describe('ATT-36 bonuses at the desk', () => {
  const flat = { kind: 'flat' as const, amount: 30_000, cap: 50_000, proof: '三支短片', pieceAddress: '' }

  it('ATT-36 are proposed by handle, and the list says who may decide and why another may not', async () => {
    expect(wayOf(await proposeByHand(world.ctx, finance, { ...flat, handle: 'nobody_here' }, newId()))).toEqual(['not_found', 'handle'])
    const { bonusId } = must(await proposeByHand(world.ctx, finance, { ...flat, handle }, newId()))
    const seenBy = async (who: Actor) => must(await readDeskBonuses(world.ctx, who)).bonuses.map(({ mayNot }) => mayNot)
    expect([
      await seenBy(finance),
      await seenBy(other),
      await seenBy(await person(world, ['admin'])),
      await seenBy({ ...kol, roles: ['finance'] }),
    ]).toEqual([['own_proposal'], [null], ['finance_only'], ['own_bonus']])
    must(await decideBonus(world.ctx, other, { bonusId, grant: true }, newId()))
    expect(must(await readDeskBonuses(world.ctx, finance))).toMatchObject({
      currency: 'CNY',
      bonuses: [{ state: 'granted', creator: { handle }, proposedBy: '钱管家', amount: 30_000, proof: '三支短片' }],
    })
    expect(wayOf(await readDeskBonuses(world.ctx, kol))).toEqual(['forbidden', undefined])
  })

  it('ATT-36 pay each counted view once, and only of her own piece', async () => {
    const friend = await payee(world, '6222000011113333')
    const post = await publishedPost(world, { author: kol })
    const views = (count: number) =>
      world.ctx.tx('views', (req) =>
        addToPieceStats(req, { piece: post.id, author: kol.creatorId, placement: null, day: '2026-11-02', add: { views: count } }),
      )
    await views(3_000)
    const perView = { kind: 'per_view' as const, perThousand: 500, cap: 10_000, proof: '统计', handle }
    const ask = (views: number, pieceAddress = `https://shop.example/zh/p/${post.id}?x=1`) =>
      proposeByHand(world.ctx, finance, { ...perView, views, pieceAddress }, newId())
    expect(wayOf(await ask(100, '/zh/product/tent'))).toEqual(['invalid', 'piece'])
    expect(wayOf(await ask(100, `/zh/v/${newId()}`))).toEqual(['invalid', 'piece'])
    expect(wayOf(await ask(3_001))).toEqual(['invalid', 'views'])
    const first = must(await ask(2_000))
    expect(first.amount).toBe(1_000)
    expect(wayOf(await ask(1_001))).toEqual(['invalid', 'views'])
    must(await ask(1_000))
    // What was refused paid nothing: its views can be paid.
    must(await decideBonus(world.ctx, other, { bonusId: first.bonusId, grant: false }, newId()))
    must(await ask(2_000))
    const piece = { kind: 'posts' as const, id: post.id }
    const hers = { kind: 'flat' as const, amount: 1, cap: 1, proof: 'x', creator: friend.creatorId, piece }
    expect(wayOf(await proposeBonus(world.ctx, finance, hers, newId()))).toEqual(['invalid', 'piece'])
  })
})
