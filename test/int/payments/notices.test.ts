import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { banCreator, unbanCreator } from '../../../src/flows/fraud/ban-creator.ts'
import { countNewTroubles, listPaymentTroubles, markTroublesSeen } from '../../../src/flows/payments/list-troubles.ts'
import { playSandbox } from '../../../src/flows/payments/play-sandbox.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { DisputeNotice, ProviderEvent, RefundNotice } from '../../../src/modules/payments/index.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { withCookies } from '../../builders/orders.ts'
import { awaitingOrder, type BuiltOrder, deliver, paidOrder, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { raced } from '../../builders/race.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let kol: Awaited<ReturnType<typeof creator>>
let finance: Awaited<ReturnType<typeof person>>
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  kol = await creator(world)
  finance = await person(world, ['fan', 'finance'])
  goods = await product(world, { prices: [10_000], stock: 100_000 })
})
afterAll(() => world.close())

const piece = newId()
const parts = () => [{ product: goods, quantity: 2, credit: { creatorId: kol.creatorId, rateBps: 800, piece } }]
const rows = async (collection: 'refunds' | 'disputes' | 'ledger-entries' | 'order-history', where: object) =>
  (await world.payload.find({ collection, where: where as never, limit: 200, depth: 0, sort: 'id' })).docs as unknown as Record<
    string,
    unknown
  >[]
const owed = async ({ orderId }: BuiltOrder) =>
  (await rows('ledger-entries', { and: [{ order: { equals: orderId } }, { creator: { equals: kol.creatorId } }] })).reduce(
    (sum, { amount }) => sum + Number(amount),
    0,
  )
const back = async ({ orderId }: BuiltOrder) => rows('refunds', { order: { equals: orderId } })
const stateOf = async ({ orderId }: BuiltOrder) => (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).state
const proved = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])
const told = async (event: ProviderEvent) => {
  const answer = await deliver(world, event)
  return answer.ok ? answer.value.outcome : answer.failure.code
}

const common = (order: BuiltOrder) => ({
  id: newId(),
  reference: order.reference,
  amount: order.total,
  currency: 'CNY',
  at: '2026-11-02T04:00:00.000Z',
})
const refunded = (order: BuiltOrder, more: Partial<RefundNotice> = {}): RefundNotice => ({
  ...common(order),
  type: 'refund.settled',
  refund: `re_${newId()}`,
  ...more,
})
const dispute = (order: BuiltOrder, type: DisputeNotice['type'], name: string, more: Partial<DisputeNotice> = {}): DisputeNotice => ({
  ...common(order),
  type,
  dispute: name,
  ...more,
})

