import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fileClaim } from '../../../src/flows/claims/file-claim.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { readEarningsBy } from '../../../src/flows/earnings/read-earnings-by.ts'
import { readStatement } from '../../../src/flows/earnings/read-statement.ts'
import { judgeSignal } from '../../../src/flows/fraud/judge-signal.ts'
import { listRisks } from '../../../src/flows/fraud/list-risks.ts'
import { signalCreators } from '../../../src/flows/fraud/signal-creators.ts'
import { signalPaidOrders } from '../../../src/flows/fraud/signal-order.ts'
import { holdByHand } from '../../../src/flows/holds/hold-by-hand.ts'
import { listHolds } from '../../../src/flows/holds/list-holds.ts'
import { simulate } from '../../../src/flows/simulation/simulate.ts'
import { newId } from '../../../src/lib/ids.ts'
import { insertAddress } from '../../../src/modules/addresses/store.ts'
import { appendJoin } from '../../../src/modules/attribution/store/joins.ts'
import type { Conversion } from '../../../src/payload-types.ts'
import { payee } from '../../builders/payouts.ts'
import { creator, person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { NOON } from '../../builders/world.ts'
import { type OtherShop, openOtherShop, type Sold } from './other-shop.ts'

type Creator = Awaited<ReturnType<typeof creator>>
const day = 86_400_000
let shop: OtherShop
let kol: Creator

beforeAll(async () => {
  shop = await openOtherShop()
}, 180_000)
afterAll(() => shop?.house.close())
beforeEach(async () => {
  shop.house.world.clock.set(new Date(NOON))
  kol = await creator(shop.house.world)
})

const world = () => shop.house.world
const finance = () => shop.house.people.finance
const tell = async (sale: object) => (await shop.tell(sale)).body as { id: string; credited: boolean; commission: number }
const decided = async (id: string) => {
  const [line] = ((await world().payload.findByID({ collection: 'conversions', id, depth: 0 })) as Conversion).lines ?? []
  return { reason: line?.reason, ...(line?.decision as object) } as Record<string, unknown>
}
const back = (sale: Sold, paidAmount = 11_300, taxAmount = 1300) =>
  shop.tell({ kind: 'refund', id: `R-${newId()}`, sale: sale.id, refundedAt: shop.now(), lines: [{ line: '1', paidAmount, taxAmount }] })
const notices = async () =>
  (await world().payload.find({ collection: 'notifications', where: { user: { equals: kol.userId } }, sort: 'id', limit: 0, depth: 0 }))
    .docs
const balanced = async () => expect((await checkBooks(world().ctx)).findings).toEqual([])

describe('who is credited with a sale elsewhere', () => {
  it('ATT-05 a link that is followed after checkout began there takes nothing from the one before', async () => {
    const late = await creator(world())
    const visitor = newId()
    await shop.met(kol.creatorId, { visitor, ago: 600 })
    const clickId = await shop.met(late.creatorId, { visitor, ago: 30 })
    const checkoutStartedAt = new Date(Date.parse(NOON) - 60_000).toISOString()
    const answer = await tell(shop.sold({ clickId, checkoutStartedAt }))
    expect(await decided(answer.id)).toMatchObject({
      winner: { creatorId: kol.creatorId },
      refused: [{ reason: 'after_checkout', rule: 'ATT-05' }],
    })
    const after = await shop.tell(shop.sold({ clickId, checkoutStartedAt: new Date(Date.parse(NOON) + 1000).toISOString() }))
    expect(after.status).toBe(422)
  })

  it('ATT-09 a sale binds the account behind its click, and a later one without a click in its window pays by the bind', async () => {
    const buyer = await person(world())
    await world().payload.update({ collection: 'programmes', id: shop.programmeId, data: { bindDays: 90 }, depth: 0 })
    const clickId = await shop.met(kol.creatorId, { account: buyer.userId })
    expect(await tell(shop.sold({ clickId }))).toMatchObject({ credited: true })
    world().clock.advance(40 * day)
    const answer = await tell(shop.sold({ clickId }))
    expect(answer).toMatchObject({ credited: true, commission: 1000 })
    expect(await decided(answer.id)).toMatchObject({ reason: 'binding', winner: { creatorId: kol.creatorId } })
    await world().payload.update({ collection: 'programmes', id: shop.programmeId, data: { bindDays: 0 }, depth: 0 })
    await balanced()
  })

  it('ATT-07 a link without a programme, and one under another, are refused and told of', async () => {
    const answer = await tell(shop.sold({ clickId: await shop.met(kol.creatorId, { programme: null }) }))
    expect(answer.credited).toBe(false)
    expect(await decided(answer.id)).toMatchObject({ refused: [{ reason: 'no_programme', rule: 'ATT-07' }] })
  })

  it('ATT-20 she buys herself: logged in, by a browser that logged in before, or by an account of hers with one payout account', async () => {
    const visitor = newId()
    const early = new Date(Date.parse(NOON) - day)
    await appendJoin(await world().ctx.req(), { visitor, account: kol.userId, kind: 'join', reason: 'login', at: early, rows: 0 })
    const [one, two] = [await payee(world(), '6222777700001111'), await payee(world(), '6222777700001111')]
    for (const clickId of [
      await shop.met(kol.creatorId, { account: kol.userId }),
      await shop.met(kol.creatorId, { visitor }),
      await shop.met(one.creatorId, { account: two.userId }),
    ]) {
      const answer = await tell(shop.sold({ clickId }))
      expect(answer).toMatchObject({ credited: false, commission: 0 })
      expect(await decided(answer.id)).toMatchObject({ reason: 'self_purchase', rule: 'ATT-20' })
    }
  })

  it('ATT-21 staff and suspended creators earn nothing, and the reason is kept', async () => {
    await world().payload.update({ collection: 'users', id: kol.userId, data: { roles: ['fan', 'creator', 'editor'] }, depth: 0 })
    const staff = await tell(shop.sold({ clickId: await shop.met(kol.creatorId) }))
    expect(await decided(staff.id)).toMatchObject({ reason: 'staff', rule: 'ATT-21' })
    const gone = await creator(world())
    await world().payload.update({ collection: 'creators', id: gone.creatorId, data: { status: 'suspended' }, depth: 0 })
    const suspended = await tell(shop.sold({ clickId: await shop.met(gone.creatorId) }))
    expect(suspended).toMatchObject({ credited: false, commission: 0 })
    expect(await decided(suspended.id)).toMatchObject({ reason: 'creator_suspended', rule: 'ATT-21' })
  })
})

it('ATT-12, ATT-28 creators who share a sale lose it together: no share rises, and in full each is exactly zero', async () => {
  const programme = (model: 'linear' | 'last_touch') =>
    world().payload.update({ collection: 'programmes', id: shop.programmeId, data: { model }, depth: 0 })
  await programme('linear')
  const [bo, cai, visitor] = [await creator(world()), await creator(world()), newId()]
  for (const [ago, who] of [kol, bo].entries()) await shop.met(who.creatorId, { visitor, ago: 900 + ago })
  const sale = shop.sold({ clickId: await shop.met(cai.creatorId, { visitor, ago: 60 }) })
  const { id } = await tell(sale)
  await programme('last_touch')
  const shares = async () => Promise.all([kol, bo, cai].map(({ creatorId }) => shop.owed(creatorId)))
  let before = await shares()
  expect(before.toSorted()).toEqual([333, 333, 334])
  expect(await decided(id)).toMatchObject({ model: 'linear', reason: 'shared' })
  for (const [paid, tax] of [
    [3767, 434],
    [1, 0],
    [3766, 433],
    [3766, 433],
  ] as const) {
    expect((await back(sale, paid, tax)).status).toBe(201)
    const now = await shares()
    now.forEach((share, at) => {
      expect(share).toBeLessThanOrEqual(before[at]!)
      expect(share).toBeGreaterThanOrEqual(0)
    })
    before = now
  }
  expect(before).toEqual([0, 0, 0])
  await balanced()
})

describe('what a creator is told of a sale elsewhere', () => {
  it('notices of what she earned and of what went back lead to its story', async () => {
    const sale = shop.sold({ clickId: await shop.met(kol.creatorId) })
    const { id } = await tell(sale)
    await back(sale, 5650, 650)
    const told = (await notices()).map(({ kind, data }) => [kind, data])
    expect(told).toEqual([
      ['commission-earned', { orderId: id, amount: { amount: 1000, currency: 'CNY' }, productTitle: '折叠椅' }],
      ['commission-reversed', { orderId: id, amount: { amount: 500, currency: 'CNY' }, productTitle: '折叠椅' }],
    ])
  })

  it('her statement and her sums by product name the other shop’s number and goods', async () => {
    const sale = shop.sold({ clickId: await shop.met(kol.creatorId) })
    await tell(sale)
    const { csv } = must(await readStatement(world().ctx, kol, NOON.slice(0, 7)))
    expect(csv).toMatch(new RegExp(`earned,山野铺 ${sale.id},折叠椅,,1000,10(?:\\.00)?,`))
    const { groups, titles } = must(await readEarningsBy(world().ctx, kol, 'product'))
    expect(groups.map(({ key, net }) => [titles.get(key), net])).toEqual([['折叠椅', 1000]])
  })

  it('ATT-40 a claim by the number there, with the shop’s name or without, or by the day, is answered by the rule', async () => {
    const late = await creator(world())
    const visitor = newId()
    await shop.met(kol.creatorId, { visitor, ago: 600 })
    const sale = shop.sold({ clickId: await shop.met(late.creatorId, { visitor, ago: 30 }), id: `Z-${newId().slice(-8)}` })
    const { id } = await tell(sale)
    const claim = async (who: Creator, hint: object) => must(await fileClaim(world().ctx, who, hint, newId()))
    for (const hint of [{ number: sale.id }, { number: `山野铺 ${sale.id}` }, { number: ` ${sale.id} ` }])
      expect(await claim(kol, hint)).toMatchObject({ state: 'answered', finding: 'passed_over', orderId: null })
    expect(await claim(late, { number: sale.id })).toMatchObject({ finding: 'credited', orderId: id })
    expect(await claim(late, { day: NOON.slice(0, 10), product: '折叠' })).toMatchObject({ finding: 'credited', orderId: id })
    await back(sale)
    expect(await claim(late, { number: sale.id })).toMatchObject({ finding: 'undone', orderId: id })
    const stranger = await creator(world())
    expect(await claim(stranger, { number: sale.id })).toMatchObject({ state: 'open', finding: null, orderId: null })
  })
})

describe('ATT-37 what looks wrong about a sale elsewhere', () => {
  const look = () => signalPaidOrders(world().ctx)
  const codes = async () => (await risk())?.signals.map(({ code, order }) => [code, order?.number]) ?? []
  const risk = async () => must(await listRisks(world().ctx, finance())).creators.find(({ id }) => id === kol.creatorId)

  it('ATT-37 less than five seconds from click to sale, and paid advertising, hold its commission until somebody looked', async () => {
    const sale = shop.sold({ clickId: await shop.met(kol.creatorId, { ago: 2, channel: 'ad' }) })
    await tell(sale)
    await look()
    expect(await codes()).toEqual(
      expect.arrayContaining([
        ['instant_order', `山野铺 ${sale.id}`],
        ['paid_ads', `山野铺 ${sale.id}`],
      ]),
    )
    const held = must(await listHolds(world().ctx, finance())).holds.filter(({ creator: { id } }) => id === kol.creatorId)
    expect(held).toMatchObject([{ reason: 'fraud_signal' }, { reason: 'fraud_signal' }])
    expect(held.map(({ order }) => order?.number ?? null).sort()).toEqual([null, `山野铺 ${sale.id}`].sort())
    expect(await look(), 'each once').toMatchObject({ signals: 0 })
  })

  it('ATT-20, ATT-37 an account behind the click that shares her telephone is flagged, paid and held', async () => {
    const buyer = await person(world())
    const home = { name: '林', country: 'CN', region: '', city: '杭州', district: '', postcode: '', isDefault: true, phone: '13800001111' }
    for (const [owner, street] of [
      [buyer.userId, '一号'],
      [kol.userId, '二号'],
    ] as const)
      await insertAddress(await world().ctx.req(), { ...home, owner, street })
    const { id, commission } = await tell(shop.sold({ clickId: await shop.met(kol.creatorId, { account: buyer.userId }) }))
    expect([commission, (await decided(id)).flags]).toEqual([1000, ['phone']])
    await look()
    expect(await codes()).toEqual([['contact_match', expect.stringContaining('山野铺')]])
    expect(must(await listHolds(world().ctx, finance())).holds.filter(({ creator: { id: held } }) => held === kol.creatorId)).toHaveLength(
      1,
    )
  })

  it('ATT-38 a signal that is confirmed takes its commission back, and what was looked at and found fine is released', async () => {
    const sale = shop.sold({ clickId: await shop.met(kol.creatorId, { ago: 2 }) })
    await tell(sale)
    await look()
    const [signal] = (await risk())!.signals
    const judge = (verdict: 'fine' | 'confirmed') =>
      judgeSignal(world().ctx, finance(), { signalId: signal!.id, verdict, note: 'x' }, newId())
    must(await judge('confirmed'))
    expect(await shop.owed(kol.creatorId)).toBe(0)
    expect((await back(sale, 5650, 650)).body).toMatchObject({ commission: 0 })
    must(await judge('fine'))
    expect(await shop.owed(kol.creatorId)).toBe(500)
    expect(must(await listHolds(world().ctx, finance())).holds.some(({ creator: { id } }) => id === kol.creatorId)).toBe(false)
    await balanced()
  })

  it('ATT-37 sales that were undone count against their creator every night', async () => {
    for (let at = 0; at < 5; at++) {
      const sale = shop.sold({ clickId: await shop.met(kol.creatorId) })
      await tell(sale)
      await back(sale)
    }
    await signalCreators(world().ctx)
    expect(await codes()).toEqual(expect.arrayContaining([['refund_rate', undefined]]))
  })

  it('staff hold it by the number there', async () => {
    const sale = shop.sold({ clickId: await shop.met(kol.creatorId) })
    await tell(sale)
    const { handle } = await world().payload.findByID({ collection: 'creators', id: kol.creatorId, depth: 0 })
    const hold = (orderNumber: string) => holdByHand(world().ctx, finance(), { handle, orderNumber, note: 'x' }, newId())
    expect(must(await hold(`山野铺 ${sale.id}`)).holdIds).toHaveLength(1)
    const other = shop.sold({ clickId: await shop.met((await creator(world())).creatorId) })
    await tell(other)
    expect(await hold(other.id)).toMatchObject({ ok: false, failure: { code: 'not_found', field: 'orderNumber' } })
  })
})

it('ATT-41 the simulator replays sales elsewhere: nothing changes under the terms of then, a rate changes them', async () => {
  world().clock.set(new Date(Date.parse(NOON) + 200 * day))
  const [visitor, other] = [newId(), await creator(world())]
  await shop.met(other.creatorId, { visitor, ago: 7200 })
  await tell(shop.sold({ clickId: await shop.met(kol.creatorId, { visitor }) }))
  await tell(shop.sold({ clickId: await shop.met(kol.creatorId, { account: kol.userId }) }))
  const run = async (more: object = {}) => must(await simulate(world().ctx, finance(), { days: 30, ...more }))
  expect(await run()).toMatchObject({ lines: 2, changed: 0, before: 1000, after: 1000 })
  expect(await run({ rateBps: 2000 })).toMatchObject({ changed: 1, before: 1000, after: 2000 })
  const first = await run({ model: 'first_touch' })
  expect(first.creators).toEqual([
    expect.objectContaining({ id: other.creatorId, before: 0, after: 1000 }),
    expect.objectContaining({ id: kol.creatorId, before: 1000, after: 0 }),
  ])
})
