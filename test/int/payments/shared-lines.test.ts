import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { readEarningsBy } from '../../../src/flows/earnings/read-earnings-by.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { placedOrder, touched } from '../../builders/orders.ts'
import { type BuiltOrder, deliver, paidOrder, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { NOON, openWorld, type World } from '../../builders/world.ts'

type Creator = Awaited<ReturnType<typeof creator>>
let world: World
let goods: BuiltProduct
let anna: Creator
let bo: Creator
let finance: Awaited<ReturnType<typeof person>>
let editor: Awaited<ReturnType<typeof person>>
let programmeId = ''

beforeAll(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 100 })
  finance = await person(world, ['finance'])
  editor = await person(world, ['editor'])
  programmeId = await programme(world, { rateBps: 1_000 })
  await world.payload.update({ collection: 'programmes', id: programmeId, data: { model: 'linear' }, depth: 0 })
}, 60_000)
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(NOON)
  anna = await creator(world)
  bo = await creator(world)
})

/** A public piece of hers, and the code of its link to the goods. */
async function pieceOf(author: Creator): Promise<{ piece: string; code: string }> {
  const piece = await publish(world, { author, editor }, {})
  return { piece, code: (await linkOf(author, piece)).code }
}
const linkOf = (who: Creator, piece: string) =>
  productLink(world, { creatorId: who.creatorId, productId: goods.productId, programmeId, piece, pieceKind: 'posts' })

/** One visitor who comes by these links, a day apart, and pays for two pieces of the goods. */
async function boughtBy(...codes: string[]): Promise<BuiltOrder> {
  let visit: Visit | undefined
  for (const [index, code] of codes.entries()) {
    const at = new Date(Date.parse(NOON) - (codes.length - index) * 86_400_000)
    visit = await touched(world, { code, ...(visit ? { visit } : {}), at })
  }
  const { orderId } = await placedOrder(world, { ...(visit ? { visit } : {}), wanted: [{ variantId: goods.variantIds[0]!, quantity: 2 }] })
  const { lines, total } = await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })
  const payment = (await world.payload.find({ collection: 'payments', where: { order: { equals: orderId } }, depth: 0 })).docs[0]!
  const built = { orderId, total, lineIds: lines.map(({ id }) => String(id)), paymentId: payment.id, guestSecret: '', reference: '' }
  expect(await deliver(world, settledEvent({ ...built, reference: payment.reference! }))).toMatchObject({ ok: true })
  return built
}

const counted = async (piece: string) => {
  const { docs } = await world.payload.find({ collection: 'piece-stats', where: { piece: { equals: piece } }, pagination: false, depth: 0 })
  const sum = (name: 'orders' | 'units' | 'commission') => docs.reduce((all, row) => all + row[name], 0)
  return { author: docs[0]?.author, orders: sum('orders'), units: sum('units'), commission: sum('commission') }
}
/** What her ledger says by piece. */
const earnedBy = async (who: Creator) => {
  const { groups, balance } = must(await readEarningsBy(world.ctx, who, 'piece'))
  expect(groups.reduce((sum, { net }) => sum + net, 0)).toBe(balance)
  return Object.fromEntries(groups.map(({ key, net }) => [key, net]))
}
const refund = (built: BuiltOrder, quantity: number) =>
  refundLines(
    world.ctx,
    finance,
    { orderId: built.orderId, lines: [{ lineId: built.lineIds[0]!, quantity, restock: true }], reason: 'buyer_return' },
    newId(),
  )
const findings = async () => (await checkBooks(world.ctx)).findings

