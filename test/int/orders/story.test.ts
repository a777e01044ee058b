import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logIn } from '../../../src/flows/accounts/log-in.ts'
import { startCheckout } from '../../../src/flows/orders/start-checkout.ts'
import { joinTouches, listJoins, undoJoin } from '../../../src/flows/touches/join-touches.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import type { Decision } from '../../../src/modules/attribution/index.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { contact, filledCart, placedOrder, touched, withCookies } from '../../builders/orders.ts'
import { type BuiltOrder, deliver, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { atOnce, raced } from '../../builders/race.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'

type Person = Awaited<ReturnType<typeof creator>>

let world: World
let programmeId: string
let anna: Person
let bo: Person
let cy: Person
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  programmeId = await programme(world)
  anna = await creator(world)
  bo = await creator(world)
  cy = await creator(world)
  goods = await product(world, { stock: 100_000 })
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(NOON))

const day = 86_400
const ago = (seconds: number) => new Date(new Date(NOON).getTime() - seconds * 1000)
const linkOf = (who: Person, more: Partial<Parameters<typeof productLink>[1]> = {}) =>
  productLink(world, { creatorId: who.creatorId, productId: goods.productId, programmeId, ...more })
const terms = async (data: Record<string, unknown>) => {
  const id = await programme(world)
  await world.payload.update({ collection: 'programmes', id, data: { isDefault: false, ...data } })
  return id
}
const change = (data: Record<string, unknown>) =>
  world.payload.db.create({
    collection: 'rate-changes',
    data: {
      id: newId(),
      key: newId(),
      programme: programmeId,
      source: 'programme',
      announcedAt: ago(day).toISOString(),
      effectiveAt: NOON,
      ...data,
    },
  })
const member = (data: Record<string, unknown>) =>
  world.payload.db.create({ collection: 'programme-members', data: { id: newId(), key: newId(), joinedAt: NOON, ...data } })

async function lineOf(visit: Visit, parts: Partial<Parameters<typeof placedOrder>[1]> = {}) {
  const { orderId } = await placedOrder(world, { visit, wanted: [{ variantId: goods.variantIds[0]! }], ...parts })
  const order = await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })
  const line = order.lines[0]!
  return { order, line, decision: line.decision as unknown as Decision }
}

/** Buys one piece of the goods and pays for it. */
async function paid(visit: Visit): Promise<string> {
  const { orderId, payment } = await placedOrder(world, { visit, wanted: [{ variantId: goods.variantIds[0]! }] })
  const { reference, amount } = await world.payload.findByID({ collection: 'payments', id: payment.id, depth: 0 })
  const told = await deliver(world, settledEvent({ reference, total: amount } as BuiltOrder))
  if (!told.ok || told.value.outcome !== 'paid') throw new Error(`Not paid: ${JSON.stringify(told)}`)
  return orderId
}

describe('ATT-10 models that credit several creators', () => {
  it('ATT-10, ATT-12 freezes model and weights, and splits the commission to the cent when it is paid', async () => {
    const linear = await terms({ model: 'linear' })
    let visit = visitOf()
    for (const [index, who] of [anna, bo, cy].entries())
      visit = await touched(world, { code: (await linkOf(who, { programmeId: linear })).code, visit, at: ago((3 - index) * day) })
    const orderId = await paid(visit)
    const { lines } = await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })
    expect(lines[0]).toMatchObject({ model: 'linear', creator: cy.creatorId, commission: 708, reason: 'shared', holdDays: 15 })
    const { docs } = await world.payload.find({
      collection: 'ledger-entries',
      where: { and: [{ order: { equals: orderId } }, { creator: { exists: true } }] },
      sort: 'sequence',
      depth: 0,
    })
    expect(docs.map(({ creator: who, amount }) => [who, amount])).toEqual([
      [anna.creatorId, 236],
      [bo.creatorId, 236],
      [cy.creatorId, 236],
    ])
  })

  it('ATT-21 withholds the part of one who works for the shop: the others get theirs and no more', async () => {
    const linear = await terms({ model: 'linear' })
    const staff = await creator(world)
    await world.payload.update({ collection: 'users', id: staff.userId, data: { roles: ['fan', 'creator', 'editor'] } })
    let visit = visitOf()
    for (const [index, who] of [anna, staff, bo].entries())
      visit = await touched(world, { code: (await linkOf(who, { programmeId: linear })).code, visit, at: ago((3 - index) * day) })
    const { line, decision } = await lineOf(visit)
    expect(line).toMatchObject({ commission: 472, reason: 'shared', creator: bo.creatorId })
    expect(decision.barred).toMatchObject([{ creatorId: staff.creatorId, reason: 'staff', rule: 'ATT-21' }])
  })
})

