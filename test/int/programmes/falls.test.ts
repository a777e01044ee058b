import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setCoupon } from '../../../src/flows/carts/set-coupon.ts'
import { saveCoupon } from '../../../src/flows/coupons/save-coupon.ts'
import { placeOrder } from '../../../src/flows/orders/place-order.ts'
import { inviteMember, joinProgramme, leaveProgramme, removeMember } from '../../../src/flows/programmes/members.ts'
import { ownProgrammes } from '../../../src/flows/programmes/own-programmes.ts'
import { changeProgramme, createProgramme } from '../../../src/flows/programmes/save-programme.ts'
import { setRate } from '../../../src/flows/programmes/set-rate.ts'
import { type Reminder, remindOfCut } from '../../../src/flows/programmes/tell-of-rate.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Decision, ProgrammeDraft, RateSource } from '../../../src/modules/attribution/index.ts'
import { findProgramme } from '../../../src/modules/attribution/store/programme-rows.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { contact, filledCart, placedOrder, touched } from '../../builders/orders.ts'
import { creator, person } from '../../builders/people.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'

type Person = Awaited<ReturnType<typeof creator>>

let world: World
let finance: Awaited<ReturnType<typeof person>>
let standard: string
let tent: BuiltProduct
let lamp: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  finance = await person(world, ['fan', 'finance'])
  standard = await programme(world)
  tent = await product(world, { stock: 1000, slug: 'tent' })
  lamp = await product(world, { stock: 1000, slug: 'lamp' })
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(NOON))

const dayMs = 86_400_000
const onDay = (day: number) => new Date(Date.parse(NOON) + day * dayMs)
const draft: ProgrammeDraft = {
  ...{ zh: '常规', en: 'Standard', model: 'last_touch', couponRule: 'coupon_wins', joining: 'open', status: 'active' },
  ...{ windowDays: 30, cartDays: 89, bindDays: 0, holdDays: 15, capBps: 5000, isDefault: false, tiers: [] },
}
const must = <T>(result: { ok: true; value: T } | { ok: false; failure: { code: string; message: string } }): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const made = async (more: Partial<ProgrammeDraft> & { rateBps?: number } = {}) =>
  must(await createProgramme(world.ctx, finance, { ...draft, rateBps: 800, ...more })).id
const save = async (id: string, more: Partial<ProgrammeDraft>) => {
  const { updatedAt } = (await findProgramme(await world.ctx.req(), id))!
  return changeProgramme(world.ctx, finance, { ...draft, id, updatedAt, ...more })
}
const rate = async (programmeId: string, source: RateSource, target: string | null, bps: number | null) =>
  must(await setRate(world.ctx, finance, { programmeId, source, target, bps }))

/** A link that she has had for long. */
async function oldLink(who: Person, programmeId: string, goods = tent) {
  const link = await productLink(world, { creatorId: who.creatorId, productId: goods.productId, programmeId })
  await world.payload.db.updateOne({ collection: 'product-links', id: link.id, data: { createdAt: onDay(-100).toISOString() } })
  return link
}
/** What an order by this link gets on a day. */
async function paid(link: { code: string }, day = 0, goods = tent) {
  world.clock.set(new Date(onDay(day).getTime() + 60_000))
  const visit = await touched(world, { code: link.code })
  const { orderId } = await placedOrder(world, { visit, wanted: [{ variantId: goods.variantIds[0]! }] })
  const line = (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).lines[0]!
  return { line, decision: line.decision as unknown as Decision, rateBps: line.rateBps }
}
async function paidOn(link: { code: string }, days: readonly number[], goods = tent) {
  const rates = []
  for (const day of days) rates.push((await paid(link, day, goods)).rateBps)
  return rates
}
const noticesOf = async ({ userId }: Person) => {
  const { docs } = await world.payload.find({
    ...{
      collection: 'notifications',
      where: { and: [{ user: { equals: userId } }, { kind: { like: 'rate-' } }] },
      depth: 0,
      sort: 'createdAt',
    },
  })
  return docs.map(({ kind, data }) => {
    const { fromBps, toBps, soon, about } = data as { fromBps: number; toBps: number; soon: boolean; about: { en: string } | null }
    return `${kind} ${fromBps} ${toBps}${about ? ` ${about.en}` : ''}${soon ? ' soon' : ''}`
  })
}
/** What waits until the 28th day is done then. */
async function remindAll() {
  world.clock.set(onDay(28))
  const { docs } = await world.payload.find({
    ...{ collection: 'payload-jobs', where: { taskSlug: { equals: 'remind-of-cut' } }, depth: 0, pagination: false },
  })
  for (const job of docs) if (job.waitUntil === onDay(28).toISOString()) await remindOfCut(world.ctx, job.input as unknown as Reminder)
}
const handleOf = async ({ creatorId }: Person) => (await world.payload.findByID({ collection: 'creators', id: creatorId, depth: 0 })).handle
async function invited(who: Person, programmeId: string) {
  must(await inviteMember(world.ctx, finance, { programmeId, handle: await handleOf(who) }))
  must(await joinProgramme(world.ctx, who, { programmeId }))
}
const inTier = (who: Person, tier: string, day = -50) =>
  world.payload.db.create({
    collection: 'creator-tiers',
    data: {
      ...{ id: newId(), key: newId(), creator: who.creatorId, tier, sales: 5000, currency: 'CNY' },
      ...{ from: onDay(day).toISOString(), at: onDay(day).toISOString() },
    },
  })
