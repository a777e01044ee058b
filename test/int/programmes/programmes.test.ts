import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inviteMember, joinProgramme, leaveProgramme, removeMember } from '../../../src/flows/programmes/members.ts'
import { ownProgrammes } from '../../../src/flows/programmes/own-programmes.ts'
import { previewRate } from '../../../src/flows/programmes/preview-rate.ts'
import { readProgramme } from '../../../src/flows/programmes/read-programmes.ts'
import { changeProgramme, createProgramme } from '../../../src/flows/programmes/save-programme.ts'
import { setRate } from '../../../src/flows/programmes/set-rate.ts'
import { remindOfCut } from '../../../src/flows/programmes/tell-of-rate.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Decision, ProgrammeDraft } from '../../../src/modules/attribution/index.ts'
import { ensureLinks } from '../../../src/modules/publishing/store/links.ts'
import { type BuiltProduct, product, productLink } from '../../builders/catalogue.ts'
import { placedOrder, touched } from '../../builders/orders.ts'
import { creator, person } from '../../builders/people.ts'
import { NOON, openWorld, type World } from '../../builders/world.ts'

let world: World
let finance: Awaited<ReturnType<typeof person>>
let anna: Awaited<ReturnType<typeof creator>>
let bo: Awaited<ReturnType<typeof creator>>
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  finance = await person(world, ['fan', 'finance'])
  anna = await creator(world, { handle: 'anna' })
  bo = await creator(world, { handle: 'bo_li' })
  goods = await product(world, { stock: 1000, slug: 'tent' })
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(NOON))

const dayMs = 86_400_000
const draft: ProgrammeDraft = {
  ...{ zh: '常规', en: 'Standard', model: 'last_touch', couponRule: 'coupon_wins', joining: 'open', status: 'active' },
  ...{ windowDays: 30, cartDays: 89, bindDays: 0, holdDays: 15, capBps: 5000, isDefault: false, tiers: [] },
}
const must = <T>(result: { ok: true; value: T } | { ok: false; failure: { code: string; message: string } }): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const made = async (more: Partial<ProgrammeDraft> & { rateBps?: number } = {}) =>
  must(await createProgramme(world.ctx, finance, { ...draft, rateBps: 1000, ...more })).id
const rate = (
  programmeId: string,
  bps: number | null,
  more: { source?: 'product' | 'creator' | 'programme'; target?: string | null } = {},
) => setRate(world.ctx, finance, { programmeId, source: 'programme', target: null, bps, ...more })
const noticesOf = async (userId: string) =>
  (await world.payload.find({ collection: 'notifications', where: { user: { equals: userId } }, sort: 'createdAt', depth: 0 })).docs
const linkUnder = (programmeId: string, who: { creatorId: string }) =>
  productLink(world, { creatorId: who.creatorId, productId: goods.productId, programmeId })
const handleOf = async (id: string) => (await world.payload.findByID({ collection: 'creators', id, depth: 0 })).handle
const jobs = async () =>
  (await world.payload.find({ collection: 'payload-jobs', where: { taskSlug: { equals: 'remind-of-cut' } }, depth: 0, pagination: false }))
    .docs

