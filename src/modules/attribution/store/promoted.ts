import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Coupon, Product, ProductLink } from '../../../payload-types.ts'
import { listMembers } from './programme-rows.ts'
import { defaultProgrammeId } from './terms.ts'

/** One thing by which a creator promotes: a link, a code, or being in a programme without either. Null where there is none of it. */
export interface Promoted {
  creatorId: string
  ownProgrammeId: string
  linkId: string | null
  productId: string | null
  /** Of a code: since when she has it. */
  begunAt: Date | null
}

/** What a change touches: everybody under a programme, or all that one creator promotes. */
export type Reach = { programme: string } | { creator: string }

async function find<T>(req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<T[]> {
  return (await req.payload.db.find({ collection, where, limit: 0, pagination: false, req })).docs as unknown as T[]
}

/**
 * ATT-15: what a change of terms may lower or raise: links in force and codes of a programme or a creator, those of everybody whom the
 * programme was by invitation for (its terms hold for all of theirs), and its members.
 */
export async function findPromoted(req: PayloadRequest, reach: Reach): Promise<Promoted[]> {
  const isOne = 'creator' in reach
  const members = await listMembers(req, { [isOne ? 'creator' : 'programme']: { equals: isOne ? reach.creator : reach.programme } })
  const dealt = isOne ? [] : members.filter(({ stays }) => stays.length > 0).map(({ creator }) => creator)
  const standard = await defaultProgrammeId(req)
  const whose = (orNone: boolean): Where =>
    isOne
      ? { creator: { equals: reach.creator } }
      : {
          or: [
            { programme: { equals: reach.programme } },
            ...(dealt.length > 0 ? [{ creator: { in: dealt } }] : []),
            ...(orNone && standard === reach.programme ? [{ programme: { exists: false } }] : []),
          ],
        }
  const running: Where = { status: { equals: 'active' } }
  const links = await find<ProductLink>(req, 'product-links', { and: [running, { programme: { exists: true } }, whose(false)] })
  const codes = await find<Coupon>(req, 'coupons', { and: [running, { creator: { exists: true } }, whose(true)] })
  return [
    ...links.flatMap(({ id: linkId, creator, programme, product }) =>
      programme ? [{ ...of(creator, programme), linkId, productId: product ? idOf(product) : null, begunAt: null }] : [],
    ),
    ...codes.flatMap(({ creator, programme, isPublic, attributes, createdAt }) => {
      const own = programme ?? standard
      const credits = creator && own && isPublic !== true && attributes !== false
      return credits ? [{ ...of(creator, own), linkId: null, productId: null, begunAt: new Date(createdAt) }] : []
    }),
    ...members.flatMap(({ creator, programme, status }) =>
      status === 'active' ? [{ ...of(creator, programme), linkId: null, productId: null, begunAt: null }] : [],
    ),
  ]
}

const of = (creator: ProductLink['creator'], programme: string | { id: string }) => ({
  creatorId: idOf(creator),
  ownProgrammeId: idOf(programme),
})

/** The category of each of these products. */
export async function findCategories(req: PayloadRequest, products: readonly string[]): Promise<Map<string, string>> {
  const rows = products.length === 0 ? [] : await find<Product>(req, 'products', { id: { in: [...products] } })
  return new Map(rows.flatMap(({ id, category }) => (category ? [[id, idOf(category)] as const] : [])))
}

/** Titles of these products in both languages. */
export async function findTitles(req: PayloadRequest, products: readonly string[]): Promise<Map<string, Record<'zh' | 'en', string>>> {
  if (products.length === 0) return new Map()
  const where: Where = { id: { in: [...products] } }
  const all = { locale: 'all', depth: 0, limit: 0, pagination: false, overrideAccess: true } as const
  const { docs } = await req.payload.find({ collection: 'products', where, ...all, req })
  return new Map(
    (docs as unknown as { id: string; title: { zh?: string; en?: string } }[]).map(({ id, title }) => {
      const zh = title.zh ?? title.en ?? ''
      return [id, { zh, en: title.en ?? zh }]
    }),
  )
}