const titleOf = async ({ productId: id }: BuiltProduct) =>
  (await world.payload.findByID({ collection: 'products', id, locale: 'en', depth: 0 })).title
const own = async (who: Person, id: string) => must(await ownProgrammes(world.ctx, who)).programmes.find((one) => one.id === id)!

describe('ATT-14 link > creator > invited deal', () => {
  it('ATT-14 what was agreed for her link, then with her, stands over the deal that she joins; the why names its programme', async () => {
    const kol = await creator(world)
    const open = await made({ rateBps: 1000 })
    const link = await oldLink(kol, open)
    await rate(open, 'link', link.code, 2000)
    await rate(open, 'creator', kol.creatorId, 1500)
    const vip = await made({ joining: 'invited', rateBps: 800 })
    await invited(kol, vip)
    const { line, decision } = await paid(link, 40)
    expect(line).toMatchObject({ rateBps: 2000, rateSource: 'link', programme: vip })
    expect(decision.rateProgrammeId).toBe(open)
    const other = await oldLink(kol, open, lamp)
    expect((await paid(other, 41, lamp)).line).toMatchObject({ rateBps: 1500, rateSource: 'creator' })
    world.clock.set(onDay(42))
    await rate(open, 'link', link.code, null)
    await rate(open, 'creator', kol.creatorId, null)
    expect((await paid(link, 80)).line).toMatchObject({ rateBps: 800, rateSource: 'invited', programme: vip })
  })

  it('ATT-14, ATT-16 the deal holds for her own code without a touch', async () => {
    const kol = await creator(world)
    const vip = await made({ joining: 'invited', rateBps: 1700 })
    await invited(kol, vip)
    const { code } = must(await saveCoupon(world.ctx, finance, { code: 'DEALCODE', kind: 'fixed', amount: 1000, creatorId: kol.creatorId }))
    const buyer = await filledCart(world, visitOf(), [{ variantId: tent.variantIds[0]! }])
    must(await setCoupon(world.ctx, buyer, { code }))
    const { orderId } = must(await placeOrder(world.ctx, buyer, { contact, locale: 'zh' }, newId()))
    const line = (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).lines[0]!
    expect(line).toMatchObject({ programme: vip, rateBps: 1700, rateSource: 'invited', reason: 'coupon' })
  })
})

