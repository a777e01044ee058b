import { afterAll, beforeAll, expect, it } from 'vitest'
import { holdByStaff } from '../../../src/flows/holds/hold-commission.ts'
import { readWhy } from '../../../src/flows/orders/read-why.ts'
import { endPayout } from '../../../src/flows/payouts/end-payout.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { sendRun } from '../../../src/flows/payouts/send-run.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Decision } from '../../../src/modules/attribution/index.ts'
import { payoutsOfCreator } from '../../../src/modules/ledger/store/payouts.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { afterHold, earnedAmount, earnedOrder, payee, received } from '../../builders/payouts.ts'
import { creator, person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

type Creator = Awaited<ReturnType<typeof creator>>
let world: World
let goods: BuiltProduct
let anna: Creator
let bo: Creator
let buyer: Awaited<ReturnType<typeof person>>
let finance: Awaited<ReturnType<typeof person>>

beforeAll(async () => {
  world = await openWorld()
  goods = await product(world)
  anna = await creator(world, { displayName: '安娜' })
  bo = await creator(world, { displayName: '阿博' })
  buyer = await person(world)
  finance = await person(world, ['finance'])
}, 60_000)
afterAll(() => world.close())

/** Two creators share a line: one by a joined touch that the cart kept, one by her code; a third was bound before. */
function decision(): Decision {
  const touch = {
    kind: 'click' as const,
    at: '2026-11-01T00:00:00.000Z',
    linkId: null,
    pieceId: null,
    placementId: null,
    productId: goods.productId,
  }
  const story = { ...touch, touchId: 't1', creatorId: anna.creatorId }
  return {
    ...{ winner: { ...story, programmeId: newId() }, model: 'linear', windowSeconds: 2_592_000, scope: 'direct', rateBps: 2_000 },
    ...{ rateSource: 'programme', cappedFromBps: null, reason: 'shared', rule: null },
    weights: [anna, bo].map(({ creatorId }, index) => ({ touchId: `t${index + 1}`, creatorId, weight: 1 })),
    considered: [
      { ...story, reason: 'shared', weight: 1, joined: true, byCart: true },
      { ...touch, touchId: 't2', creatorId: bo.creatorId, reason: 'shared', weight: 1 },
    ],
    refused: [],
    coupon: { couponId: newId(), creatorId: bo.creatorId, outcome: 'shared', rule: 'ATT-16' },
  }
}

it('ATT-39 tells each reader code, joined device, cart, hold and the day: the creator learns no other one, the buyer no hold', async () => {
  const order = await paidOrder(
    world,
    [{ product: goods, price: 113_000, credit: { creatorId: anna.creatorId, rateBps: 2_000 }, decision: decision() }],
    { userId: buyer.userId },
  )
  const read = async (as: 'buyer' | 'creator' | 'staff', who: typeof buyer | Creator) => {
    const { lines } = must(await readWhy(world.ctx, visitOf(who), { orderId: order.orderId, as }))
    return lines[0]!
  }
  expect((await read('creator', anna)).dates).toMatchObject({ expected: true, because: 'to_send', held: null, holdDays: 15 })
  await received(world, order.orderId, world.clock.now())
  must(await holdByStaff(world.ctx, finance, { creator: anna.creatorId, orderLine: order.lineIds[0]!, note: 'x' }, newId()))

  const hers = await read('creator', anna)
  expect(hers.dates).toMatchObject({
    payableOn: '2026-11-17T04:00:00.000Z',
    expected: false,
    because: 'received',
    held: 'staff',
    rule: 'ATT-27',
  })
  expect(hers.coupon).toEqual({ outcome: 'shared', who: 'another', creatorId: null, rule: 'ATT-16' })
  expect(hers.touches.map(({ who, joined, byCart }) => [who, joined, byCart])).toEqual([
    ['you', true, true],
    ['another', false, false],
  ])
  expect(JSON.stringify(hers)).not.toContain(bo.creatorId)
  expect(JSON.stringify(hers)).not.toContain(buyer.userId)

  const his = await read('buyer', buyer)
  expect(his.dates).toMatchObject({ payableOn: '2026-11-17T04:00:00.000Z', held: null })

  const staff = await read('staff', finance)
  expect(staff.coupon).toMatchObject({ who: 'named', creatorId: bo.creatorId })
  expect(staff.dates).toMatchObject({ held: 'staff' })

  afterHold(world)
  expect((await read('creator', bo)).dates).toMatchObject({ expected: false, held: null })
})

it('ATT-39 says on which day a commission was put into a payout, and waits again when the payout failed', async () => {
  const kol = await payee(world)
  const order = await earnedOrder(world, kol, goods)
  const dates = async () => must(await readWhy(world.ctx, visitOf(kol), { orderId: order.orderId, as: 'creator' })).lines[0]?.dates
  afterHold(world)
  expect(await dates()).toMatchObject({ expected: false, because: 'received', paidOn: null })
  const locked = must(await lockRun(world.ctx, finance, { expectedTotal: earnedAmount, creators: [kol.creatorId] }, newId()))
  expect(await dates()).toMatchObject({ because: 'received', held: null, paidOn: world.clock.now().toISOString() })
  must(await sendRun(world.ctx, finance, { runId: locked.runId }, newId()))
  const [payout] = await payoutsOfCreator(await world.ctx.req(), kol.creatorId)
  must(await endPayout(world.ctx, finance, { payoutId: payout!.id, outcome: 'fail', reason: 'account closed' }, newId()))
  expect(await dates()).toMatchObject({ expected: false, paidOn: null })
})