describe('the terms of a programme', () => {
  it.each([
    { label: 'ATT-07 a window of 91 days', more: { windowDays: 91 }, field: 'windowDays' },
    { label: 'ATT-07 a cart rule of 91 days', more: { cartDays: 91 }, field: 'cartDays' },
    { label: 'ATT-09 a bind of 1096 days', more: { bindDays: 1096 }, field: 'bindDays' },
    { label: 'ATT-27 a hold of 8 days', more: { holdDays: 8 }, field: 'holdDays' },
    { label: 'ATT-27 a hold that ends before goods may come back', more: { holdDays: 0 }, field: 'holdDays' },
    { label: 'ATT-23 a cap below the rate', more: { capBps: 999 }, field: 'capBps' },
    { label: 'ATT-35 tiers that fall', more: { tiers: [tier('a', 500), tier('b', 400)] }, field: 'tiers.1.fromSales' },
    { label: 'a default programme by invitation', more: { isDefault: true, joining: 'invited' as const }, field: 'isDefault' },
    { label: 'no name', more: { en: ' ' }, field: 'en' },
  ])('$label is refused', async ({ more, field }) => {
    const before = await world.payload.count({ collection: 'programmes' })
    expect(await createProgramme(world.ctx, finance, { ...draft, rateBps: 1000, ...more })).toMatchObject({
      ok: false,
      failure: { code: 'invalid', field },
    })
    expect(await world.payload.count({ collection: 'programmes' })).toEqual(before)
  })

  it('only finance and admins make, change or see them', async () => {
    const id = await made()
    for (const who of [anna, await person(world, ['fan', 'editor'])]) {
      expect(await createProgramme(world.ctx, who, { ...draft, rateBps: 1 })).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
      expect(await setRate(world.ctx, who, { programmeId: id, source: 'programme', target: null, bps: 1 })).toMatchObject({ ok: false })
      expect(await readProgramme(world.ctx, who, { id })).toMatchObject({ ok: false })
    }
  })

  it('two editors at once: the second is told, and changes nothing', async () => {
    const id = await made()
    const { programme } = must(await readProgramme(world.ctx, finance, { id }))
    const { updatedAt } = programme
    must(await changeProgramme(world.ctx, finance, { ...draft, id, updatedAt, windowDays: 20 }))
    expect(await changeProgramme(world.ctx, finance, { ...draft, id, updatedAt, windowDays: 10 })).toMatchObject({
      ok: false,
      failure: { code: 'conflict' },
    })
    expect(must(await readProgramme(world.ctx, finance, { id })).programme).toMatchObject({ windowDays: 20, zh: '常规', en: 'Standard' })
  })

  it('there is one default programme, and never none', async () => {
    const [one, two] = [await made({ isDefault: true }), await made({ isDefault: true })]
    const read = async (id: string) => must(await readProgramme(world.ctx, finance, { id })).programme
    expect([(await read(one)).isDefault, (await read(two)).isDefault]).toEqual([false, true])
    const { updatedAt } = await read(two)
    expect(await changeProgramme(world.ctx, finance, { ...draft, id: two, updatedAt })).toMatchObject({ failure: { field: 'isDefault' } })
  })

  it('ATT-15 a cap cannot cut a rate that somebody still has: the old one for 30 days', async () => {
    const id = await made({ rateBps: 2000 })
    must(await rate(id, 500))
    const lower = async () => {
      const { programme } = must(await readProgramme(world.ctx, finance, { id }))
      return changeProgramme(world.ctx, finance, { ...draft, id, updatedAt: programme.updatedAt, capBps: 1000 })
    }
    expect(await lower()).toMatchObject({ ok: false, failure: { field: 'capBps', details: { least: 2000 } } })
    world.clock.advance(30 * dayMs)
    expect(await lower()).toMatchObject({ ok: true })
  })
})

function tier(name: string, fromSales: number) {
  return { name, fromSales, rateBps: 1200 }
}

