import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPartner, type PartnerWithSecret, rotatePartner, switchPartner } from '../../../src/flows/conversions/manage-partners.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { linesOfCreator } from '../../../src/flows/earnings/creator-lines.ts'
import { banCreator, unbanCreator } from '../../../src/flows/fraud/ban-creator.ts'
import { newId } from '../../../src/lib/ids.ts'
import { programme } from '../../builders/catalogue.ts'
import { creator } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { type House, openHouse, type Told } from '../http/house.ts'

let house: House
let programmeId = ''
let partner: PartnerWithSecret
let ana: Awaited<ReturnType<typeof creator>>

beforeAll(async () => {
  house = await openHouse()
  programmeId = await programme(house.world, { rateBps: 1000 })
  partner = must(await createPartner(house.world.ctx, house.people.admin, { name: '山野铺', programme: programmeId }))
  ana = await creator(house.world)
}, 180_000)

afterAll(() => house?.close())

const sign = (secret: string, body: string, seconds = Math.floor(house.world.clock.now().getTime() / 1000)) =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')}`

/** As the other shop's program sends it. */
function tell(told: unknown, more: { secret?: string; keyId?: string; signature?: string } = {}): Promise<Told> {
  const body = JSON.stringify(told)
  const headers = {
    'content-type': 'application/json',
    'zhongcao-key': more.keyId ?? partner.keyId,
    'zhongcao-signature': more.signature ?? sign(more.secret ?? partner.secret, body),
  }
  return house.ask('POST', '/v1/conversions', { as: 'nobody', body, headers })
}

const now = () => house.world.clock.now().toISOString()
const sold = (more: object = {}) => ({
  kind: 'sale',
  id: `A-${newId()}`,
  soldAt: now(),
  currency: 'CNY',
  lines: [{ line: '1', title: '折叠椅', paidAmount: 11_300, taxAmount: 1300 }],
  ...more,
})

/** A click on a link that leads to the other shop: the address that it came to. */
async function click(creatorId: string, more: { programme?: string | null; piece?: string } = {}): Promise<string> {
  const code = `out${newId().slice(-10)}`
  const row = { id: newId(), code, creator: creatorId, url: 'https://shop.example.test/chair?colour=red', status: 'active' }
  await house.world.payload.db.create({
    collection: 'product-links',
    data: {
      ...row,
      programme: more.programme === undefined ? programmeId : more.programme,
      ...(more.piece ? { piece: more.piece, pieceKind: 'posts' } : {}),
    },
    req: undefined as never,
  })
  const answer = await house.ask('GET', `/go/${code}`, { as: 'nobody', headers: { 'user-agent': phone } })
  return answer.headers.get('location') ?? ''
}
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'
const clickIdOf = (location: string): string => new URL(location).searchParams.get('zc_click') ?? ''

