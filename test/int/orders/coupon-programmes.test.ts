import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setCoupon } from '../../../src/flows/carts/set-coupon.ts'
import { readCouponProgrammes } from '../../../src/flows/coupons/coupon-programmes.ts'
import { listOwnCoupons, readCoupon } from '../../../src/flows/coupons/list-coupons.ts'
import { type CouponInput, saveCoupon } from '../../../src/flows/coupons/save-coupon.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { placeOrder } from '../../../src/flows/orders/place-order.ts'
import { inviteMember, joinProgramme, removeMember } from '../../../src/flows/programmes/members.ts'
import { readProgramme } from '../../../src/flows/programmes/read-programmes.ts'
import { changeProgramme, createProgramme } from '../../../src/flows/programmes/save-programme.ts'
import { setRate } from '../../../src/flows/programmes/set-rate.ts'
import { simulate } from '../../../src/flows/simulation/simulate.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import type { Decision, ProgrammeDraft } from '../../../src/modules/attribution/index.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { contact, filledCart, touched } from '../../builders/orders.ts'
import { type BuiltOrder, deliver, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let finance: Awaited<ReturnType<typeof person>>
let anna: Awaited<ReturnType<typeof creator>>
let bo: Awaited<ReturnType<typeof creator>>
let goods: BuiltProduct
/** The default programme (8 %), one where touches win and one by invitation. */
let house: string
let guild: string
let vip: string
let count = 0

const draft: ProgrammeDraft = {
  ...{ zh: '会员', en: 'Guild', model: 'last_touch', couponRule: 'touch_wins', joining: 'open', status: 'active' },
  ...{ windowDays: 30, cartDays: 0, bindDays: 0, holdDays: 30, capBps: 5000, isDefault: false, tiers: [] },
}

beforeAll(async () => {
  world = await openWorld()
  finance = await person(world, ['fan', 'finance'])
  anna = await creator(world, { handle: 'anna' })
  bo = await creator(world, { handle: 'bo_li' })
  goods = await product(world, { prices: [10_000], stock: 500 })
  house = await programme(world, { rateBps: 800 })
  guild = must(await createProgramme(world.ctx, finance, { ...draft, rateBps: 2000 })).id
  vip = must(await createProgramme(world.ctx, finance, { ...draft, zh: '邀请', en: 'Invited', joining: 'invited', rateBps: 1200 })).id
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(NOON))

const terms = (more: Partial<CouponInput> = {}): CouponInput => ({ code: `PROG${++count}`, kind: 'fixed', amount: 1_000, ...more })
const coupon = async (more: Partial<CouponInput> = {}) =>
  must(await saveCoupon(world.ctx, finance, terms({ creatorId: anna.creatorId, ...more })))
const faultOf = async (input: CouponInput, id?: string) => {
  const saved = await saveCoupon(world.ctx, finance, input, id)
  return saved.ok ? null : `${saved.failure.code} ${saved.failure.field}`
}
const barOf = async (id: string) => must(await readCoupon(world.ctx, finance, { id })).barred
const programmeOf = async (id: string) => must(await readCoupon(world.ctx, finance, { id })).programme?.id ?? null

/** A paid order of the goods with a code, by this visit. Answers its line. */
async function bought(code: string, visit: Visit = visitOf()) {
  const buyer = await filledCart(world, visit, [{ variantId: goods.variantIds[0]! }])
  must(await setCoupon(world.ctx, buyer, { code }))
  const email = `buyer-${newId()}@example.test`
  const placed = must(await placeOrder(world.ctx, buyer, { contact: { ...contact, email }, locale: 'zh' }, newId()))
  const { reference, amount } = await world.payload.findByID({ collection: 'payments', id: placed.payment.id, depth: 0 })
  expect(must(await deliver(world, settledEvent({ reference, total: amount } as BuiltOrder))).outcome).toBe('paid')
  const { lines } = await world.payload.findByID({ collection: 'orders', id: placed.orderId, depth: 0 })
  return { ...lines[0]!, decision: lines[0]!.decision as unknown as Decision }
}

/** A visitor who came by a link of this creator under the default programme. */
const by = async (who: { creatorId: string }) => {
  const { code } = await productLink(world, { creatorId: who.creatorId, productId: goods.productId, programmeId: house })
  return touched(world, { code })
}

describe('a code under a programme of its own', () => {
  it('ATT-16 credits by the rates and the hold of that programme', async () => {
    const plain = await bought((await coupon()).code)
    expect(plain).toMatchObject({ creator: anna.creatorId, programme: house, rateBps: 800, rateSource: 'programme' })
    const { code } = await coupon({ programmeId: guild })
    expect(await bought(code)).toMatchObject({ creator: anna.creatorId, programme: guild, rateBps: 2000, holdDays: 30 })
    must(await setRate(world.ctx, finance, { programmeId: guild, source: 'product', target: goods.slug, bps: 2500 }))
    expect(await bought(code)).toMatchObject({ rateBps: 2500, rateSource: 'product' })
  })

  it('ATT-16 meets another creator’s link by the rule of that programme', async () => {
    const took = await bought((await coupon()).code, await by(bo))
    expect(took).toMatchObject({ creator: anna.creatorId, decision: { coupon: { outcome: 'took', programmeId: house } } })
    const gave = await bought((await coupon({ programmeId: guild })).code, await by(bo))
    expect(gave).toMatchObject({
      creator: bo.creatorId,
      programme: house,
      decision: { coupon: { outcome: 'gave_way', programmeId: guild } },
    })
    const split = must(await createProgramme(world.ctx, finance, { ...draft, couponRule: 'split', rateBps: 1000 })).id
    const shared = await bought((await coupon({ programmeId: split })).code, await by(bo))
    expect(shared.decision.coupon).toMatchObject({ outcome: 'shared', programmeId: split })
    expect(shared.decision.weights.map(({ creatorId, weight }) => [creatorId, weight]).sort()).toEqual(
      [
        [anna.creatorId, 1],
        [bo.creatorId, 1],
      ].sort(),
    )
  })

  it('ATT-17 on the exclusion list credits nobody there either', async () => {
    const line = await bought((await coupon({ programmeId: guild, attributes: false })).code)
    expect(line).toMatchObject({ creator: null, commission: 0, decision: { coupon: { outcome: 'not_crediting', rule: 'ATT-17' } } })
  })

  it('ATT-41 is replayed by what was frozen: unchanged terms change nothing, whatever the code says since', async () => {
    const movable = await coupon({ programmeId: guild })
    await bought(movable.code, await by(bo))
    await bought(movable.code, await by(anna))
    await world.payload.db.updateOne({ collection: 'coupons', id: movable.id, data: { programme: null }, req: undefined as never })
    const tried = must(await simulate(world.ctx, finance, { days: 30 }))
    expect(tried.lines).toBeGreaterThanOrEqual(8)
    expect(tried.changed).toBe(0)
    expect(tried.before).toBeGreaterThan(0)
    expect(tried.after).toBe(tried.before)
    expect(must(await simulate(world.ctx, finance, { days: 30, programmeId: guild, rateBps: 0 })).after).toBeLessThan(tried.before)
    expect((await checkBooks(world.ctx)).findings).toEqual([])
  })
})

describe('choosing the programme of a code', () => {
  it('is shown to staff and to its owner, and stays when other terms are saved without it', async () => {
    const input = terms({ creatorId: anna.creatorId, programmeId: guild })
    const { id } = must(await saveCoupon(world.ctx, finance, input))
    expect(must(await readCoupon(world.ctx, finance, { id })).programme).toEqual({ id: guild, name: { zh: '会员', en: 'Guild' } })
    expect(must(await listOwnCoupons(world.ctx, anna)).coupons.find((one) => one.id === id)?.programme?.id).toBe(guild)
    const { programmeId, ...rest } = input
    must(await saveCoupon(world.ctx, finance, { ...rest, limitTotal: 5 }, id))
    expect(await programmeOf(id)).toBe(guild)
    must(await saveCoupon(world.ctx, finance, { ...rest, programmeId: null }, id))
    expect(await programmeOf(id)).toBeNull()
  })

  it('goes with its owner: a code that becomes nobody’s has none', async () => {
    const { id, code } = await coupon({ programmeId: guild })
    must(await saveCoupon(world.ctx, finance, { ...terms(), code, creatorId: null }, id))
    expect(await programmeOf(id)).toBeNull()
  })

  it('is refused at its field where it could credit nobody: no creator, unknown, closed, or one that she is not in', async () => {
    const closed = must(await createProgramme(world.ctx, finance, { ...draft, status: 'closed', rateBps: 900 })).id
    const creatorId = anna.creatorId
    for (const more of [
      { programmeId: guild },
      { creatorId, programmeId: newId() },
      { creatorId, programmeId: '; drop' },
      { creatorId, programmeId: closed },
      { creatorId, programmeId: vip },
    ])
      expect(await faultOf(terms(more)), JSON.stringify(more)).toBe('invalid programmeId')
  })

  it('ATT-14 takes members into one by invitation; a code of who was taken out credits nobody, and may move', async () => {
    const cleo = await creator(world, { handle: 'cleo' })
    must(await inviteMember(world.ctx, finance, { programmeId: vip, handle: 'cleo' }))
    must(await joinProgramme(world.ctx, cleo, { programmeId: vip }))
    const input = terms({ creatorId: cleo.creatorId, programmeId: vip })
    const { id, code } = must(await saveCoupon(world.ctx, finance, input))
    expect(await bought(code)).toMatchObject({ creator: cleo.creatorId, programme: vip, rateBps: 1200 })
    expect(await barOf(id)).toBeNull()
    expect(must(await readCouponProgrammes(world.ctx, finance, { id })).stays).toBe(true)
    must(await removeMember(world.ctx, finance, { programmeId: vip, creatorId: cleo.creatorId }))
    expect(await bought(code)).toMatchObject({ creator: null, decision: { coupon: { outcome: 'not_crediting', rule: 'ATT-14' } } })
    expect(await barOf(id)).toBe('not_member')
    expect(await faultOf({ ...input, limitTotal: 9 }, id)).toBeNull()
    expect(must(await readCouponProgrammes(world.ctx, finance, { id })).stays).toBe(false)
    expect(await faultOf({ ...input, programmeId: guild }, id)).toBeNull()
    expect(await bought(code)).toMatchObject({ creator: cleo.creatorId, programme: guild })
    expect(await barOf(id)).toBeNull()
  })

  it('ATT-15 stays once the code was used, until the programme is closed', async () => {
    const own = must(await createProgramme(world.ctx, finance, { ...draft, rateBps: 1500 })).id
    const input = terms({ creatorId: anna.creatorId, programmeId: own })
    const { id, code } = must(await saveCoupon(world.ctx, finance, input))
    await bought(code)
    expect(await faultOf({ ...input, programmeId: guild }, id)).toBe('invalid programmeId')
    expect(await faultOf({ ...input, programmeId: null }, id)).toBe('invalid programmeId')
    expect(await faultOf({ ...input, limitTotal: 7 }, id)).toBeNull()
    // It closes when a rate of 0 has reached everybody.
    must(await setRate(world.ctx, finance, { programmeId: own, source: 'programme', target: null, bps: 0 }))
    world.clock.advance(31 * 86_400_000)
    const { programme: known } = must(await readProgramme(world.ctx, finance, { id: own }))
    must(await changeProgramme(world.ctx, finance, { ...draft, id: own, updatedAt: known.updatedAt, status: 'closed' }))
    expect(await bought(code)).toMatchObject({ creator: null, decision: { coupon: { outcome: 'not_crediting', rule: 'ATT-16' } } })
    const offered = must(await readCouponProgrammes(world.ctx, finance, { id })).programmes
    expect(offered[0]).toMatchObject({ id: house, isClosed: false })
    expect(offered.find((one) => one.id === own)).toMatchObject({ isClosed: true })
    expect(await barOf(id)).toBe('closed')
    expect(must(await listOwnCoupons(world.ctx, anna)).coupons.find((one) => one.id === id)?.barred).toBe('closed')
    expect(await faultOf({ ...input, status: 'paused' }, id)).toBeNull()
    expect(await faultOf({ ...input, programmeId: null }, id)).toBeNull()
    expect(await bought(code)).toMatchObject({ creator: anna.creatorId, programme: house })
  })

  it('is for the roles that make codes', async () => {
    for (const actor of [await person(world), anna]) {
      expect(await readCouponProgrammes(world.ctx, actor, {})).toMatchObject({ failure: { code: 'forbidden' } })
    }
  })
})
