import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startCheckout } from '../../../src/flows/orders/start-checkout.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import type { Decision } from '../../../src/modules/attribution/index.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { filledCart, placedOrder, touched } from '../../builders/orders.ts'
import { creator, person } from '../../builders/people.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let programmeId: string
let anna: Awaited<ReturnType<typeof creator>>
let bo: Awaited<ReturnType<typeof creator>>
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  programmeId = await programme(world)
  anna = await creator(world)
  bo = await creator(world)
  goods = await product(world, { stock: 1000 })
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(NOON))

const linkOf = (who: { creatorId: string }, more: Partial<Parameters<typeof productLink>[1]> = {}) =>
  productLink(world, { creatorId: who.creatorId, productId: goods.productId, programmeId, ...more })
const ago = (seconds: number) => new Date(new Date(NOON).getTime() - seconds * 1000)
const day = 86_400

/** Places an order of one piece of the goods and reads what was frozen. */
async function bought(visit: Visit, variantId = goods.variantIds[0]!) {
  const { orderId } = await placedOrder(world, { visit, wanted: [{ variantId }] })
  const order = await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })
  const line = order.lines[0]!
  return { order, line, decision: line.decision as unknown as Decision }
}

describe('an order placed after a click', () => {
  it('ATT-01 credits the creator whose link was clicked, with everything frozen on the line', async () => {
    const link = await linkOf(anna)
    const { line, decision } = await bought(await touched(world, { code: link.code, at: ago(3600) }))
    expect(line).toMatchObject({
      creator: anna.creatorId,
      programme: programmeId,
      link: link.id,
      rateBps: 800,
      rateSource: 'programme',
      model: 'last_touch',
    })
    expect(line).toMatchObject({ paidAmount: 10_000, taxAmount: 1150, baseAmount: 8850, commission: 708, reason: 'last_in_window' })
    expect(decision).toMatchObject({
      windowSeconds: 30 * day,
      scope: 'direct',
      refused: [],
      considered: [{ touchId: line.touch, at: ago(3600).toISOString() }],
    })
  })

  it('counts a touch that was made durable a moment before and is in no table yet', async () => {
    const link = await linkOf(anna)
    const visit = await filledCart(world, await touched(world, { code: link.code }), [{ variantId: goods.variantIds[0]! }])
    const { orderId } = await placedOrder(world, { visit, wanted: [] })
    expect((await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).lines[0]).toMatchObject({
      creator: anna.creatorId,
    })
  })

  it('ATT-02 credits a click by the account too, when the browser has another visitor by now', async () => {
    const fan = await person(world)
    await touched(world, { code: (await linkOf(anna)).code, visit: visitOf(fan), at: ago(day) })
    expect((await bought(visitOf(fan))).line).toMatchObject({ creator: anna.creatorId })
    expect((await bought(visitOf(await person(world)))).line).toMatchObject({ creator: null, commission: 0, reason: 'no_touch' })
  })

  it('ATT-03 weighs a double tap as one touch', async () => {
    const link = await linkOf(anna)
    const visit = await touched(world, { code: link.code, at: ago(100) })
    const { decision } = await bought(await touched(world, { code: link.code, visit, at: ago(80) }))
    expect(decision.considered).toHaveLength(1)
  })

  it('the last touch wins, and the story of the other one is kept', async () => {
    const first = await touched(world, { code: (await linkOf(anna)).code, at: ago(2 * day) })
    const { line, decision } = await bought(await touched(world, { code: (await linkOf(bo)).code, visit: first, at: ago(day) }))
    expect(line).toMatchObject({ creator: bo.creatorId })
    expect(decision.considered.map(({ creatorId, reason }) => [creatorId, reason])).toEqual([
      [anna.creatorId, 'not_last'],
      [bo.creatorId, 'last_in_window'],
    ])
  })
})

