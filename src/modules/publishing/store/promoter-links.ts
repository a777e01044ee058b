import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { ProductLink } from '../../../payload-types.ts'

/** A product link without a piece. */
export interface PromoterLink {
  id: string
  code: string
  status: 'active' | 'off'
  creator: string
  product: string | null
  programme: string | null
}

const linkOf = ({ id, code, status, creator, product, programme }: ProductLink): PromoterLink => ({
  id,
  code,
  status,
  creator: idOf(creator),
  product: product ? idOf(product) : null,
  programme: programme ? idOf(programme) : null,
})

async function find(req: PayloadRequest, where: Where): Promise<PromoterLink[]> {
  const { docs } = await req.payload.db.find<ProductLink>({ collection: 'product-links', where, limit: 0, pagination: false, req })
  return docs.map(linkOf)
}

/** A promoter's links without a piece, of one product or of all. */
export function findPromoterLinks(req: PayloadRequest, creator: string, product?: string): Promise<PromoterLink[]> {
  const and: Where[] = [{ creator: { equals: creator } }, { piece: { exists: false } }]
  if (product) and.push({ product: { equals: product } })
  return find(req, { and })
}

export const findLinkByCode = async (req: PayloadRequest, code: string): Promise<PromoterLink | null> =>
  (await find(req, { code: { equals: code } }))[0] ?? null

/** Throws a duplicate-key error when the code is taken: two taps at once make one link. */
export async function insertPromoterLink(
  req: PayloadRequest,
  link: Pick<PromoterLink, 'code' | 'creator'> & { product: string; programme: string },
): Promise<PromoterLink> {
  const id = newId()
  await req.payload.db.create({ collection: 'product-links', data: { id, ...link, status: 'active' }, req })
  return { id, ...link, status: 'active' }
}
