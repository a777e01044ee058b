import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerClaimByStaff, listClaims, listMyClaims } from '../../../src/flows/claims/answer-claim.ts'
import { appealBan, askPerson, type ClaimInput, fileClaim } from '../../../src/flows/claims/file-claim.ts'
import { banCreator } from '../../../src/flows/fraud/ban-creator.ts'
import { simulate } from '../../../src/flows/simulation/simulate.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { decideLine, type TouchFacts } from '../../../src/modules/attribution/index.ts'
import { findProgrammes, findStandings } from '../../../src/modules/attribution/store.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { awaitingOrder, type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

type Creator = Awaited<ReturnType<typeof creator>>
let world: World
let goods: BuiltProduct
let terms: string
let ahe: Creator
let lin: Creator
let finance: Actor & { userId: string }
let won: BuiltOrder
let early: BuiltOrder

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)

/** A recorded click, `days` before now. */
async function click(who: Creator, days: number): Promise<TouchFacts> {
  const at = new Date(world.clock.now().getTime() - days * 86_400_000)
  const id = newId()
  const row = { id, kind: 'click', at: at.toISOString(), creator: who.creatorId, product: goods.productId, programme: terms, link: newId() }
  await world.payload.db.create({ collection: 'touches', data: row, req: undefined as never })
  const { link, product: productId } = row
  return {
    ...{ id, kind: 'click', at, creatorId: who.creatorId, linkId: link, pieceId: null, placementId: null },
    productId,
    programmeId: terms,
  }
}

async function decided(touches: TouchFacts[]) {
  const req = await world.ctx.req()
  return decideLine({
    order: { placedAt: world.clock.now(), checkoutStartedAt: null, buyerUserId: null, buyerCreatorId: null },
    line: { productId: goods.productId },
    touches,
    programmes: await findProgrammes(req, [terms]),
    creators: await findStandings(req, [ahe.creatorId, lin.creatorId]),
  })
}

async function sold(touches: TouchFacts[], build = paidOrder): Promise<BuiltOrder> {
  const decision = await decided(touches)
  const { winner, rateBps } = decision
  const credit = winner ? { creatorId: winner.creatorId, rateBps, programmeId: terms } : undefined
  return build(world, [{ product: goods, price: 113_000, decision, ...(credit ? { credit } : {}) }])
}

const numberOf = async ({ orderId }: BuiltOrder) => (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).number
const file = (input: ClaimInput, who: Actor = ahe, key = newId()) => fileClaim(world.ctx, who, input, key)

beforeAll(async () => {
  world = await openWorld()
  terms = await programme(world)
  goods = await product(world, { title: '两人帐篷', stock: 500 })
  ahe = await creator(world, { displayName: '阿禾' })
  lin = await creator(world, { displayName: '林间' })
  finance = await person(world, ['finance'])
  won = await sold([await click(ahe, 3)])
  early = await sold([await click(ahe, 40)])
}, 60_000)
afterAll(() => world.close())