describe('a line that creators share', () => {
  it('ATT-12 ATT-39: each is credited under her own piece, in the ledger as in the counters, and refunds take it back there', async () => {
    const [hers, his] = [await pieceOf(anna), await pieceOf(bo)]
    const [a, b] = [hers.piece, his.piece]
    const built = await boughtBy(hers.code, his.code)
    // 20,000 paid with 13 % inside: base 17,699, of which 10 % is 1,770.
    expect([await earnedBy(anna), await earnedBy(bo)]).toEqual([{ [a]: 885 }, { [b]: 885 }])
    expect(await counted(a)).toEqual({ author: anna.creatorId, orders: 1, units: 2, commission: 885 })
    expect(await counted(b)).toEqual({ author: bo.creatorId, orders: 1, units: 2, commission: 885 })
    expect(must(await readEarnings(world.ctx, bo)).perPiece).toEqual([
      { piece: { kind: 'posts', id: b }, earned: 885, reversed: 0, net: 885, orders: 1 },
    ])
    expect(await findings()).toEqual([])

    expect(await refund(built, 1)).toMatchObject({ ok: true })
    const left = [(await earnedBy(anna))[a], (await earnedBy(bo))[b]]
    expect(left[0]! + left[1]!).toBe(885)
    expect([(await counted(a)).commission, (await counted(b)).commission]).toEqual(left)
    expect(await refund(built, 1)).toMatchObject({ ok: true })
    expect([await earnedBy(anna), await earnedBy(bo)]).toEqual([{ [a]: 0 }, { [b]: 0 }])
    expect([(await counted(a)).commission, (await counted(b)).commission]).toEqual([0, 0])
    expect(await findings()).toEqual([])
  })

  it('two pieces of one creator each have their part, and she is told of the sum once', async () => {
    const [first, his, second] = [await pieceOf(anna), await pieceOf(bo), await pieceOf(anna)]
    const [a, b, c] = [first.piece, his.piece, second.piece]
    const built = await boughtBy(first.code, his.code, second.code)
    expect([await earnedBy(anna), await earnedBy(bo)]).toEqual([{ [a]: 590, [c]: 590 }, { [b]: 590 }])
    const { docs } = await world.payload.find({ collection: 'notifications', where: { user: { equals: anna.userId } }, depth: 0 })
    expect(docs.filter(({ kind }) => kind === 'commission-earned').map(({ data }) => (data as { amount: unknown }).amount)).toEqual([
      { amount: 1_180, currency: 'CNY' },
    ])
    expect(await refund(built, 2)).toMatchObject({ ok: true })
    expect([await earnedBy(anna), await earnedBy(bo)]).toEqual([{ [a]: 0, [c]: 0 }, { [b]: 0 }])
    for (const piece of [a, b, c]) expect(await counted(piece)).toMatchObject({ orders: 1, units: 2, commission: 0 })
    expect(await findings()).toEqual([])
  })

  it('the proof finds a decision that gives a part to another piece than the ledger did', async () => {
    const [hers, his] = [await pieceOf(anna), await pieceOf(bo)]
    const [a, b] = [hers.piece, his.piece]
    const built = await boughtBy(hers.code, his.code)
    const read = () => world.payload.findByID({ collection: 'orders', id: built.orderId, depth: 0 })
    const { lines } = await read()
    const write = (to: typeof lines) =>
      world.payload.db.updateOne({ collection: 'orders', id: built.orderId, data: { lines: to }, req: undefined as never })
    const bent = JSON.parse(JSON.stringify(lines).replaceAll(`"pieceId":"${b}"`, `"pieceId":"${a}"`)) as typeof lines
    await write(bent)
    expect(new Set((await findings()).map(({ code }) => code))).toEqual(new Set(['wrong_share', 'stats_differ']))
    await write(lines)
    expect(await findings()).toEqual([])
  })

  it('a decision of before parts knew their pieces credits the line’s own piece for its creator, and none for the others', async () => {
    const a = newId()
    const weights = [anna, bo].map(({ creatorId }, index) => ({ touchId: `t${index}`, creatorId, weight: 1 }))
    const credit = { creatorId: anna.creatorId, rateBps: 1_000, piece: a }
    const built = await paidOrder(world, [{ product: goods, credit, decision: { considered: [], weights } }])
    const [hers, his] = [await earnedBy(anna), await earnedBy(bo)]
    expect([Object.keys(hers), Object.keys(his)]).toEqual([[a], ['']])
    expect(await counted(a)).toEqual({ author: anna.creatorId, orders: 1, units: 1, commission: hers[a] })
    expect(await findings()).toEqual([])
    expect(await refund(built, 1)).toMatchObject({ ok: true })
    expect(await findings()).toEqual([])
  })
})
