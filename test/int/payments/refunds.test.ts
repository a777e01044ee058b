import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseOf } from '../../../src/database/index.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { settleRefund } from '../../../src/flows/payments/settle-refund.ts'
import { anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { awaitingOrder, type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { raced } from '../../builders/race.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let kol: Awaited<ReturnType<typeof creator>>
let finance: Awaited<ReturnType<typeof person>>
let goods: BuiltProduct
let other: BuiltProduct
const piece = newId()

beforeAll(async () => {
  world = await openWorld()
  kol = await creator(world)
  finance = await person(world, ['fan', 'finance'])
  goods = await product(world, { prices: [9_999], stock: 100_000 })
  other = await product(world, { prices: [3_333], stock: 100_000 })
})
afterAll(() => world.close())

const paid = (quantity = 3, shipping = 1000, more: { userId?: string } = {}) =>
  paidOrder(
    world,
    [
      { product: goods, quantity, price: 9_999, credit: { creatorId: kol.creatorId, rateBps: 777, piece } },
      { product: other, quantity: 2, price: 3_333 },
    ],
    { shipping, ...more },
  )

const refund = (
  built: BuiltOrder,
  lines: [number, number, boolean?][],
  more: { shipping?: boolean; key?: string; actor?: typeof finance; reason?: string } = {},
) =>
  refundLines(
    world.ctx,
    more.actor ?? finance,
    {
      orderId: built.orderId,
      lines: lines.map(([line, quantity, restock = true]) => ({ lineId: built.lineIds[line]!, quantity, restock })),
      ...(more.shipping ? { shipping: true } : {}),
      reason: more.reason ?? 'buyer_return',
    },
    more.key ?? newId(),
  )

const docs = async (collection: 'refunds' | 'ledger-entries' | 'notifications' | 'piece-stats', where: Record<string, unknown>) =>
  (await world.payload.find({ collection, where: where as never, limit: 1000, sort: 'createdAt', depth: 0 })).docs as unknown as Record<
    string,
    unknown
  >[]
const owed = async (built: BuiltOrder) => {
  const entries = await docs('ledger-entries', { and: [{ order: { equals: built.orderId } }, { creator: { equals: kol.creatorId } }] })
  return entries.reduce((sum, { amount }) => sum + Number(amount), 0)
}
const returned = async (built: BuiltOrder) => {
  const rows = await docs('refunds', { order: { equals: built.orderId } })
  return rows.reduce((sum, { amount, state }) => (state === 'failed' ? sum : sum + Number(amount)), 0)
}
const proved = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])