describe('ATT-15 setting a rate', () => {
  it('ATT-15 a cut is logged, tells who promotes already, and reminds two days before it reaches them', async () => {
    const id = await made()
    const link = await linkUnder(id, anna)
    await world.payload.db.updateOne({
      collection: 'product-links',
      id: link.id,
      data: { createdAt: new Date(Date.parse(NOON) - dayMs).toISOString() },
    })
    const before = (await jobs()).length
    const set = must(await rate(id, 600))
    expect(set).toMatchObject({ changed: true, isCut: true, told: 1, effectiveAt: new Date(Date.parse(NOON) + 30 * dayMs).toISOString() })
    const { programme, rates } = must(await readProgramme(world.ctx, finance, { id }))
    expect(programme.rateBps).toBe(600)
    expect(rates).toMatchObject([{ source: 'programme', target: null, fromBps: 1000, toBps: 600, announcedAt: NOON, stands: true }])
    const notices = (await noticesOf(anna.userId)).filter(({ kind }) => kind === 'rate-cut')
    expect(notices.at(-1)).toMatchObject({ data: { fromBps: 1000, toBps: 600, soon: false, about: null } })
    const queued = (await jobs()).slice(before)
    expect(queued).toMatchObject([{ input: { change: rates[0]!.id }, waitUntil: new Date(Date.parse(NOON) + 28 * dayMs).toISOString() }])
    world.clock.advance(28 * dayMs)
    await remindOfCut(world.ctx, { change: rates[0]!.id })
    await remindOfCut(world.ctx, { change: rates[0]!.id })
    const all = (await noticesOf(anna.userId)).filter(({ kind }) => kind === 'rate-cut')
    expect(all.map(({ data }) => (data as { soon: boolean }).soon)).toEqual([false, true])
  })

  it('ATT-15 nobody is reminded of a cut that was taken back', async () => {
    const id = await made()
    const cy = await creator(world)
    await linkUnder(id, cy)
    must(await rate(id, 600))
    const { rates } = must(await readProgramme(world.ctx, finance, { id }))
    world.clock.advance(dayMs)
    expect(must(await rate(id, 1000))).toMatchObject({ isCut: false, told: 1 })
    world.clock.advance(27 * dayMs)
    await remindOfCut(world.ctx, { change: rates[0]!.id })
    expect((await noticesOf(cy.userId)).map(({ kind }) => kind)).toEqual(['rate-cut', 'rate-raised'])
  })

  it('the same rate again changes nothing', async () => {
    const id = await made()
    expect(must(await rate(id, 1000))).toMatchObject({ changed: false, told: 0 })
    expect(must(await readProgramme(world.ctx, finance, { id })).rates).toEqual([])
  })

  it('ATT-14 a rate is set for a product by its address and for a creator by her handle; what is not there is refused', async () => {
    const id = await made()
    must(await rate(id, 1500, { source: 'product', target: 'tent' }))
    must(await rate(id, 2500, { source: 'creator', target: '@Anna' }))
    expect(await rate(id, 1, { source: 'creator', target: 'nobody_here' })).toMatchObject({
      failure: { code: 'not_found', field: 'target' },
    })
    expect(await rate(id, 5001, {})).toMatchObject({ failure: { code: 'invalid', field: 'bps' } })
    expect(await rate(id, null, {})).toMatchObject({ failure: { code: 'invalid', field: 'bps' } })
    const { rates } = must(await readProgramme(world.ctx, finance, { id }))
    expect(rates.map(({ source, toBps, name }) => [source, toBps, name?.zh])).toEqual([
      ['creator', 2500, 'anna'],
      ['product', 1500, expect.any(String)],
    ])
    const visit = await touched(world, { code: (await linkUnder(id, anna)).code })
    const { orderId } = await placedOrder(world, { visit, wanted: [{ variantId: goods.variantIds[0]! }] })
    const line = (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).lines[0]!
    expect(line).toMatchObject({ rateBps: 2500, rateSource: 'creator' })
    expect((line.decision as unknown as Decision).winner).toMatchObject({ creatorId: anna.creatorId })
  })

  it('ATT-23 a rate goes up to the programme’s cap, which goes up to 80 %', async () => {
    const id = await made({ rateBps: 6000, capBps: 8000, tiers: [{ ...tier('金', 1), rateBps: 7000 }] })
    expect(must(await rate(id, 8000))).toMatchObject({ changed: true })
    expect(await rate(id, 8001)).toMatchObject({ failure: { field: 'bps', details: { most: 8000 } } })
    expect(await rate(await made(), 5001)).toMatchObject({ failure: { field: 'bps', details: { most: 5000 } } })
    expect(await createProgramme(world.ctx, finance, { ...draft, rateBps: 8001, capBps: 8000 })).toMatchObject({
      failure: { field: 'rateBps' },
    })
  })

  it('two that set the same rate at once leave two rows in order, and the last one stands', async () => {
    const id = await made()
    await Promise.all([rate(id, 900), rate(id, 800), rate(id, 700)])
    const { rates, programme } = must(await readProgramme(world.ctx, finance, { id }))
    expect(rates.filter(({ stands }) => stands)).toHaveLength(1)
    expect(programme.rateBps).toBe(rates[0]!.toBps)
    for (const [index, row] of rates.slice(0, -1).entries()) expect(row.fromBps).toBe(rates[index + 1]!.toBps)
  })

  it('ATT-15, ATT-35 a tier’s rate goes through the log', async () => {
    const id = await made({ tiers: [{ name: '金', fromSales: 100_000, rateBps: 1500 }] })
    const { programme } = must(await readProgramme(world.ctx, finance, { id }))
    const tiers = [{ name: '金', fromSales: 100_000, rateBps: 1200 }]
    must(await changeProgramme(world.ctx, finance, { ...draft, id, updatedAt: programme.updatedAt, tiers }))
    expect(must(await readProgramme(world.ctx, finance, { id })).rates).toMatchObject([
      { source: 'group', target: '金', fromBps: 1500, toBps: 1200 },
    ])
  })
})