describe('a refund that was made at the provider', () => {
  it('before the payment’s own notice: all of it leaves the order unpaid, a part takes its commission with it', async () => {
    const [whole, part] = [await awaitingOrder(world, parts()), await awaitingOrder(world, parts())]
    expect(await told(refunded(whole))).toBe('refund_recorded')
    expect(await told(settledEvent(whole))).toBe('given_back')
    expect([await stateOf(whole), await owed(whole)]).toEqual(['awaiting_payment', 0])
    expect(await told(refunded(part, { amount: 5_000 }))).toBe('refund_recorded')
    expect(await told(settledEvent(part))).toBe('paid')
    // 14.16 for 200.00, of which a quarter went back.
    expect([await stateOf(part), await owed(part)]).toEqual(['paid', 1416 - 354])
    await proved()
  })

  it('is recorded once, whoever tells it and however many at once', async () => {
    const order = await paidOrder(world, parts())
    const refund = `re_${newId()}`
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => told(refunded(order, { amount: 7_000, refund }))))
    expect(outcomes.filter((one) => one === 'refund_recorded')).toHaveLength(1)
    expect(outcomes.filter((one) => one === 'ignored')).toHaveLength(19)
    expect(await back(order)).toMatchObject([{ amount: 7_000 }])
    await proved()
  })

  it('of more than is left is recorded as far as it goes, and somebody has to look', async () => {
    const order = await paidOrder(world, parts())
    expect(await told(refunded(order, { amount: 15_000 }))).toBe('refund_recorded')
    expect(await told(refunded(order, { amount: 15_000 }))).toBe('refund_over')
    expect((await back(order)).map(({ amount }) => amount)).toEqual([15_000, 5_000])
    // Nothing was sent, and all of it is back: nothing will be sent.
    expect([await owed(order), await stateOf(order)]).toEqual([0, 'cancelled'])
    expect(await told(refunded(order, { amount: 1 }))).toBe('refund_over')
    const troubles = await listPaymentTroubles(world.ctx, finance)
    expect(troubles.ok && troubles.value.filter(({ orderId }) => orderId === order.orderId)).toMatchObject([
      { outcome: 'refund_over', type: 'refund.settled', provider: 'sandbox', reference: order.reference },
      { outcome: 'refund_over' },
    ])
    expect(await listPaymentTroubles(world.ctx, kol)).toMatchObject({ failure: { code: 'forbidden' } })
    // Said to be seen, they stay listed and are new no more; only what comes later is.
    expect(troubles.ok && troubles.value.map(({ isNew, orderNumber }) => [isNew, orderNumber !== null])).toContainEqual([true, true])
    const seen = (until: string) => markTroublesSeen(world.ctx, finance, { until })
    expect(await markTroublesSeen(world.ctx, kol, { until: world.clock.now().toISOString() })).toMatchObject({
      failure: { code: 'forbidden' },
    })
    expect([await seen('yesterday'), await seen('2999-01-01T00:00:00.000Z')]).toMatchObject([
      { failure: { code: 'invalid' } },
      { failure: { code: 'invalid' } },
    ])
    const countNew = async () => countNewTroubles(await world.ctx.req())
    expect(await countNew()).toBeGreaterThan(0)
    expect((await seen(world.clock.now().toISOString())).ok && (await countNew())).toBe(0)
    const again = await listPaymentTroubles(world.ctx, finance)
    expect(again.ok && again.value.some(({ isNew }) => isNew)).toBe(false)
    expect(again.ok && again.value.length).toBe(troubles.ok && troubles.value.length)
    expect((await seen('2026-01-01T00:00:00.000Z')).ok && (await countNew())).toBe(0)
    await proved()
  })

  it('beside one by line at the same moment never gives more back than was paid, and the commission ends at zero', raced(20), async () => {
    for (let round = 0; round < 10; round++) {
      const order = await paidOrder(world, parts())
      const byLine = () =>
        refundLines(
          world.ctx,
          finance,
          { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity: 2, restock: true }], reason: 'x' },
          newId(),
        )
      const both = [byLine, byLine, () => told(refunded(order, { amount: order.total }))]
      await Promise.all((round % 2 ? both : both.reverse()).map((one) => one()))
      const amounts = (await back(order)).filter(({ state }) => state !== 'failed').map(({ amount }) => Number(amount))
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(order.total)
      expect(await owed(order)).toBe(0)
    }
    await proved()
  })
})