describe('a refund by line', () => {
  it('ATT-28 gives money back, takes the commission back in proportion, and puts the goods back', async () => {
    const buyer = await person(world)
    const built = await paid(3, 1000, { userId: buyer.userId })
    const before = await world.payload.findByID({ collection: 'stock-levels', id: goods.variantIds[0]!, depth: 0 })
    const earned = await owed(built)
    expect(await refund(built, [[0, 1]])).toMatchObject({ ok: true, value: { state: 'settled', amount: 9_999 } })
    // Base 26546 of 29997, 7.77 % of it 2063; a third of the line gives back 8849 of the base, so 688.
    expect([earned, await owed(built)]).toEqual([2063, 1375])
    expect(await world.payload.findByID({ collection: 'stock-levels', id: goods.variantIds[0]!, depth: 0 })).toMatchObject({
      available: before.available + 1,
    })
    expect(await docs('notifications', { user: { equals: kol.userId } })).toContainEqual(
      expect.objectContaining({ kind: 'commission-reversed' }),
    )
    expect(await docs('notifications', { user: { equals: buyer.userId } })).toContainEqual(expect.objectContaining({ kind: 'refund-done' }))
    await proved()
  })

  it('ends at exactly zero when everything went back, whatever the order and the sizes', async () => {
    const step = fc.constantFrom<[number, number]>([0, 1], [0, 2], [1, 1])
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 0, maxLength: 4 }), fc.boolean(), async (steps, restock) => {
        const built = await paid()
        const left = [3, 2]
        for (const [line, quantity] of steps) {
          const result = await refund(built, [[line, quantity, restock]])
          expect(result.ok).toBe(quantity <= left[line]!)
          if (result.ok) left[line]! -= quantity
        }
        const rest = left.flatMap((quantity, line): [number, number, boolean][] => (quantity > 0 ? [[line, quantity, restock]] : []))
        expect((await refund(built, rest, { shipping: true })).ok).toBe(true)
        expect(await returned(built)).toBe(built.total)
        expect(await owed(built)).toBe(0)
        expect((await refund(built, [[0, 1]])).ok).toBe(false)
        expect((await refund(built, [], { shipping: true })).ok).toBe(false)
      }),
      { numRuns: 8 },
    )
    await proved()
    const stats = await docs('piece-stats', { piece: { equals: piece } })
    expect(stats).toHaveLength(1)
  })

  it('never gives back more than was paid when twenty come at once', raced(), async () => {
    const built = await paid()
    const answers = await Promise.all(Array.from({ length: 20 }, () => refund(built, [[0, 2]])))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const rest = await Promise.all(
      Array.from({ length: 10 }, () =>
        refund(
          built,
          [
            [0, 1],
            [1, 2],
          ],
          { shipping: true },
        ),
      ),
    )
    expect(rest.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await returned(built)).toBe(built.total)
    expect(await owed(built)).toBe(0)
    await proved()
  })

  it('answers the same key with the same refund, and another request under it with a conflict', async () => {
    const built = await paid()
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 5 }, () => refund(built, [[0, 1]], { key })))
    expect(new Set(answers.map((answer) => answer.ok && answer.value.refundId)).size).toBe(1)
    expect(await docs('refunds', { order: { equals: built.orderId } })).toHaveLength(1)
    expect(await refund(built, [[0, 2]], { key })).toMatchObject({ failure: { code: 'idempotency_mismatch' } })
  })

  it('is finished by its job when this process stopped before the provider was asked', async () => {
    const built = await paid()
    const { faults } = databaseOf(world.payload)
    faults.failCommit = 'settle refund'
    expect(await refund(built, [[0, 3]])).toMatchObject({ ok: true, value: { state: 'pending' } })
    faults.failCommit = undefined
    const [pending] = await docs('refunds', { order: { equals: built.orderId } })
    expect(pending).toMatchObject({ state: 'pending' })
    expect(await owed(built)).toBeGreaterThan(0)
    const { docs: queued } = await world.payload.find({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'settle-refund' } } as never,
      limit: 1000,
      depth: 0,
    })
    expect(queued.map(({ input }) => input)).toContainEqual({ refund: pending!.id })
    await proved()
    // The job runs at least once, and may run beside another.
    await Promise.all([1, 2, 3].map(() => settleRefund(world.ctx, { refundId: String(pending!.id) })))
    expect(await owed(built)).toBe(0)
    await proved()
  })
})

describe('a refund that is refused', () => {
  it('by everybody but finance and admin', async () => {
    const built = await paid()
    const admin = await person(world, ['admin'])
    const others = [anonymous, await person(world), kol, await person(world, ['fan', 'editor'])]
    for (const actor of others)
      expect(await refund(built, [[0, 1]], { actor: actor as typeof finance })).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await docs('refunds', { order: { equals: built.orderId } })).toEqual([])
    expect(await refund(built, [[0, 1]], { actor: admin })).toMatchObject({ ok: true })
  })

  it('of quantities that are none, lines of other orders, repeated lines, nothing at all, or without a reason', async () => {
    const [built, foreign] = [await paid(), await paid()]
    for (const quantity of [0, -1, 1.5, 4, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(await refund(built, [[0, quantity]])).toMatchObject({ failure: { code: 'invalid' } })
    expect(await refund({ ...built, lineIds: foreign.lineIds }, [[0, 1]])).toMatchObject({ failure: { code: 'invalid' } })
    expect(
      await refund(built, [
        [0, 1],
        [0, 1],
      ]),
    ).toMatchObject({ failure: { code: 'invalid' } })
    expect(await refund(built, [])).toMatchObject({ failure: { code: 'invalid' } })
    expect(await refund(built, [[0, 1]], { reason: '  ' })).toMatchObject({ failure: { code: 'invalid' } })
    expect(await refund({ ...built, orderId: newId() }, [[0, 1]])).toMatchObject({ failure: { code: 'not_found' } })
    expect(await docs('refunds', { order: { equals: built.orderId } })).toEqual([])
  })

  it('of an order that was not paid, and the same key works once it was', async () => {
    const built = await awaitingOrder(world, [{ product: goods }])
    expect(await refund(built, [[0, 1]], { key: 'the-same-key' })).toMatchObject({ failure: { code: 'state' } })
    expect(await docs('refunds', { order: { equals: built.orderId } })).toEqual([])
    await proved()
  })
})
