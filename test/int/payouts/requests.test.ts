import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { holdByStaff } from '../../../src/flows/holds/hold-commission.ts'
import { releaseByStaff } from '../../../src/flows/holds/release-hold.ts'
import { approveRequest, declineRequest } from '../../../src/flows/orders/answer-request.ts'
import { askRefund } from '../../../src/flows/orders/ask-refund.ts'
import { readWhy } from '../../../src/flows/orders/read-why.ts'
import { withdrawRequest } from '../../../src/flows/orders/withdraw-request.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { settleRefund } from '../../../src/flows/payments/settle-refund.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { liveHolds } from '../../../src/modules/ledger/index.ts'
import { holdsOf } from '../../../src/modules/ledger/store/holds.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { afterHold, type Kol, payee, received } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol
let other: Kol
let finance: Actor & { userId: string }

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
  other = await payee(world, '6222000011113333')
  finance = await person(world, ['finance'])
})
afterEach(() => world.close())

/** Two pieces that credit `kol` 400.00, one that credits `other` 100.00; received today. */
async function bought(): Promise<BuiltOrder> {
  const order = await paidOrder(world, [
    { product: goods, quantity: 2, price: 113_000, credit: { creatorId: kol.creatorId, rateBps: 2_000 } },
    { product: goods, quantity: 1, price: 56_500, credit: { creatorId: other.creatorId, rateBps: 2_000 } },
  ])
  await received(world, order.orderId, world.clock.now())
  return order
}
const askFor = ({ orderId, guestSecret }: BuiltOrder, lineId: string, quantity = 1) =>
  askRefund(
    world.ctx,
    visitOf(),
    { orderId, secret: guestSecret, lines: [{ lineId, quantity }], reason: 'damaged', words: '碎了' },
    newId(),
  )
const withdraw = ({ orderId, guestSecret }: BuiltOrder, requestId: string) =>
  withdrawRequest(world.ctx, visitOf(), { orderId, secret: guestSecret, requestId })
const approve = (requestId: string) => approveRequest(world.ctx, finance, { requestId, restock: true, shipping: false }, newId())
const decline = (requestId: string) => declineRequest(world.ctx, finance, { requestId, answer: '请先寄回' }, newId())
const plan = async () => planRun(await world.ctx.req(), world.clock.now())
const sums = async (who: Kol = kol) => {
  const { pending, onHold, payable, balance } = must(await readEarnings(world.ctx, who))
  return { pending, onHold, payable, balance }
}
const live = async (who: Kol = kol) => liveHolds(await holdsOf(await world.ctx.req(), [who.creatorId])).map(({ reason }) => reason)
const notices = async (who: Kol = kol) => {
  const { docs } = await world.payload.find({
    collection: 'notifications',
    where: { user: { equals: who.userId } },
    sort: 'createdAt',
    limit: 0,
    depth: 0,
  })
  return docs.map(({ kind }) => kind).filter((kind) => kind.startsWith('commission-') && kind !== 'commission-earned')
}
const balanced = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])