describe('ATT-07 the cart rule', () => {
  it('ATT-07 goods put into the cart inside the window count for cartDays, by the code they came by', async () => {
    const kept = await terms({ windowDays: 1, cartDays: 60 })
    const link = await linkOf(anna, { programmeId: kept })
    world.clock.set(ago(50 * day))
    const visit = await filledCart(world, visitOf(), [{ variantId: goods.variantIds[0]!, linkCode: link.code }])
    world.clock.set(NOON)
    expect((await lineOf(visit, { wanted: [] })).decision).toMatchObject({
      winner: { creatorId: anna.creatorId },
      considered: [{ byCart: true }],
    })
  })

  it('ATT-07 and no longer', async () => {
    const kept = await terms({ windowDays: 1, cartDays: 40 })
    const link = await linkOf(anna, { programmeId: kept })
    world.clock.set(ago(50 * day))
    const visit = await filledCart(world, visitOf(), [{ variantId: goods.variantIds[0]!, linkCode: link.code }])
    world.clock.set(NOON)
    expect((await lineOf(visit, { wanted: [] })).decision).toMatchObject({
      winner: null,
      refused: [{ reason: 'before_window', rule: 'ATT-08' }],
    })
  })
})

describe('ATT-08 the moment of placement', () => {
  it('ATT-08 decides by placedAt: touches recorded while orders are placed never win by the order of writes', raced(), async () => {
    const links = [await linkOf(anna), await linkOf(bo)]
    const placing = Array.from({ length: 12 }, (_, n) => async () => {
      const first = await touched(world, { code: links[0]!.code, at: ago(3600) })
      const visit = await filledCart(world, first, [{ variantId: goods.variantIds[0]! }])
      world.clock.advance(1)
      const [placed] = await Promise.all([lineOf(visit, { wanted: [] }), n % 2 ? touched(world, { code: links[1]!.code, visit }) : null])
      return placed
    })
    const wonBy = ({ decision }: Awaited<ReturnType<typeof lineOf>>) =>
      decision.winner?.creatorId === bo.creatorId ? 'the last touch beside it' : 'the touch before'
    const outcomes = await atOnce('placements, every second beside another touch', placing, wonBy)
    for (const { order, decision } of outcomes) {
      const last = decision.considered.at(-1)!
      expect(decision.winner!.touchId).toBe(last.touchId)
      expect(last.at <= new Date(order.placedAt).toISOString()).toBe(true)
      for (const refused of decision.refused) expect(refused.at > new Date(order.placedAt).toISOString()).toBe(true)
    }
  })
})

