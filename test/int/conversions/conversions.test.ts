import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPartner, type PartnerWithSecret, rotatePartner, switchPartner } from '../../../src/flows/conversions/manage-partners.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { newId } from '../../../src/lib/ids.ts'
import { programme } from '../../builders/catalogue.ts'
import { creator } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import type { House } from '../http/house.ts'
import { clickIdOf, type OtherShop, openOtherShop } from './other-shop.ts'

let shop: OtherShop
let house: House
let programmeId = ''
let partner: PartnerWithSecret
let ana: Awaited<ReturnType<typeof creator>>

beforeAll(async () => {
  shop = await openOtherShop()
  ;({ house, programmeId, partner } = shop)
  ana = await creator(house.world)
}, 180_000)

afterAll(() => house?.close())

const sign: OtherShop['sign'] = (...args) => shop.sign(...args)
const tell: OtherShop['tell'] = (...args) => shop.tell(...args)
const sold: OtherShop['sold'] = (...args) => shop.sold(...args)
const click: OtherShop['click'] = (...args) => shop.click(...args)
const owed: OtherShop['owed'] = (...args) => shop.owed(...args)
const now = () => shop.now()

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
