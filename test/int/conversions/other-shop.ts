import { createHmac } from 'node:crypto'
import { createPartner, type PartnerWithSecret } from '../../../src/flows/conversions/manage-partners.ts'
import { newId } from '../../../src/lib/ids.ts'
import { programme } from '../../builders/catalogue.ts'
import { must } from '../../builders/pieces.ts'
import { type House, openHouse, type Told } from '../http/house.ts'

/** A shop elsewhere that tells of its sales, and what its buyers do before. */
export interface OtherShop {
  house: House
  programmeId: string
  partner: PartnerWithSecret
  /** The signature over a body. */
  sign(secret: string, body: string, seconds?: number): string
  /** As the other shop's program sends it. */
  tell(told: unknown, more?: { secret?: string; keyId?: string; signature?: string }): Promise<Told>
  now(): string
  /** One chair for 113.00 with 13.00 of tax: a base of 100.00. */
  sold(more?: object): Sold
  /** A click on a link that leads to the other shop: the address that it came to. */
  click(creatorId: string, more?: { programme?: string | null; piece?: string }): Promise<string>
  /** A click as it is recorded, without the walk through `/go`: its id. Where one says so by an account, in another browser, earlier, by other terms. */
  met(creatorId: string, more?: Met): Promise<string>
  /** What the ledger owes a creator, minor units. */
  owed(creatorId: string): Promise<number>
}

export interface Met {
  account?: string
  visitor?: string
  /** Seconds before now. */
  ago?: number
  programme?: string | null
  channel?: 'ad'
}

export interface Sold {
  kind: string
  id: string
  soldAt: string
  currency: string
  lines: object[]
}

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'

/** The click id that an address carries. */
export const clickIdOf = (location: string): string => new URL(location).searchParams.get('zc_click') ?? ''

export async function openOtherShop(): Promise<OtherShop> {
  const house = await openHouse()
  const programmeId = await programme(house.world, { rateBps: 1000 })
  const partner = must(await createPartner(house.world.ctx, house.people.admin, { name: '山野铺', programme: programmeId }))
  const now = () => house.world.clock.now().toISOString()
  const sign = (secret: string, body: string, seconds = Math.floor(house.world.clock.now().getTime() / 1000)) =>
    `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')}`
  return {
    ...{ house, programmeId, partner, now, sign },
    tell(told, more = {}) {
      const body = JSON.stringify(told)
      const headers = {
        'content-type': 'application/json',
        'zhongcao-key': more.keyId ?? partner.keyId,
        'zhongcao-signature': more.signature ?? sign(more.secret ?? partner.secret, body),
      }
      return house.ask('POST', '/v1/conversions', { as: 'nobody', body, headers })
    },
    sold: (more = {}) => ({
      kind: 'sale',
      id: `A-${newId()}`,
      soldAt: now(),
      currency: 'CNY',
      lines: [{ line: '1', title: '折叠椅', paidAmount: 11_300, taxAmount: 1300 }],
      ...more,
    }),
    click: (creatorId, more = {}) => clickOn(house, creatorId, { programme: programmeId, ...more }),
    async met(creatorId, { account, visitor = newId(), ago = 3600, programme: terms = programmeId, channel } = {}) {
      const at = new Date(house.world.clock.now().getTime() - ago * 1000).toISOString()
      const row = { id: newId(), kind: 'click', at, creator: creatorId, link: newId(), visitor, account, programme: terms, channel }
      await house.world.payload.db.create({ collection: 'touches', data: row, req: undefined as never })
      return row.id
    },
    async owed(creatorId) {
      const where = { creator: { equals: creatorId } }
      const { docs } = await house.world.payload.find({
        collection: 'ledger-entries',
        where,
        pagination: false,
        depth: 0,
        overrideAccess: true,
      })
      return docs.reduce((sum, { amount }) => sum + amount, 0)
    },
  }
}

async function clickOn(
  house: House,
  creatorId: string,
  { programme: terms, piece }: { programme?: string | null; piece?: string },
): Promise<string> {
  const code = `out${newId().slice(-10)}`
  const row = { id: newId(), code, creator: creatorId, url: 'https://shop.example.test/chair?colour=red', status: 'active' }
  await house.world.payload.db.create({
    collection: 'product-links',
    data: { ...row, programme: terms, ...(piece ? { piece, pieceKind: 'posts' } : {}) },
    req: undefined as never,
  })
  const answer = await house.ask('GET', `/go/${code}`, { as: 'nobody', headers: { 'user-agent': phone } })
  return answer.headers.get('location') ?? ''
}