describe('ATT-09 binds', () => {
  it('ATT-09 a paid order binds the account, and a later one pays without a new touch', async () => {
    const binding = await terms({ bindDays: 365 })
    const fan = await person(world)
    const visit = await touched(world, { code: (await linkOf(anna, { programmeId: binding })).code, visit: visitOf(fan), at: ago(day) })
    await paid(visit)
    const { docs } = await world.payload.find({ collection: 'attribution-bindings', where: { account: { equals: fan.userId } }, depth: 0 })
    expect(docs).toMatchObject([{ creator: anna.creatorId, programme: binding, boundAt: NOON }])
    world.clock.advance(200 * day * 1000)
    const later = await lineOf(visitOf(fan))
    expect(later.line).toMatchObject({ creator: anna.creatorId, reason: 'binding', commission: 708 })
    expect(later.decision.binding?.id).toBe(docs[0]!.id)
    world.clock.advance(166 * day * 1000)
    expect((await lineOf(visitOf(fan))).line).toMatchObject({ creator: null, reason: 'no_touch' })
  })

  it('ATT-05, ATT-09 a click while she checks out takes a bound buyer from nobody', async () => {
    const binding = await terms({ bindDays: 365 })
    const fan = await person(world)
    await paid(await touched(world, { code: (await linkOf(anna, { programmeId: binding })).code, visit: visitOf(fan), at: ago(day) }))
    world.clock.advance(60 * day * 1000)
    const cart = await filledCart(world, visitOf(fan), [{ variantId: goods.variantIds[0]! }])
    expect((await startCheckout(world.ctx, cart)).ok).toBe(true)
    world.clock.advance(30_000)
    const extension = await touched(world, { code: (await linkOf(bo, { programmeId: binding })).code, visit: cart })
    const { line, decision } = await lineOf(extension, { wanted: [] })
    expect(line).toMatchObject({ creator: anna.creatorId, reason: 'binding' })
    expect(decision.refused.at(-1)).toMatchObject({ creatorId: bo.creatorId, reason: 'after_checkout', rule: 'ATT-05' })
  })

  it('ATT-09 an order that is not paid binds nobody', async () => {
    const binding = await terms({ bindDays: 365 })
    const fan = await person(world)
    await lineOf(await touched(world, { code: (await linkOf(anna, { programmeId: binding })).code, visit: visitOf(fan), at: ago(day) }))
    const where = { account: { equals: fan.userId } }
    expect((await world.payload.count({ collection: 'attribution-bindings', where })).totalDocs).toBe(0)
  })

  it('ATT-09 two orders of one account paid at once bind it once, to one creator', raced(), async () => {
    const binding = await terms({ bindDays: 30 })
    const codes = [(await linkOf(anna, { programmeId: binding })).code, (await linkOf(bo, { programmeId: binding })).code]
    for (let round = 0; round < 4; round++) {
      const fan = await person(world)
      const one = await touched(world, { code: codes[round % 2]!, visit: visitOf(fan), at: ago(day) })
      const events = []
      for (let n = 0; n < 2; n++) {
        const { payment } = await placedOrder(world, { visit: one, wanted: [{ variantId: goods.variantIds[0]! }] })
        const { reference, amount } = await world.payload.findByID({ collection: 'payments', id: payment.id, depth: 0 })
        events.push(settledEvent({ reference, total: amount } as BuiltOrder))
      }
      const told = await Promise.all(events.map((event) => deliver(world, event)))
      expect(told.map((result) => result.ok && result.value.outcome)).toEqual(['paid', 'paid'])
      const { docs } = await world.payload.find({
        collection: 'attribution-bindings',
        where: { account: { equals: fan.userId } },
        depth: 0,
      })
      expect(docs).toHaveLength(1)
    }
  })
})

describe('ATT-14, ATT-15 the rate', () => {
  it('ATT-14 an own rate of the creator beats the product’s, and the row says where it came from', async () => {
    const own = await terms({})
    await change({ programme: own, source: 'product', target: goods.productId, toBps: 500 })
    await change({ programme: own, source: 'creator', target: anna.creatorId, toBps: 1200 })
    const visit = await touched(world, { code: (await linkOf(anna, { programmeId: own })).code, at: ago(60) })
    expect((await lineOf(visit)).line).toMatchObject({ rateBps: 1200, rateSource: 'creator', commission: 1062 })
  })

  it('ATT-15 a cut that was announced yesterday does not reach who promotes the product already; a newcomer has it', async () => {
    const cut = await terms({ rateBps: 400 })
    const old = await linkOf(anna, { programmeId: cut })
    const young = await linkOf(cy, { programmeId: cut })
    const announcedAt = new Date(NOON).toISOString()
    await world.payload.db.updateOne({ collection: 'product-links', id: old.id, data: { createdAt: ago(100 * day).toISOString() } })
    await world.payload.db.updateOne({ collection: 'product-links', id: young.id, data: { createdAt: announcedAt } })
    await change({ programme: cut, fromBps: 800, toBps: 400, announcedAt })
    world.clock.advance(day * 1000)
    const hers = await lineOf(await touched(world, { code: old.code }))
    expect([hers.line.rateBps, hers.decision.newcomerBps]).toEqual([800, 400])
    expect((await lineOf(await touched(world, { code: young.code }))).line.rateBps).toBe(400)
    world.clock.advance(29 * day * 1000)
    expect((await lineOf(await touched(world, { code: old.code }))).line.rateBps).toBe(400)
  })

  it('ATT-14 a programme by invitation pays its members, by the links that they have already', async () => {
    const vip = await terms({ joining: 'invited', rateBps: 1500, holdDays: '30' })
    const dee = await creator(world)
    await member({ programme: vip, creator: dee.creatorId, status: 'active', via: 'invited' })
    const { line } = await lineOf(await touched(world, { code: (await linkOf(dee)).code, at: ago(60) }))
    expect(line).toMatchObject({ programme: vip, rateBps: 1500, holdDays: 30 })
    const stranger = await lineOf(await touched(world, { code: (await linkOf(bo, { programmeId: vip })).code, at: ago(60) }))
    expect(stranger.decision).toMatchObject({ winner: null, refused: [{ reason: 'not_member', rule: 'ATT-14' }] })
  })

  it('ATT-23 cost and the least margin bound the rate', async () => {
    const dear = await product(world)
    await world.payload.update({ collection: 'variants', id: dear.variantIds[0]!, data: { cost: 8500 } })
    const link = await linkOf(anna, { productId: dear.productId })
    const visit = await touched(world, { code: link.code, at: ago(60) })
    const { line, decision } = await lineOf(visit, { wanted: [{ variantId: dear.variantIds[0]! }] })
    // Base 88.50, cost 85.00: 3.50 are left, 3.95 %.
    expect(line).toMatchObject({ rateBps: 395, commission: 350 })
    expect(decision).toMatchObject({ cappedFromBps: 800, capRule: 'margin' })
  })
})