describe('ATT-30 a dispute', () => {
  it('comes to the same end in whatever order it is told, also before the payment is', async () => {
    const names = ['settled', 'opened', 'end'] as const
    const orders = names.flatMap((a) => names.flatMap((b) => names.flatMap((c) => (new Set([a, b, c]).size === 3 ? [[a, b, c]] : []))))
    for (const end of ['dispute.won', 'dispute.lost'] as const) {
      for (const steps of orders) {
        const order = await awaitingOrder(world, parts())
        const name = `dp_${newId()}`
        for (const step of steps) {
          if (step === 'settled') await told(settledEvent(order))
          if (step === 'opened') await told(dispute(order, 'dispute.opened', name))
          if (step === 'end') await told(dispute(order, end, name))
        }
        const won = end === 'dispute.won'
        expect(await owed(order), steps.join(' ')).toBe(won ? 1416 : 0)
        expect((await back(order)).map(({ amount, reason }) => [amount, reason])).toEqual(won ? [] : [[order.total, 'dispute_lost']])
        expect(await stateOf(order)).toBe(won ? 'paid' : 'cancelled')
        expect(await rows('disputes', { order: { equals: order.orderId } })).toMatchObject([{ state: won ? 'won' : 'lost' }])
      }
    }
    await proved()
  })

  it('leaves a history row for each step, and a refund that was on its way when it came counts when it ends', async () => {
    const order = await paidOrder(world, parts())
    const name = `dp_${newId()}`
    expect(await told(refunded(order, { amount: 10_000 }))).toBe('refund_recorded')
    expect(await told(dispute(order, 'dispute.opened', name, { amount: 10_000 }))).toBe('disputed')
    expect(await owed(order)).toBe(0)
    expect(await told(dispute(order, 'dispute.opened', name))).toBe('ignored')
    expect(await told(refunded(order, { amount: 5_000 }))).toBe('refund_recorded')
    expect(await told(dispute(order, 'dispute.won', name))).toBe('dispute_won')
    expect(await told(dispute(order, 'dispute.lost', name))).toBe('ignored')
    expect(await owed(order)).toBe(354)
    const history = await rows('order-history', { and: [{ order: { equals: order.orderId } }, { subject: { equals: 'dispute' } }] })
    expect(history.map(({ from, to }) => [from, to])).toEqual([
      ['none', 'open'],
      ['open', 'won'],
    ])
    await proved()
  })

  it('of two at once the second still stands when the first is won', async () => {
    const order = await paidOrder(world, parts())
    const [first, second] = [`dp_${newId()}`, `dp_${newId()}`]
    await Promise.all([told(dispute(order, 'dispute.opened', first)), told(dispute(order, 'dispute.opened', second))])
    await told(dispute(order, 'dispute.won', first))
    expect(await owed(order)).toBe(0)
    await told(dispute(order, 'dispute.won', second))
    expect(await owed(order)).toBe(1416)
    await proved()
  })

  it.each(['won', 'lost'] as const)('takes what a lifted ban gives back while it stands, and is then %s', async (end) => {
    const order = await paidOrder(world, parts())
    const name = `dp_${newId()}`
    const about = { creatorId: kol.creatorId, note: '看过了' }
    const done = await banCreator(world.ctx, finance, { ...about, reason: 'fake_orders' }, newId())
    expect(done.ok).toBe(true)
    expect(await owed(order)).toBe(0)
    await told(dispute(order, 'dispute.opened', name))
    expect((await unbanCreator(world.ctx, finance, { ...about, reason: 'mistake' }, newId())).ok).toBe(true)
    expect(await owed(order)).toBe(0)
    await proved()
    await told(dispute(order, `dispute.${end}`, name))
    expect(await owed(order)).toBe(end === 'won' ? 1416 : 0)
    await proved()
  })
})

describe('the sandbox’s page', () => {
  const guestOf = (order: BuiltOrder) => withCookies(visitOf(), [`zc_orders=${order.orderId}.${order.guestSecret}`])

  it('plays notices out of order, and a dispute', async () => {
    const [mixed, questioned] = [await awaitingOrder(world, parts()), await awaitingOrder(world, parts())]
    expect(await playSandbox(world.ctx, guestOf(mixed), { paymentId: mixed.paymentId, choice: 'disorder' })).toMatchObject({
      value: { state: 'settled' },
    })
    expect([await stateOf(mixed), await owed(mixed)]).toEqual(['paid', 1416])
    await playSandbox(world.ctx, guestOf(questioned), { paymentId: questioned.paymentId, choice: 'dispute' })
    expect([await stateOf(questioned), await owed(questioned)]).toEqual(['paid', 0])
    await proved()
  })
})