describe('ATT-05 a touch after checkout began', () => {
  it('takes no credit from one before it', async () => {
    const clicked = await touched(world, { code: (await linkOf(anna)).code, at: ago(3600) })
    const visit = await filledCart(world, clicked, [{ variantId: goods.variantIds[0]! }])
    await startCheckout(world.ctx, visit)
    world.clock.advance(60_000)
    const hijacked = await touched(world, { code: (await linkOf(bo)).code, visit })
    const { orderId } = await placedOrder(world, { visit: hijacked, wanted: [] })
    const { lines, checkoutStartedAt } = await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })
    expect([lines[0]!.creator, checkoutStartedAt]).toEqual([anna.creatorId, NOON])
    expect((lines[0]!.decision as unknown as Decision).refused).toMatchObject([
      { creatorId: bo.creatorId, reason: 'after_checkout', rule: 'ATT-05' },
    ])
  })

  it('an order ends that checkout: the next one with the same cart is free again', async () => {
    const clicked = await touched(world, { code: (await linkOf(anna)).code, at: ago(3600) })
    const visit = await filledCart(world, clicked, [{ variantId: goods.variantIds[0]! }])
    await startCheckout(world.ctx, visit)
    const { visit: after } = await placedOrder(world, { visit, wanted: [] })
    world.clock.advance(60_000)
    const { line, order } = await bought(await touched(world, { code: (await linkOf(bo)).code, visit: after }))
    expect([line.creator, order.checkoutStartedAt]).toEqual([bo.creatorId, null])
  })
})

describe('ATT-06, ATT-07 links that earn nothing', () => {
  it('a link without a programme earns nothing and says so', async () => {
    const { id, code } = await productLink(world, { creatorId: anna.creatorId, productId: goods.productId })
    const { line, decision } = await bought(await touched(world, { code, at: ago(60) }))
    expect([line.creator, line.commission]).toEqual([null, 0])
    expect(decision.refused).toMatchObject([{ linkId: id, reason: 'no_programme', rule: 'ATT-07' }])
  })

  it('a creator who was suspended between click and order is chosen and earns nothing', async () => {
    const carl = await creator(world)
    const visit = await touched(world, { code: (await linkOf(carl)).code, at: ago(60) })
    await world.payload.update({ collection: 'creators', id: carl.creatorId, data: { status: 'suspended' } })
    const { line, decision } = await bought(visit)
    expect(line).toMatchObject({ creator: null, commission: 0, reason: 'creator_suspended' })
    expect(decision).toMatchObject({ rule: 'ATT-21', refused: [{ creatorId: carl.creatorId, rule: 'ATT-21' }] })
  })
})

describe('ATT-07, ATT-08 the window', () => {
  it.each([1, 30, 90])('of %i days counts a touch exactly at its edge, and not one second older', async (windowDays) => {
    const terms = await programme(world, { windowDays })
    const link = await linkOf(anna, { programmeId: terms })
    const atEdge = await bought(await touched(world, { code: link.code, at: ago(windowDays * day) }))
    expect(atEdge.line.creator).toBe(anna.creatorId)
    const older = await bought(await touched(world, { code: link.code, at: ago(windowDays * day + 1) }))
    expect(older.line).toMatchObject({ creator: null, reason: 'no_touch' })
    // Beyond the longest window of all nothing is even looked at.
    if (windowDays < 90) expect(older.decision.refused).toMatchObject([{ reason: 'before_window', rule: 'ATT-08' }])
  })

  it('is judged at placement: nothing that changes later changes the line', async () => {
    const terms = await programme(world, { rateBps: 1000 })
    const link = await linkOf(anna, { programmeId: terms })
    const { order, line } = await bought(await touched(world, { code: link.code, at: ago(60) }))
    await world.payload.update({ collection: 'programmes', id: terms, data: { rateBps: 100, status: 'closed', windowDays: 1 } })
    await world.payload.update({ collection: 'product-links', id: link.id, data: { status: 'off' } })
    world.clock.advance(40 * day * 1000)
    expect((await world.payload.findByID({ collection: 'orders', id: order.id, depth: 0 })).lines[0]).toEqual(line)
    expect(line).toMatchObject({ rateBps: 1000, commission: 885 })
  })
})

