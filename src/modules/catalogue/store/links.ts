import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { ProductLink } from '../../../payload-types.ts'

/** A product link as pages need it: its code, whose it is, and under which programme. */
export interface LinkRow {
  id: string
  code: string
  creator: string
  product: string | null
  programme: string | null
}

/** Links that are in use, by id or by code. */
export async function findLinkRows(req: PayloadRequest, wanted: { ids: readonly string[] } | { code: string }): Promise<LinkRow[]> {
  if ('ids' in wanted && wanted.ids.length === 0) return []
  // Straight from the database: of many plain rows, Payload's own operation costs as much again as reading them.
  const which: Where = 'code' in wanted ? { code: { equals: wanted.code } } : { id: { in: [...new Set(wanted.ids)] } }
  const where: Where = { and: [{ status: { equals: 'active' } }, which] }
  const { docs } = await req.payload.db.find<ProductLink>({ collection: 'product-links', where, limit: 0, pagination: false, req })
  return docs.map(({ id, code, creator, product, programme }) => ({
    id,
    code,
    creator: idOf(creator),
    product: product ? idOf(product) : null,
    programme: programme ? idOf(programme) : null,
  }))
}