describe('ATT-15 every way in which what she earns falls', () => {
  it.each([
    { label: 'renamed', tiers: [{ name: 'Gold', fromSales: 1000, rateBps: 2000 }] },
    { label: 'removed', tiers: [] },
  ])('ATT-15 a tier is $label: she keeps its rate for 30 days, and is told on day 0 and day 28', async ({ tiers }) => {
    const kol = await creator(world)
    const id = await made({ tiers: [{ name: 'gold', fromSales: 1000, rateBps: 2000 }] })
    await inTier(kol, 'gold')
    const link = await oldLink(kol, id)
    expect(must(await save(id, { tiers }))).toMatchObject({ told: 1 })
    expect(await noticesOf(kol)).toEqual(['rate-cut 2000 800'])
    await remindAll()
    expect(await noticesOf(kol)).toEqual(['rate-cut 2000 800', 'rate-cut 2000 800 soon'])
    expect(await paidOn(link, [0, 29, 30])).toEqual([2000, 2000, 800])
  })

  it('ATT-15 a renamed tier that she has reached by then costs her nothing, and nobody reminds her', async () => {
    const kol = await creator(world)
    const id = await made({ tiers: [{ name: 'gold', fromSales: 1000, rateBps: 2000 }] })
    await inTier(kol, 'gold')
    const link = await oldLink(kol, id)
    must(await save(id, { tiers: [{ name: 'Gold', fromSales: 1000, rateBps: 2000 }] }))
    await inTier(kol, 'Gold', 1)
    await remindAll()
    expect(await noticesOf(kol)).toEqual(['rate-cut 2000 800'])
    expect(await paidOn(link, [31])).toEqual([2000])
  })

  it('ATT-15 open becomes by invitation: who promotes is let stay at her rate, and the operator is told how many', async () => {
    const [kol, both, stranger] = [await creator(world), await creator(world), await creator(world)]
    const [id, other] = [await made(), await made({ rateBps: 1300 })]
    const [link, elsewhere] = [await oldLink(kol, id), await oldLink(both, other)]
    for (const goods of [tent, lamp]) await oldLink(both, id, goods)
    expect(must(await save(id, { joining: 'invited' }))).toMatchObject({ admitted: 2, told: 0 })
    expect((await paid(link, 31)).line).toMatchObject({ rateBps: 800, programme: id })
    // She was not invited: what she promotes elsewhere is not judged by it.
    expect((await paid(elsewhere, 31)).line).toMatchObject({ rateBps: 1300, programme: other })
    expect((await paid(await oldLink(stranger, id), 31)).decision.refused).toMatchObject([{ reason: 'not_member' }])
    expect(must(await save(id, { joining: 'open' }))).toMatchObject({ admitted: 0 })
  })

  it('ATT-15 a creator’s rate over a product’s higher one is a cut there, and a raise for what had less', async () => {
    const kol = await creator(world)
    const id = await made()
    const [link, other] = [await oldLink(kol, id), await oldLink(kol, id, lamp)]
    world.clock.set(onDay(-9))
    await rate(id, 'product', 'tent', 1500)
    world.clock.set(onDay(0))
    expect(await rate(id, 'creator', kol.creatorId, 900)).toMatchObject({ isCut: true, told: 1, effectiveAt: onDay(30).toISOString() })
    const [title, lampTitle] = [await titleOf(tent), await titleOf(lamp)]
    expect((await noticesOf(kol)).slice(1).sort()).toEqual([`rate-cut 1500 900 ${title}`, `rate-raised 800 900 ${lampTitle}`])
    expect((await own(kol, id)).cuts).toMatchObject([{ fromBps: 1500, toBps: 900, on: onDay(30).toISOString() }])
    expect(await paidOn(link, [0, 29])).toEqual([1500, 1500])
    expect(await paidOn(other, [0], lamp)).toEqual([900])
    await remindAll()
    expect((await noticesOf(kol)).slice(3)).toEqual([`rate-cut 1500 900 ${title} soon`])
    expect(await paidOn(link, [30])).toEqual([900])
  })

  it('ATT-15 a link’s and a product’s lower rate are cuts where they are the ones that count', async () => {
    const [kol, free] = [await creator(world), await creator(world)]
    const id = await made({ rateBps: 1000 })
    const [link, others] = [await oldLink(kol, id), await oldLink(free, id)]
    world.clock.set(onDay(-9))
    await rate(id, 'creator', kol.creatorId, 1400)
    world.clock.set(onDay(0))
    expect(await rate(id, 'product', 'tent', 600)).toMatchObject({ isCut: true, told: 1 })
    expect((await noticesOf(kol)).slice(1)).toEqual([])
    expect(await noticesOf(free)).toEqual([expect.stringMatching(/^rate-cut 1000 600 /)])
    expect(await rate(id, 'link', link.code, 700)).toMatchObject({ isCut: true, told: 1 })
    expect((await noticesOf(kol)).slice(1)).toEqual(['rate-cut 1400 700'])
    expect(await paidOn(link, [0, 29, 30])).toEqual([1400, 1400, 700])
    expect(await paidOn(others, [29, 30])).toEqual([1000, 600])
  })

  it('ATT-15 a raise that takes back a cut in part is told as what it is to her, and reminds of what is left of it', async () => {
    const kol = await creator(world)
    const id = await made({ rateBps: 1000 })
    const link = await oldLink(kol, id)
    await rate(id, 'programme', null, 600)
    world.clock.set(onDay(10))
    expect(await rate(id, 'programme', null, 800)).toMatchObject({ told: 1 })
    expect(await noticesOf(kol)).toEqual(['rate-cut 1000 600', 'rate-cut 1000 800'])
    await remindAll()
    expect((await noticesOf(kol)).at(2)).toBe('rate-cut 1000 800 soon')
    expect(await paidOn(link, [29, 30])).toEqual([1000, 800])
  })

  it('ATT-15 joining a deal that pays less, and being taken out of one that pays more', async () => {
    const kol = await creator(world)
    const open = await made({ rateBps: 1000 })
    const link = await oldLink(kol, open)
    const low = await made({ joining: 'invited', rateBps: 700 })
    await invited(kol, low)
    expect(await noticesOf(kol)).toEqual(['rate-cut 1000 700'])
    expect((await own(kol, open)).deal).toEqual({ zh: '常规', en: 'Standard' })
    expect(await own(kol, open)).toMatchObject({ rateBps: 1000, newcomerBps: 700, cuts: [{ fromBps: 1000, toBps: 700 }] })
    await remindAll()
    expect((await noticesOf(kol)).slice(1)).toEqual(['rate-cut 1000 700 soon'])
    expect(await paidOn(link, [0, 29, 30])).toEqual([1000, 1000, 700])
    world.clock.set(onDay(40))
    must(await leaveProgramme(world.ctx, kol, { programmeId: low }))
    expect((await paid(link, 40)).line).toMatchObject({ rateBps: 1000, programme: open })
    world.clock.set(onDay(50))
    const high = await made({ joining: 'invited', rateBps: 2000 })
    await invited(kol, high)
    world.clock.set(onDay(60))
    must(await removeMember(world.ctx, finance, { programmeId: high, creatorId: kol.creatorId }))
    expect((await noticesOf(kol)).slice(2)).toEqual(['rate-raised 700 1000', 'rate-raised 1000 2000', 'rate-cut 2000 1000'])
    expect(await paidOn(link, [60, 89, 90])).toEqual([2000, 2000, 1000])
  })

  it('ATT-15 a deal that is opened to everybody ends after 30 days', async () => {
    const kol = await creator(world)
    const open = await made({ rateBps: 1000 })
    const link = await oldLink(kol, open)
    const vip = await made({ joining: 'invited', rateBps: 1600 })
    world.clock.set(onDay(-40))
    await invited(kol, vip)
    world.clock.set(onDay(0))
    expect(must(await save(vip, {}))).toMatchObject({ told: 1 })
    expect((await noticesOf(kol)).at(-1)).toBe('rate-cut 1600 1000')
    expect(await paidOn(link, [0, 29, 30])).toEqual([1600, 1600, 1000])
  })

  it('ATT-15 a programme is not closed while somebody earns under it; set to 0 it is, when that has reached everybody', async () => {
    const kol = await creator(world)
    const id = await made()
    const link = await oldLink(kol, id)
    expect(await save(id, { status: 'closed' })).toMatchObject({ failure: { field: 'status', details: { most: 800 } } })
    await rate(id, 'programme', null, 0)
    expect(await save(id, { status: 'closed' })).toMatchObject({ failure: { field: 'status' } })
    expect(await paidOn(link, [29, 30])).toEqual([800, 0])
    for (const free of [id, await made()]) expect(await save(free, { status: 'closed' })).toMatchObject({ ok: true })
  })

  it('ATT-15 a code keeps the programme that was the default when another becomes it', async () => {
    const kol = await creator(world)
    const { id } = must(await saveCoupon(world.ctx, finance, { code: 'KEEPS', kind: 'fixed', amount: 1000, creatorId: kol.creatorId }))
    await made({ isDefault: true, rateBps: 100 })
    expect((await world.payload.findByID({ collection: 'coupons', id, depth: 0 })).programme).toBe(standard)
  })

  it('ATT-15 what the studio tells of goods with a rate of their own is what an order gets', async () => {
    const kol = await creator(world)
    const id = await made()
    const [link, other] = [await oldLink(kol, id), await oldLink(kol, id, lamp)]
    await rate(id, 'product', 'tent', 1500)
    expect((await own(kol, id)).ownRates).toMatchObject([{ source: 'product', bps: 1500 }])
    world.clock.set(onDay(1))
    await rate(id, 'creator', kol.creatorId, 1600)
    expect(await own(kol, id)).toMatchObject({ rateBps: 1600, ownRates: [], cuts: [] })
    expect([...(await paidOn(link, [1])), ...(await paidOn(other, [1], lamp))]).toEqual([1600, 1600])
  })
})