describe('who earns nothing by his own doing', () => {
  it('ATT-20 a creator who buys by her own link', async () => {
    const link = await linkOf(anna)
    const { line, decision } = await bought(await touched(world, { code: link.code, visit: visitOf(anna), at: ago(60) }))
    expect(line).toMatchObject({ creator: null, commission: 0, reason: 'self_purchase' })
    expect(decision).toMatchObject({ rule: 'ATT-20', refused: [{ creatorId: anna.creatorId, reason: 'self_purchase' }] })
  })

  it('ATT-20 her own click does not pass the credit to the creator before', async () => {
    const first = await touched(world, { code: (await linkOf(bo)).code, visit: visitOf(anna), at: ago(120) })
    const { line } = await bought(await touched(world, { code: (await linkOf(anna)).code, visit: first, at: ago(60) }))
    expect(line).toMatchObject({ creator: null, commission: 0, reason: 'self_purchase' })
  })

  it('ATT-21 a creator who works for the shop', async () => {
    const staff = await creator(world)
    await world.payload.update({ collection: 'users', id: staff.userId, data: { roles: ['fan', 'creator', 'editor'] } })
    const { line } = await bought(await touched(world, { code: (await linkOf(staff)).code, at: ago(60) }))
    expect(line).toMatchObject({ creator: null, commission: 0, reason: 'staff' })
  })

  it('staff may buy: the creator who sent them is paid', async () => {
    const editor = await person(world, ['fan', 'editor'])
    const { line } = await bought(await touched(world, { code: (await linkOf(anna)).code, visit: visitOf(editor), at: ago(60) }))
    expect(line).toMatchObject({ creator: anna.creatorId, commission: 708 })
  })
})

describe('where an order began', () => {
  async function publicPiece(): Promise<string> {
    const id = newId()
    await world.payload.create({
      collection: 'piece-states',
      data: { id, kind: 'posts', author: anna.creatorId, state: 'published', restriction: 'none', isPublic: true, lockVersion: 0 },
    })
    return id
  }

  it('S-01 names the piece whose product card was opened, on the order and on the line', async () => {
    const piece = await publicPiece()
    const link = await linkOf(anna, { piece, pieceKind: 'posts' })
    const visit = await filledCart(world, visitOf(), [{ variantId: goods.variantIds[0]!, linkCode: link.code }])
    const { orderId } = await placedOrder(world, { visit, wanted: [] })
    const order = await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })
    expect(order).toMatchObject({
      originPieceKind: 'posts',
      originPiece: piece,
      lines: [{ pieceKind: 'posts', piece, linkCode: link.code, creator: anna.creatorId }],
    })
  })

  it('S-38 stores exactly one scene: shared, found elsewhere, recommended, direct', async () => {
    const { code } = await linkOf(anna)
    const scenes = []
    for (const referrerHost of ['xiaohongshu.com', 'www.baidu.com', null]) {
      scenes.push((await bought(await touched(world, { code, visit: visitOf(undefined, { referrerHost }) }))).order.scene)
    }
    scenes.push((await bought(visitOf())).order.scene)
    expect(scenes).toEqual(['social', 'search', 'recommendation', 'direct'])
  })

  it('S-38 a touch that is older than 30 days begins nothing', async () => {
    const piece = await publicPiece()
    const link = await linkOf(anna, { piece, pieceKind: 'posts', programmeId: await programme(world, { windowDays: 90 }) })
    const { order, line } = await bought(await touched(world, { code: link.code, at: ago(40 * day) }))
    expect([order.scene, order.originPiece, line.creator]).toEqual(['direct', null, anna.creatorId])
  })
})

it('ATT-13 in a basket with goods of two creators each is paid for her own line', async () => {
  const other = await product(world)
  const first = await touched(world, { code: (await linkOf(anna)).code, at: ago(120) })
  const visit = await touched(world, { code: (await linkOf(bo, { productId: other.productId })).code, visit: first, at: ago(60) })
  const { orderId } = await placedOrder(world, {
    visit,
    wanted: [{ variantId: goods.variantIds[0]! }, { variantId: other.variantIds[0]! }],
  })
  const { lines } = await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })
  expect(lines.map(({ creator: who }) => who)).toEqual([anna.creatorId, bo.creatorId])
})

it('counts the latest 500 of a flood of touches, and the order is placed all the same', async () => {
  const { code } = await linkOf(anna)
  let visit: Visit = visitOf(undefined, { visitorId: newId() })
  for (let at = 0; at < 520; at++) visit = await touched(world, { code, visit, at: ago(40_000 - at * 31) })
  const { decision, line } = await bought(visit)
  expect([decision.considered.length, line.creator]).toEqual([500, anna.creatorId])
})