describe('who is in a programme', () => {
  it('a creator joins an open one, leaves it, and joins again', async () => {
    const id = await made()
    const me = { programmeId: id }
    expect(must(await joinProgramme(world.ctx, anna, me))).toEqual({ status: 'active' })
    expect(must(await joinProgramme(world.ctx, anna, me))).toEqual({ status: 'active' })
    expect(must(await leaveProgramme(world.ctx, anna, me))).toEqual({ status: 'left' })
    expect(must(await joinProgramme(world.ctx, anna, me))).toEqual({ status: 'active' })
    const { members } = must(await readProgramme(world.ctx, finance, { id }))
    expect(members).toMatchObject([{ handle: 'anna', status: 'active', via: 'open' }])
  })

  it('ATT-14 one that is by invitation takes only who was invited, and not who was taken out', async () => {
    const id = await made({ joining: 'invited' })
    expect(await joinProgramme(world.ctx, bo, { programmeId: id })).toMatchObject({ failure: { details: { why: 'invited_only' } } })
    expect(must(await inviteMember(world.ctx, finance, { programmeId: id, handle: 'Bo_Li' }))).toEqual({ status: 'invited' })
    expect((await noticesOf(bo.userId)).at(-1)).toMatchObject({ kind: 'programme-invited', data: { rateBps: 1000 } })
    expect(must(await joinProgramme(world.ctx, bo, { programmeId: id }))).toEqual({ status: 'active' })
    expect(must(await removeMember(world.ctx, finance, { programmeId: id, creatorId: bo.creatorId }))).toEqual({ status: 'removed' })
    expect(await joinProgramme(world.ctx, bo, { programmeId: id })).toMatchObject({ failure: { details: { why: 'removed' } } })
  })

  it.each([
    { label: 'a buyer without a profile', who: () => person(world), why: 'no_profile' },
    {
      label: 'ATT-21 who works for the shop',
      who: async () => ({ ...(await creator(world)), roles: ['fan', 'creator', 'editor'] as const }),
      why: 'staff',
    },
    {
      label: 'a suspended creator',
      who: async () => {
        const one = await creator(world)
        await world.payload.update({ collection: 'creators', id: one.creatorId, data: { status: 'suspended' } })
        return one
      },
      why: 'suspended',
    },
  ])('$label joins none', async ({ who, why }) => {
    expect(await joinProgramme(world.ctx, await who(), { programmeId: await made() })).toMatchObject({
      failure: { code: 'forbidden', details: { why } },
    })
  })

  it('nobody is invited to a programme that is open, and so loses nothing by declining', async () => {
    const id = await made()
    expect(await inviteMember(world.ctx, finance, { programmeId: id, handle: 'bo_li' })).toMatchObject({ failure: { code: 'state' } })
    must(await removeMember(world.ctx, finance, { programmeId: id, creatorId: bo.creatorId }))
    expect(must(await inviteMember(world.ctx, finance, { programmeId: id, handle: 'bo_li' }))).toEqual({ status: 'invited' })
  })

  it('new links of a creator are under the open programme that she joined last; those that are there keep theirs', async () => {
    const eve = await creator(world)
    const [standard, joined, vip] = [await made({ isDefault: true }), await made(), await made({ joining: 'invited' })]
    const programmeOf = async (piece: string) => {
      await world.ctx.tx('links', (req) => ensureLinks(req, { id: piece, kind: 'posts', author: eve.creatorId }, [goods.productId]))
      const { docs } = await world.payload.find({ collection: 'product-links', where: { piece: { equals: piece } }, depth: 0 })
      return docs.map(({ programme }) => programme)
    }
    const [before, after, left] = [newId(), newId(), newId()]
    expect(await programmeOf(before)).toEqual([standard])
    must(await joinProgramme(world.ctx, eve, { programmeId: joined }))
    must(await inviteMember(world.ctx, finance, { programmeId: vip, handle: await handleOf(eve.creatorId) }))
    must(await joinProgramme(world.ctx, eve, { programmeId: vip }))
    expect(await programmeOf(after)).toEqual([joined])
    expect(await programmeOf(before)).toEqual([standard])
    must(await leaveProgramme(world.ctx, eve, { programmeId: joined }))
    expect(await programmeOf(left)).toEqual([standard])
  })

  it('two taps at once make one membership', async () => {
    const id = await made()
    await Promise.all([1, 2, 3].map(() => joinProgramme(world.ctx, anna, { programmeId: id })))
    expect(must(await readProgramme(world.ctx, finance, { id })).members).toHaveLength(1)
  })

  it('LAW-3 joining asks for nothing: there is no amount in the membership', async () => {
    const fields = world.payload.collections['programme-members']!.config.flattenedFields.map(({ name }) => name)
    expect(fields.filter((name) => /amount|price|fee|paid|order/i.test(name))).toEqual([])
  })
})