describe('ATT-27 a refund request that waits', () => {
  it('ATT-27 holds what its lines credited and no other line, and a run leaves it out', async () => {
    const order = await bought()
    afterHold(world, 14)
    must(await askFor(order, order.lineIds[0]!))
    afterHold(world, 2)
    expect([await sums(), await sums(other)]).toEqual([
      { pending: 0, onHold: 40_000, payable: 0, balance: 40_000 },
      { pending: 0, onHold: 0, payable: 10_000, balance: 10_000 },
    ])
    expect((await plan()).plan.payouts).toMatchObject([{ creator: other.creatorId, net: 10_000 }])
    expect(must(await readEarnings(world.ctx, kol)).rows).toMatchObject([{ state: 'on_hold', reason: 'refund_request' }])
    const why = must(await readWhy(world.ctx, visitOf(kol), { orderId: order.orderId, as: 'creator' }))
    expect(JSON.stringify(why)).toContain('"held":"refund_request"')
    expect([await notices(), await notices(other)]).toEqual([['commission-held'], []])
    await balanced()
  })

  it('ATT-27 lets it go when it is withdrawn, declined, or given: then what is left is payable', async () => {
    const order = await bought()
    afterHold(world, 16)
    const [line] = order.lineIds
    must(await withdraw(order, must(await askFor(order, line!)).requestId))
    expect(await sums()).toMatchObject({ onHold: 0, payable: 40_000 })
    must(await decline(must(await askFor(order, line!)).requestId))
    expect(await sums()).toMatchObject({ onHold: 0, payable: 40_000 })
    const { requestId } = must(await askFor(order, line!))
    expect(await sums()).toMatchObject({ onHold: 40_000, payable: 0 })
    must(await approve(requestId))
    expect(await sums()).toEqual({ pending: 0, onHold: 0, payable: 20_000, balance: 20_000 })
    // A line of which a part went back already is held for the rest of it, and gone when that went back, too.
    const rest = must(await askFor(order, line!))
    expect(await sums()).toMatchObject({ onHold: 20_000, payable: 0 })
    must(await approve(rest.requestId))
    expect(await sums()).toEqual({ pending: 0, onHold: 0, payable: 0, balance: 0 })
    expect(await live()).toEqual([])
    const told = ['commission-held', 'commission-released']
    expect(await notices()).toEqual([
      ...told,
      ...told,
      'commission-held',
      'commission-reversed',
      'commission-released',
      'commission-held',
      'commission-reversed',
    ])
    await balanced()
  })

  it('ATT-27 what was given stays held until the provider has said what came of it', async () => {
    const order = await bought()
    afterHold(world, 16)
    const { requestId } = must(await askFor(order, order.lineIds[0]!))
    const { sandbox } = world.ctx.payments
    const refund = sandbox!.refund.bind(sandbox)
    sandbox!.refund = () => Promise.reject(new Error('the provider is away'))
    const given = must(await approve(requestId))
    expect(given.state).toBe('pending')
    expect(await sums()).toMatchObject({ onHold: 40_000, payable: 0 })
    sandbox!.refund = refund
    must(await settleRefund(world.ctx, { refundId: given.refundId }))
    expect(await sums()).toMatchObject({ onHold: 0, payable: 20_000 })
    await balanced()
  })

  it('ATT-27 ends with the refund that staff gave for all of the order meanwhile', async () => {
    const order = await bought()
    afterHold(world, 16)
    must(await askFor(order, order.lineIds[0]!))
    const lines = order.lineIds.map((lineId, index) => ({ lineId, quantity: index === 0 ? 2 : 1, restock: true }))
    must(await refundLines(world.ctx, finance, { orderId: order.orderId, lines, reason: 'all back' }, newId()))
    expect([await live(), await live(other)]).toEqual([[], []])
    expect(await sums()).toEqual({ pending: 0, onHold: 0, payable: 0, balance: 0 })
    await balanced()
  })

  it('ATT-26 other holds on the line stay, and what staff released by hand is released', async () => {
    const order = await bought()
    afterHold(world, 16)
    const [line] = order.lineIds
    must(await holdByStaff(world.ctx, finance, { creator: kol.creatorId, orderLine: line!, note: 'looking' }, newId()))
    const first = must(await askFor(order, line!))
    must(await withdraw(order, first.requestId))
    expect([await live(), (await sums()).onHold]).toEqual([['staff'], 40_000])
    expect(await notices()).not.toContain('commission-released')
    const second = must(await askFor(order, line!))
    for (const { id } of liveHolds(await holdsOf(await world.ctx.req(), [kol.creatorId])))
      must(await releaseByStaff(world.ctx, finance, { holdId: id, note: 'fine' }, newId()))
    expect(await sums()).toMatchObject({ onHold: 0, payable: 40_000 })
    must(await decline(second.requestId))
    expect(await live()).toEqual([])
  })

  it('ATT-33 a run that is locked at the same moment pays it or leaves it, and it is held in both cases', async () => {
    const outcomes: boolean[] = []
    for (let round = 0; round < 6; round++) {
      const order = await bought()
      afterHold(world, 16)
      const creators = [kol.creatorId]
      const { total: expectedTotal } = await planRun(await world.ctx.req(), world.clock.now(), { creators })
      const lock = () => lockRun(world.ctx, finance, { expectedTotal, creators }, newId())
      const ask = () => askFor(order, order.lineIds[0]!)
      const [asked, locked] = round % 2 ? await Promise.all([ask(), lock()]) : (await Promise.all([lock(), ask()])).reverse()
      expect(asked!.ok).toBe(true)
      expect(await live()).toContain('refund_request')
      outcomes.push(locked!.ok)
      await balanced()
    }
    expect(outcomes).toContain(true)
  })
})