const owed = async (creatorId: string): Promise<number> => {
  const { docs } = await house.world.payload.find({
    collection: 'ledger-entries',
    where: { creator: { equals: creatorId } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.reduce((sum, { amount }) => sum + amount, 0)
}

const everything = async () => {
  const { payload } = house.world
  const count = async (collection: 'conversions' | 'ledger-entries') =>
    (await payload.count({ collection, overrideAccess: true })).totalDocs
  return { conversions: await count('conversions'), entries: await count('ledger-entries') }
}

describe('a sale of another shop', () => {
  it('brings the buyer there with a click id, and credits the creator whose link it was, to the cent', async () => {
    const location = await click(ana.creatorId)
    expect(location).toMatch(/^https:\/\/shop\.example\.test\/chair\?colour=red&zc_click=[0-9a-f-]{36}$/)
    const told = sold({ clickId: clickIdOf(location) })
    const answer = await tell(told)
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body).toMatchObject({ kind: 'sale', externalId: told.id, credited: true, commission: 1000, currency: 'CNY' })
    expect(answer.text, 'the other shop does not learn who').not.toContain(ana.creatorId)
    expect(await owed(ana.creatorId)).toBe(1000)
  })

  it('without a click or with one that is unknown is kept and credits nobody', async () => {
    for (const clickId of [undefined, newId()]) {
      const answer = await tell(sold({ clickId }))
      expect(answer.status, answer.text).toBe(201)
      expect(answer.body).toMatchObject({ credited: false, commission: 0 })
    }
  })

  it('counts no touch under another programme, nor one that led to goods of this shop', async () => {
    const other = await programme(house.world, { rateBps: 3000 })
    const location = await click(ana.creatorId, { programme: other })
    expect((await tell(sold({ clickId: clickIdOf(location) }))).body).toMatchObject({ credited: false })
  })

  it('ATT-07, ATT-08: after the window it credits nobody', async () => {
    const location = await click(ana.creatorId)
    house.world.clock.advance(31 * 86_400_000)
    expect((await tell(sold({ clickId: clickIdOf(location) }))).body).toMatchObject({ credited: false })
  })

  it('ATT-32: told again it answers the same and changes nothing; told otherwise it is refused', async () => {
    const told = sold({ clickId: clickIdOf(await click(ana.creatorId)) })
    const first = await tell(told)
    const before = await everything()
    const again = await Promise.all([tell(told), tell(told), tell(told)])
    for (const answer of again) expect([answer.status, answer.body]).toEqual([201, first.body])
    const otherwise = await tell({ ...told, lines: [{ line: '1', paidAmount: 99_900, taxAmount: 0 }] })
    expect(otherwise.status).toBe(409)
    expect(await everything()).toEqual(before)
  })

  it('told by a hundred requests at once is one sale with one accrual', async () => {
    const told = sold({ clickId: clickIdOf(await click(ana.creatorId)) })
    const before = await everything()
    const answers = await Promise.all(Array.from({ length: 100 }, () => tell(told)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(await everything()).toEqual({ conversions: before.conversions + 1, entries: before.entries + 2 })
  })
})

describe('a refund of another shop', () => {
  let sale: ReturnType<typeof sold>
  let before = 0
  beforeEach(async () => {
    before = await owed(ana.creatorId)
    sale = sold({ clickId: clickIdOf(await click(ana.creatorId)) })
    expect((await tell(sale)).body).toMatchObject({ commission: 1000 })
  })
  const back = (paidAmount: number, taxAmount: number, id = `R-${newId()}`) => ({
    kind: 'refund',
    id,
    sale: sale.id,
    refundedAt: now(),
    lines: [{ line: '1', paidAmount, taxAmount }],
  })

  it('ATT-28: takes back in proportion, and in full exactly everything', async () => {
    const part = await tell(back(3767, 434))
    expect(part.body).toMatchObject({ kind: 'refund', commission: -333 })
    const rest = await tell(back(11_300 - 3767, 1300 - 434))
    expect(rest.body).toMatchObject({ commission: -667 })
    expect(await owed(ana.creatorId)).toBe(before)
  })

  it('that is told again takes back once; more than was sold is refused', async () => {
    const once = back(5650, 650)
    const [first, second] = [await tell(once), await tell(once)]
    expect(second.body).toEqual(first.body)
    const tooMuch = await tell(back(5651, 650))
    expect(tooMuch.status).toBe(422)
    expect(await owed(ana.creatorId)).toBe(before + 500)
  })

  it('two at once never take back more than there was', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => tell(back(5650, 650))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2)
    expect(await owed(ana.creatorId)).toBe(before)
  })

  it('of a sale that was never told is not found', async () => {
    expect((await tell({ ...back(1, 0), sale: 'never' })).status).toBe(404)
  })
})

describe('ATT-38 a ban reaches sales elsewhere', () => {
  let bo: Awaited<ReturnType<typeof creator>>
  let sale: ReturnType<typeof sold>
  let piece = ''
  beforeEach(async () => {
    bo = await creator(house.world)
    // By way of a piece of his, whose counters go with the ledger.
    piece = await publish(house.world, { author: bo, editor: house.people.editor }, {})
    sale = sold({ clickId: clickIdOf(await click(bo.creatorId, { piece })) })
    expect((await tell(sale)).body).toMatchObject({ credited: true, commission: 1000 })
  })
  const decide = { creatorId: '', note: '点击都来自一台机器' }
  const ban = async () =>
    must(await banCreator(house.world.ctx, house.people.finance, { ...decide, creatorId: bo.creatorId, reason: 'fake_orders' }, newId()))
  const unban = async () =>
    must(await unbanCreator(house.world.ctx, house.people.finance, { ...decide, creatorId: bo.creatorId, reason: 'mistake' }, newId()))
  const back = (paidAmount: number, taxAmount: number) =>
    tell({ kind: 'refund', id: `R-${newId()}`, sale: sale.id, refundedAt: now(), lines: [{ line: '1', paidAmount, taxAmount }] })
  const states = async () => {
    const { ctx, clock } = house.world
    return (await linesOfCreator(await ctx.req(), bo.creatorId, clock.now())).map(({ state }) => `${state.state} ${state.outstanding}`)
  }
  const findings = async () => (await checkBooks(house.world.ctx)).findings
  const counted = async (of: string) =>
    (await house.world.payload.find({ collection: 'piece-stats', where: { piece: { equals: of } }, depth: 0 })).docs
      .map(({ orders, units, commission }) => ({ orders, units, commission }))
      .filter(({ orders }) => orders > 0)

  it('ATT-38 takes its held commission back once, for fraud, and a refund that comes later takes nothing more', async () => {
    expect(await states()).toEqual(['pending 1000'])
    expect(await counted(piece)).toEqual([{ orders: 1, units: 0, commission: 1000 }])
    await ban()
    expect(await states()).toEqual(['reversed 0'])
    expect(await counted(piece)).toEqual([{ orders: 1, units: 0, commission: 0 }])
    expect((await back(5650, 650)).body).toMatchObject({ kind: 'refund', commission: 0 })
    expect(await owed(bo.creatorId)).toBe(0)
    expect(await findings()).toEqual([])
  })

  it('ATT-38 a banned creator is credited with no further sale, whose buyer clicked before', async () => {
    const clickId = clickIdOf(await click(bo.creatorId))
    await ban()
    expect((await tell(sold({ clickId }))).body).toMatchObject({ credited: false, commission: 0 })
    expect(await findings()).toEqual([])
  })

  it.each([
    ['nothing', [], 1000],
    ['half of it', [[5650, 650]], 500],
    [
      'all of it in parts',
      [
        [5650, 650],
        [5650, 650],
      ],
      0,
    ],
  ] as const)(
    'ATT-38 a ban that was a mistake gives back what is still earned when %s was refunded meanwhile',
    async (_what, parts, left) => {
      await ban()
      for (const [paid, tax] of parts) expect((await back(paid, tax)).status).toBe(201)
      await unban()
      expect(await owed(bo.creatorId)).toBe(left)
      expect(await findings()).toEqual([])
    },
  )

  it('ATT-38 what was refunded before the ban stays refunded when the ban ends, and the rest can be refunded after it', async () => {
    expect((await back(5650, 650)).body).toMatchObject({ commission: -500 })
    await ban()
    expect(await owed(bo.creatorId)).toBe(0)
    await unban()
    expect(await owed(bo.creatorId)).toBe(500)
    expect((await back(5650, 650)).body).toMatchObject({ commission: -500 })
    expect(await owed(bo.creatorId)).toBe(0)
    expect(await findings()).toEqual([])
  })

  it('ATT-38 a ban and a refund at once leave nothing that is earned twice or taken twice', async () => {
    await Promise.all([ban(), back(5650, 650), back(5650, 650)])
    expect(await owed(bo.creatorId)).toBe(0)
    await unban()
    expect(await owed(bo.creatorId)).toBe(0)
    expect(await findings()).toEqual([])
  })
})

describe('who tells', () => {
  it('is refused with nothing changed: forged, old, another’s key, a changed body, no signature', async () => {
    const before = await everything()
    const told = sold()
    const body = JSON.stringify(told)
    const seconds = Math.floor(house.world.clock.now().getTime() / 1000)
    const other = must(await createPartner(house.world.ctx, house.people.admin, { name: 'other', programme: programmeId }))
    const tries = [
      { secret: 'zs_guessed' },
      { keyId: other.keyId },
      { keyId: 'zp_unknown00' },
      { keyId: '' },
      { signature: '' },
      { signature: sign(partner.secret, `${body} `) },
      { signature: sign(partner.secret, body, seconds - 301) },
      { signature: sign(partner.secret, body, seconds + 301) },
    ]
    for (const one of tries) {
      const answer = await tell(told, one)
      expect([answer.status, JSON.stringify(one)]).toEqual([403, JSON.stringify(one)])
    }
    expect(await everything()).toEqual(before)
  })

  it('is refused once switched off, and with the old secret once it was changed', async () => {
    const { ctx } = house.world
    const shop = must(await createPartner(ctx, house.people.admin, { name: 'x', programme: programmeId }))
    must(await switchPartner(ctx, house.people.admin, { id: shop.id, on: false }))
    expect((await tell(sold(), shop)).status).toBe(403)
    must(await switchPartner(ctx, house.people.admin, { id: shop.id, on: true }))
    expect((await tell(sold(), shop)).status).toBe(201)
    const renewed = must(await rotatePartner(ctx, house.people.admin, shop.id))
    expect((await tell(sold(), shop)).status).toBe(403)
    expect((await tell(sold(), { keyId: shop.keyId, secret: renewed.secret })).status).toBe(201)
  })

  it.each([
    ['in the future', { soldAt: '2036-01-01T00:00:00.000Z' }],
    ['of long ago', { soldAt: '2020-01-01T00:00:00.000Z' }],
    ['in another currency', { currency: 'USD' }],
    ['that names a creator', { creator: 'x' }],
    ['with half a cent', { lines: [{ line: '1', paidAmount: 0.5, taxAmount: 0 }] }],
    ['below nothing', { lines: [{ line: '1', paidAmount: -5, taxAmount: 0 }] }],
    ['without lines', { lines: [] }],
  ])('a sale %s is refused with nothing changed', async (_what, more) => {
    const before = await everything()
    const answer = await tell(sold(more))
    expect(answer.status, answer.text).toBe(422)
    expect(await everything()).toEqual(before)
  })

  it('keeps its secret sealed: only an admin makes one, and no list shows it', async () => {
    expect((await house.ask('POST', '/v1/staff/partners', { as: 'finance', body: { name: 'x', programme: programmeId } })).status).toBe(403)
    const listed = await house.ask('GET', '/v1/staff/partners', { as: 'finance' })
    expect(listed.status).toBe(200)
    expect(listed.text).not.toContain(partner.secret)
    const { docs } = await house.world.payload.find({ collection: 'sales-partners', overrideAccess: true, depth: 0 })
    expect(JSON.stringify(docs)).not.toContain(partner.secret)
  })
})

it('the client of docs/conversions.md is understood by the server', async () => {
  const text = await readFile('docs/conversions.md', 'utf8')
  const code = /```js\n(import[\s\S]*?)```/.exec(text)?.[1] ?? ''
  const module = `${code.replace('Date.now()', String(house.world.clock.now().getTime()))}`
  const { tell: clientTell } = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
    tell(shop: { url: string; keyId: string; secret: string }, told: unknown): Promise<{ kind: string }>
  }
  const shop = { url: house.url, keyId: partner.keyId, secret: partner.secret }
  expect(await clientTell(shop, sold())).toMatchObject({ kind: 'sale', credited: false })
  await expect(clientTell({ ...shop, secret: 'wrong' }, sold())).rejects.toThrow('403')
})

it('the books balance with all of that in them', async () => {
  expect((await checkBooks(house.world.ctx)).findings).toEqual([])
})