describe('a creator’s own view', () => {
  it('tells her terms, her rate while a cut waits, and when it ends; nothing of others', async () => {
    const id = await made()
    const dee = await creator(world)
    const link = await linkUnder(id, dee)
    await world.payload.db.updateOne({ collection: 'product-links', id: link.id, data: { createdAt: NOON } })
    world.clock.advance(dayMs)
    must(await rate(id, 600))
    must(await rate(id, 3000, { source: 'creator', target: 'anna' }))
    must(await joinProgramme(world.ctx, dee, { programmeId: id }))
    const own = must(await ownProgrammes(world.ctx, dee)).programmes.find((one) => one.id === id)
    expect(own).toMatchObject({ status: 'active', rateBps: 1000, newcomerBps: 600, windowDays: 30, holdDays: 15, ownRates: [] })
    expect(own!.cuts).toEqual([{ name: null, fromBps: 1000, toBps: 600, on: new Date(Date.parse(NOON) + 31 * dayMs).toISOString() }])
  })

  it('does not show programmes by invitation to who was not invited', async () => {
    const id = await made({ joining: 'invited' })
    const ids = must(await ownProgrammes(world.ctx, anna)).programmes.map((one) => one.id)
    expect(ids).not.toContain(id)
  })
})

describe('ATT-23 the preview of a rate', () => {
  it('ATT-23 says what is left of a sale, and what the guard would cut', async () => {
    const programmeId = await made()
    const dear = await product(world, { slug: 'dear', prices: [10_000, 10_000] })
    await world.payload.update({ collection: 'variants', id: dear.variantIds[0]!, data: { cost: 8500 } })
    const preview = must(await previewRate(world.ctx, finance, { programmeId, product: 'dear' }))
    // Base 88.50; 3.50 are left after cost: the guard cuts 10 % to 3.95 %.
    expect(preview).toMatchObject({
      known: 1,
      unknown: 1,
      cut: 1,
      rows: [{ base: 8850, cost: 8500, commission: 350, left: 0, cutToBps: 395 }],
    })
    expect(must(await previewRate(world.ctx, finance, { programmeId, rateBps: 300, product: 'dear' })).cut).toBe(0)
    expect(await previewRate(world.ctx, anna, { programmeId })).toMatchObject({ failure: { code: 'forbidden' } })
  })
})
