import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { readWhy } from '../../../src/flows/orders/read-why.ts'
import { anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { visitOf } from '../../builders/world.ts'
import { type OtherShop, openOtherShop, type Sold } from './other-shop.ts'

type Creator = Awaited<ReturnType<typeof creator>>
let shop: OtherShop
let anna: Creator
let bo: Creator
let sale: Sold
let saleId = ''
const visitor = newId()

const world = () => shop.house.world
const read = async (as: 'buyer' | 'creator' | 'staff', who: Parameters<typeof visitOf>[0]) =>
  readWhy(world().ctx, visitOf(who), { orderId: saleId, as })

beforeAll(async () => {
  shop = await openOtherShop()
  anna = await creator(world(), { displayName: '安娜' })
  bo = await creator(world(), { displayName: '阿博' })
  const other = await programme(world(), { rateBps: 3000 })
  await shop.met(bo.creatorId, { visitor, ago: 40 * 86_400 })
  await shop.met(bo.creatorId, { visitor, ago: 7200 })
  await shop.met(bo.creatorId, { visitor, ago: 1800, programme: other })
  const clickId = await shop.met(anna.creatorId, { visitor, ago: 3600 })
  sale = shop.sold({ clickId })
  const told = await shop.tell(sale)
  expect(told.body).toMatchObject({ credited: true, commission: 1000 })
  saleId = (told.body as { id: string }).id
  const half = { line: '1', paidAmount: 5650, taxAmount: 650 }
  world().clock.advance(86_400_000)
  await shop.tell({ kind: 'refund', id: 'R-why', sale: sale.id, refundedAt: shop.now(), lines: [half] })
}, 180_000)
afterAll(() => shop?.house.close())

it('ATT-39 the link of her earnings leads to the story of the sale: touches with their rules, arithmetic, hold, refunds', async () => {
  const [row] = must(await readEarnings(world().ctx, anna)).rows
  expect(row).toMatchObject({ orderId: saleId, orderNumber: `山野铺 ${sale.id}`, productTitle: '折叠椅' })
  const why = must(await read('creator', anna))
  expect(why).toMatchObject({ orderNumber: `山野铺 ${sale.id}`, elsewhere: { shop: '山野铺' }, placedAt: sale.soldAt, paidAt: null })
  expect(Object.values(why.programmes)).toEqual([expect.objectContaining({ zh: '默认计划' })])
  const [line] = why.lines
  expect(line).toMatchObject({ reason: 'last_in_window', model: 'last_touch', title: '折叠椅', quantity: null, productId: null, net: 500 })
  expect(line!.touches.map(({ who, outcome, reason, rule }) => [who, outcome, reason, rule])).toEqual([
    ['another', 'refused', 'before_window', 'ATT-08'],
    ['another', 'considered', 'not_last', null],
    ['you', 'won', 'last_in_window', null],
    ['another', 'refused', 'other_programme', 'ATT-07'],
  ])
  expect(line!.arithmetic).toMatchObject({ list: 11_300, discount: 0, tax: 1300, base: 10_000, rateBps: 1000, commission: 1000 })
  expect(line!.verdict?.shares).toMatchObject([{ you: true, shareBps: 10_000 }])
  expect(line!.reversals).toMatchObject([{ quantity: null, refunded: 5650, commission: -500 }])
  const payableOn = new Date(Date.parse(sale.soldAt) + 15 * 86_400_000).toISOString()
  expect(line!.dates).toMatchObject({ payableOn, because: 'credited', expected: false, holdDays: 15, rule: 'ATT-27' })
})

it('ATT-39 a creator learns no other one, and nothing of the buyer', async () => {
  const text = JSON.stringify(must(await read('creator', anna)))
  for (const secret of [bo.creatorId, '阿博', visitor, 'partner:']) expect(text, secret).not.toContain(secret)
})

it('ATT-39 finance and admin see all, by name, and a sale that nobody earned on', async () => {
  const why = must(await read('staff', shop.house.people.finance))
  expect(why.lines[0]!.touches.map(({ creatorId }) => creatorId)).toEqual([bo, bo, anna, bo].map(({ creatorId }) => creatorId))
  const unknown = (await shop.tell(shop.sold())).body as { id: string }
  const none = must(await readWhy(world().ctx, visitOf(shop.house.people.admin), { orderId: unknown.id, as: 'staff' }))
  expect(none.lines[0]).toMatchObject({ verdict: null, reason: 'no_touch', arithmetic: null, dates: null })
})

it('ATT-39 everybody else gets what an unknown order gets: who stood in the story and did not earn, buyers, editors, nobody', async () => {
  const refused = [
    await read('creator', bo),
    await read('creator', await creator(world())),
    await read('buyer', anna),
    await read('buyer', shop.house.people.finance),
    await read('staff', anna),
    await read('staff', await person(world(), ['editor'])),
    await read('buyer', anonymous),
    await readWhy(world().ctx, visitOf(anna), { orderId: newId(), as: 'creator' }),
  ]
  expect(new Set(refused.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(refused.at(-1))]))
  expect(refused[0]).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  const { docs } = await world().payload.find({
    collection: 'conversions',
    where: { kind: { equals: 'refund' } },
    depth: 0,
    overrideAccess: true,
  })
  const ofRefund = await readWhy(world().ctx, visitOf(shop.house.people.finance), { orderId: docs[0]!.id, as: 'staff' })
  expect(ofRefund, 'a refund is no sale').toMatchObject({ ok: false, failure: { code: 'not_found' } })
})

it('ATT-39 the same over HTTP: `/v1/orders/:id/why`', async () => {
  const answer = await shop.house.ask('GET', `/v1/orders/${saleId}/why?as=staff`, { as: 'finance' })
  expect([answer.status, (answer.body as { orderNumber: string }).orderNumber]).toEqual([200, `山野铺 ${sale.id}`])
  expect((await shop.house.ask('GET', `/v1/orders/${saleId}/why?as=creator`, { as: 'creator' })).status).toBe(404)
})