describe('ATT-40 missing orders', () => {
  it('ATT-40 answers at once that it is credited, or which rule excluded it', async () => {
    expect(must(await file({ number: await numberOf(won) }))).toMatchObject({
      state: 'answered',
      finding: 'credited',
      orderId: won.orderId,
    })
    const late = must(await file({ number: await numberOf(early) }))
    expect(late).toMatchObject({ state: 'answered', finding: 'excluded', rule: 'ATT-08', dueAt: null, orderId: null })
    const other = await sold([await click(ahe, 3), await click(lin, 1)])
    expect(must(await file({ number: await numberOf(other) }))).toMatchObject({ finding: 'passed_over', rule: 'ATT-10' })
    const waits = await sold([await click(ahe, 1)], awaitingOrder)
    expect(must(await file({ number: await numberOf(waits) }))).toMatchObject({ finding: 'unpaid' })
  })

  it('ATT-40 says the same of an order without a touch of hers and of one that does not exist, and opens a case due in two working days', async () => {
    const foreign = must(await file({ number: await numberOf(won) }, lin))
    const unknown = must(await file({ number: 'ZC000000-NOTHING' }, lin))
    const shape = ({ id: _, hint: __, ...rest }: typeof foreign) => rest
    expect(shape(foreign)).toEqual(shape(unknown))
    // A Monday noon in Shanghai.
    expect(foreign).toMatchObject({ state: 'open', finding: null, rule: null, orderId: null, dueAt: '2026-11-04T04:00:00.000Z' })
  })

  it('ATT-40 finds an order by its day and the product, and leaves several to a person', async () => {
    expect(must(await file({ day: '2026-11-02', product: '商品' }))).toMatchObject({ state: 'open' })
    expect(must(await file({ day: '2026-10-01' }))).toMatchObject({ state: 'open', finding: null })
    const later = await sold([await click(lin, 60)])
    expect(must(await file({ number: await numberOf(later), product: '商品' }, lin))).toMatchObject({ finding: 'excluded', rule: 'ATT-08' })
    expect(must(await file({ number: await numberOf(later), product: 'lamp' }, lin))).toMatchObject({ state: 'open' })
  })

  it('ATT-40 never tells who bought: neither she nor the row that she may read holds the buyer', async () => {
    const { claims } = must(await listMyClaims(world.ctx, ahe))
    const text = JSON.stringify(claims)
    for (const secret of ['buyer@example.test', '买家甲', '13900001111', '某路', early.orderId]) expect(text).not.toContain(secret)
  })

  it('ATT-40 the same key files once; bad hints are refused and nothing is kept', async () => {
    const key = newId()
    const first = must(await file({ number: await numberOf(won) }, ahe, key))
    expect(must(await file({ number: await numberOf(won) }, ahe, key)).id).toBe(first.id)
    const before = must(await listMyClaims(world.ctx, ahe)).claims.length
    expect(code(await file({ number: 'ZC-OTHER' }, ahe, key))).toBe('idempotency_mismatch')
    expect(code(await file({ words: 'x' }))).toBe('invalid')
    expect(code(await file({ day: '2026-13-45' }))).toBe('invalid')
    expect(code(await file({ number: 'x'.repeat(41) }))).toBe('invalid')
    expect(code(await file({ number: 'x' }, finance))).toBe('forbidden')
    expect(must(await listMyClaims(world.ctx, ahe)).claims).toHaveLength(before)
  })

  it('ATT-40 a person answers what a rule could not, or what she does not accept; she is told', async () => {
    const late = must(await file({ number: await numberOf(early) }))
    expect(code(await askPerson(world.ctx, lin, { claimId: late.id }))).toBe('not_found')
    expect(must(await askPerson(world.ctx, ahe, { claimId: late.id }))).toMatchObject({ state: 'open', dueAt: '2026-11-04T04:00:00.000Z' })
    expect(code(await askPerson(world.ctx, ahe, { claimId: late.id }))).toBe('state')
    const { open } = must(await listClaims(world.ctx, finance))
    expect(open.find(({ id }) => id === late.id)).toMatchObject({ creator: { name: '阿禾' }, orderId: early.orderId, overdue: false })
    const answer = (who: Actor, text = '窗口是 30 天，这次点击在 40 天前。') =>
      answerClaimByStaff(world.ctx, who, { claimId: late.id, answer: text })
    expect(code(await answer(ahe))).toBe('forbidden')
    expect(code(await answer({ ...ahe, roles: ['finance'] }))).toBe('forbidden')
    expect(code(await answer(finance, ' '))).toBe('invalid')
    must(await answer(finance))
    expect(code(await answer(finance))).toBe('state')
    expect(must(await listMyClaims(world.ctx, ahe)).claims.find(({ id }) => id === late.id)).toMatchObject({
      state: 'closed',
      answer: expect.stringContaining('30'),
    })
    const where: Where = { and: [{ user: { equals: ahe.userId } }, { kind: { equals: 'claim-answered' } }] }
    expect((await world.payload.count({ collection: 'notifications', where })).totalDocs).toBe(1)
  })

  it('ATT-38 a banned creator appeals once at a time, and sees that she is banned', async () => {
    must(await banCreator(world.ctx, finance, { creatorId: lin.creatorId, reason: 'terms', note: 'x' }, newId()))
    expect(must(await listMyClaims(world.ctx, lin)).banned).toBe(true)
    const appeal = (words: string) => appealBan(world.ctx, lin, { words }, newId())
    expect(must(await appeal('我没有违约'))).toMatchObject({ state: 'open', finding: 'appeal', rule: 'ATT-38' })
    expect(code(await appeal('再说一次'))).toBe('state')
    expect(code(await appeal(' '))).toBe('invalid')
  })
})

describe('ATT-41 the simulator', () => {
  const run = (input: Partial<Parameters<typeof simulate>[2]> = {}, who: Actor = finance) =>
    simulate(world.ctx, who, { days: 30, ...input })
  /** Every row of every table, by number and newest change: a write anywhere would show. */
  const rows = async () =>
    Promise.all(
      Object.keys(world.payload.collections).map(async (collection) => {
        const { docs, totalDocs } = await world.payload.db.find({
          collection,
          where: {},
          limit: 0,
          pagination: false,
          req: undefined as never,
        } as never)
        return [collection, totalDocs ?? docs.length, JSON.stringify(docs)]
      }),
    )

  it('ATT-41 says who would gain and lose under another model, by creator and by day', async () => {
    const same = must(await run())
    expect(same).toMatchObject({ changed: 0, before: same.after, truncated: false, currency: 'CNY' })
    expect(same.lines).toBeGreaterThanOrEqual(4)
    const first = must(await run({ model: 'first_touch' }))
    expect(first.changed).toBe(1)
    expect(first.creators.map(({ name, before, after }) => [name, after - before])).toEqual([
      ['阿禾', 8_000],
      ['林间', -8_000],
    ])
    expect(first.byDay.map(({ day }) => day)).toEqual(['2026-11-02'])
    expect(first.before).toBe(first.after)
  })

  it('ATT-41 tries another window and another rate', async () => {
    const wide = must(await run({ windowDays: 90 }))
    expect(wide.after).toBeGreaterThan(wide.before)
    const half = must(await run({ rateBps: 400 }))
    expect(half.after * 2).toBe(half.before)
    expect(must(await run({ rateBps: 400, programmeId: terms }))).toMatchObject({ after: half.after })
  })

  it('ATT-41 writes nothing: every row of every table is as before', async () => {
    const before = await rows()
    must(await run({ model: 'linear', windowDays: 90, rateBps: 4_000 }))
    expect(await rows()).toEqual(before)
  })

  it('ATT-41 is for finance and admin, and refuses terms that no programme may have', async () => {
    expect(code(await run({}, ahe))).toBe('forbidden')
    expect(code(await run({}, await person(world, ['editor'])))).toBe('forbidden')
    expect(code(await run({ days: 0 }))).toBe('invalid')
    expect(code(await run({ days: 91 }))).toBe('invalid')
    expect(code(await run({ windowDays: 0 }))).toBe('invalid')
    expect(code(await run({ rateBps: 8_001 }))).toBe('invalid')
    expect(code(await run({ rateBps: Number.NaN }))).toBe('invalid')
    expect(code(await run({ model: 'magic' }))).toBe('invalid')
    expect(code(await run({ programmeId: newId() }))).toBe('not_found')
  })
})