describe('ATT-20 who buyer and creator are', () => {
  it('ATT-20 a guest who gives the creator’s own confirmed address buys for herself', async () => {
    const visit = await touched(world, { code: (await linkOf(anna)).code, at: ago(60) })
    const email = anna.email.replace('@', '+shop@').toUpperCase()
    expect((await lineOf(visit, { input: { contact: { ...contact, email } } })).line).toMatchObject({
      creator: null,
      reason: 'self_purchase',
    })
  })

  it('ATT-20 a card that paid for both of them before', async () => {
    const [friend, self] = [await creator(world), await person(world)]
    for (const who of [friend, self]) {
      const orderId = await paid(visitOf(who))
      await world.payload.db.updateOne({
        collection: 'payments',
        where: { order: { equals: orderId } },
        data: { instrument: `card-${friend.userId}` },
      })
    }
    const visit = await touched(world, { code: (await linkOf(friend)).code, visit: visitOf(self), at: ago(60) })
    expect((await lineOf(visit)).line).toMatchObject({ creator: null, reason: 'self_purchase' })
  })

  it('ATT-20 two profiles that are paid to one account', async () => {
    const [one, two] = [await creator(world), await creator(world)]
    for (const { creatorId } of [one, two])
      await world.payload.db.create({
        collection: 'payout-accounts',
        data: {
          id: newId(),
          key: newId(),
          creator: creatorId,
          method: 'bank',
          sealed: 'x',
          masked: 'x',
          fingerprint: 'same',
          changedAt: NOON,
        },
      })
    const visit = await touched(world, { code: (await linkOf(one)).code, visit: visitOf(two), at: ago(60) })
    expect((await lineOf(visit)).line).toMatchObject({ creator: null, reason: 'self_purchase' })
  })

  it('ATT-20 the same home is a flag, and she is paid', async () => {
    const { note: _, email: __, ...home } = contact
    const neighbour = await creator(world)
    await world.payload.create({ collection: 'addresses', data: { id: newId(), owner: neighbour.userId, ...home, isDefault: true } })
    const visit = await touched(world, { code: (await linkOf(neighbour)).code, at: ago(60) })
    const { line, decision } = await lineOf(visit)
    expect([line.creator, decision.flags]).toEqual([neighbour.creatorId, ['household', 'phone']])
  })
})

