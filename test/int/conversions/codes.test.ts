import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPartner } from '../../../src/flows/conversions/manage-partners.ts'
import { newId } from '../../../src/lib/ids.ts'
import { programme } from '../../builders/catalogue.ts'
import { creator } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import type { House, Told } from '../http/house.ts'
import { clickIdOf, type OtherShop, openOtherShop } from './other-shop.ts'

let shop: OtherShop
let house: House
/** The shop's own programme, under which no sale elsewhere counts. */
let standard: string
let count = 0

beforeAll(async () => {
  shop = await openOtherShop()
  ;({ house } = shop)
  standard = await programme(house.world, { rateBps: 500 })
}, 180_000)
afterAll(() => house?.close())

const put = (method: 'POST' | 'PUT', path: string, body: object): Promise<Told> =>
  house.ask(method, path, { as: 'finance', body: { kind: 'fixed', amountOff: 500, ...body }, headers: { 'idempotency-key': newId() } })

/** A code of this creator, made at the door. */
async function codeOf(creatorId: string, programmeId?: string | null): Promise<{ id: string; code: string }> {
  const told = await put('POST', '/v1/coupons', { code: `ELSE${++count}`, creditTo: creatorId, programmeId })
  expect(told.status).toBe(201)
  return told.body as { id: string; code: string }
}

describe('a code that is used in another shop', () => {
  it('ATT-16: credits its owner when it is of that shop’s programme, also over another creator’s click', async () => {
    const [ana, bo] = [await creator(house.world), await creator(house.world)]
    const { code } = await codeOf(ana.creatorId, shop.programmeId)
    expect((await shop.tell(shop.sold({ couponCode: code }))).status).toBe(201)
    expect(await shop.owed(ana.creatorId)).toBe(1000)
    const clickId = clickIdOf(await shop.click(bo.creatorId))
    expect((await shop.tell(shop.sold({ couponCode: code, clickId }))).status).toBe(201)
    expect([await shop.owed(ana.creatorId), await shop.owed(bo.creatorId)]).toEqual([2000, 0])
  })

  it('credits nobody when it is of another programme, and leaves the click’s creator her sale', async () => {
    const [ana, bo] = [await creator(house.world), await creator(house.world)]
    const { code } = await codeOf(ana.creatorId, standard)
    const clickId = clickIdOf(await shop.click(bo.creatorId))
    expect((await shop.tell(shop.sold({ couponCode: code, clickId }))).status).toBe(201)
    expect([await shop.owed(ana.creatorId), await shop.owed(bo.creatorId)]).toEqual([0, 1000])
  })

  it('credits in each shop by that shop’s programme alone', async () => {
    const ana = await creator(house.world)
    const partner = must(await createPartner(house.world.ctx, house.people.admin, { name: '海边铺', programme: standard }))
    const { code } = await codeOf(ana.creatorId, standard)
    const other = { keyId: partner.keyId, secret: partner.secret }
    expect((await shop.tell(shop.sold({ couponCode: code }), other)).status).toBe(201)
    expect(await shop.owed(ana.creatorId)).toBe(500)
  })
})

describe('the programme of a code at the door', () => {
  it('is listed with both names, stays when it is left out, and goes when it is null', async () => {
    const ana = await creator(house.world)
    const { id, code } = await codeOf(ana.creatorId, standard)
    const listed = async () => {
      const { body } = await house.ask('GET', '/v1/coupons', { as: 'finance' })
      return (body as { coupons: { id: string; programme: { id: string; name: object } | null }[] }).coupons.find((one) => one.id === id)
    }
    expect((await listed())?.programme).toMatchObject({ id: standard, name: { zh: expect.any(String), en: expect.any(String) } })
    const terms = { code, creditTo: ana.creatorId }
    expect((await put('PUT', `/v1/coupons/${id}`, { ...terms, limitTotal: 3 })).status).toBe(200)
    expect((await listed())?.programme?.id).toBe(standard)
    expect((await put('PUT', `/v1/coupons/${id}`, { ...terms, programmeId: null })).status).toBe(200)
    expect((await listed())?.programme).toBeNull()
  })

  it.each([
    ['that does not exist', { programmeId: newId() }, true],
    ['for a code that is nobody’s', {}, false],
    ['that is no id', { programmeId: 'guild' }, true],
    ['in another shape', { programmeId: { equals: 'x' } }, true],
  ])('is refused with 422 and its name: one %s', async (_, more, isHers) => {
    const ana = await creator(house.world)
    const body = { code: `BAD${++count}`, programmeId: standard, ...(isHers ? { creditTo: ana.creatorId } : {}), ...more }
    const told = await put('POST', '/v1/coupons', body)
    expect([told.status, told.text]).toEqual([422, expect.stringContaining('programmeId')])
  })
})