describe('ATT-18 touches of another device', () => {
  const logInOn = async (visit: Visit, who: { email: string }) => {
    const session = await logIn(world.ctx, visit, { email: who.email, password: 'correct horse 7' })
    if (!session.ok) throw new Error(session.failure.message)
    return withCookies(visit, session.value.setCookies)
  }
  const rowsOf = async (visitor: string) =>
    (await world.payload.find({ collection: 'touch-joins', where: { visitor: { equals: visitor } }, sort: 'id', depth: 0 })).docs

  it('ATT-18 what was met before a log-in counts for the account on any device', async () => {
    const fan = await person(world)
    const phone = await touched(world, { code: (await linkOf(anna)).code, at: ago(day) })
    await logInOn(phone, fan)
    const { line, decision } = await lineOf(visitOf(fan))
    expect(line.creator).toBe(anna.creatorId)
    expect(decision.considered).toMatchObject([{ joined: true }])
  })

  it('ATT-18 not when another account was there within 24 hours: neither has it', async () => {
    const [one, two] = [await person(world), await person(world)]
    const shared = await touched(world, { code: (await linkOf(anna)).code, at: ago(day) })
    await logInOn(shared, one)
    world.clock.advance(3_600_000)
    await logInOn(shared, two)
    expect((await rowsOf(shared.visitorId!)).map(({ account, kind, reason }) => [account, kind, reason])).toEqual([
      [one.userId, 'join', 'login'],
      [one.userId, 'undo', 'second_account'],
    ])
    for (const who of [one, two]) expect((await lineOf(visitOf(who))).line.reason).toBe('no_touch')
    world.clock.advance(3_600_000)
    await logInOn(shared, one)
    expect(await rowsOf(shared.visitorId!)).toHaveLength(2)
  })

  it('ATT-18 can be undone until an order is placed, and changes none that was', async () => {
    const fan = await person(world)
    const phone = await touched(world, { code: (await linkOf(anna)).code, at: ago(day) })
    await logInOn(phone, fan)
    const before = await lineOf(visitOf(fan))
    const list = await listJoins(world.ctx, fan)
    const id = list.ok ? list.value.joins[0]!.id : ''
    const own = await listJoins(world.ctx, fan, phone.visitorId)
    expect(own.ok && own.value.joins).toMatchObject([{ id, here: true, device: expect.stringMatching(/phone|desktop/) }])
    expect(list.ok && list.value.joins).toMatchObject([{ id, here: false }])
    expect(await undoJoin(world.ctx, await person(world), { id })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await undoJoin(world.ctx, fan, { id })).toEqual({ ok: true, value: { undone: true } })
    expect(await undoJoin(world.ctx, fan, { id })).toEqual({ ok: true, value: { undone: false } })
    expect((await lineOf(visitOf(fan))).line.reason).toBe('no_touch')
    // Taken off by its account, a device stays off also at the next log-in.
    await logInOn(phone, fan)
    expect(await listJoins(world.ctx, fan)).toEqual({ ok: true, value: { joins: [] } })
    expect((await lineOf(visitOf(fan))).line.reason).toBe('no_touch')
    expect((await world.payload.findByID({ collection: 'orders', id: before.order.id, depth: 0 })).lines[0]).toEqual(before.line)
  })

  it('ATT-18 what was met in this browser while another account was logged in does not count for this one’s order', async () => {
    const [one, two] = [await person(world), await person(world)]
    const { visitorId } = await touched(world, { code: (await linkOf(anna)).code, visit: visitOf(one), at: ago(40 * 3600) })
    const here = (who?: Person | typeof one) => visitOf(who, { visitorId })
    const other = await lineOf(here(two))
    expect(other.line).toMatchObject({ creator: null, reason: 'no_touch', commission: 0 })
    expect(other.decision.refused).toMatchObject([{ creatorId: anna.creatorId, reason: 'other_account', rule: 'ATT-18' }])
    expect(other.order).toMatchObject({ scene: 'direct' })
    expect((await lineOf(here(one))).line.creator).toBe(anna.creatorId)
    await touched(world, { code: (await linkOf(bo)).code, visit: here(two), at: ago(600) })
    expect((await lineOf(here(two))).line.creator).toBe(bo.creatorId)
    expect((await lineOf(here(one))).line.creator).toBe(anna.creatorId)
  })

  it('ATT-18 a guest’s order counts them only while the device had that one account in 24 hours', async () => {
    const [one, two] = [await person(world), await person(world)]
    const { visitorId } = await touched(world, { code: (await linkOf(anna)).code, visit: visitOf(one), at: ago(3600) })
    const here = (who?: Person | typeof one) => visitOf(who, { visitorId })
    expect((await lineOf(here())).line.creator).toBe(anna.creatorId)
    await touched(world, { code: (await linkOf(bo)).code, visit: here(two), at: ago(600) })
    const shared = await lineOf(here())
    expect(shared.line).toMatchObject({ creator: null, reason: 'no_touch' })
    expect(shared.decision.refused.map(({ reason }) => reason)).toEqual(['other_account', 'other_account'])
  })

  it('ATT-18 two log-ins at once make one row', async () => {
    const fan = await person(world)
    const phone = await touched(world, { code: (await linkOf(anna)).code, at: ago(day) })
    await Promise.all([1, 2, 3].map(() => joinTouches(world.ctx, phone, fan.userId)))
    expect(await rowsOf(phone.visitorId!)).toHaveLength(1)
  })
})
