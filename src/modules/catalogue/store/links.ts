import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { ProductLink, Programme } from '../../../payload-types.ts'

/** A product link as pages need it: its code, whose it is, and what it earns. */
export interface LinkRow {
  id: string
  code: string
  creator: string
  product: string | null
  /** Basis points; null when the link earns nothing (no programme, or one that is closed). */
  rateBps: number | null
}

/** Links that are in use: by id, by code, or all active ones of a product that belong to pieces. */
export async function findLinkRows(
  req: PayloadRequest,
  wanted: { ids: readonly string[] } | { code: string } | { pieces: readonly string[]; product?: string },
): Promise<LinkRow[]> {
  const where = whereOf(wanted)
  if (!where) return []
  // Straight from the database: of many plain rows, Payload's own operation costs as much again as reading them.
  const find = { limit: 0, pagination: false, req } as const
  const and: Where[] = [{ status: { equals: 'active' } }, where]
  const { docs } = await req.payload.db.find<ProductLink>({ collection: 'product-links', where: { and }, ...find })
  const programmes = [...new Set(docs.flatMap(({ programme }) => (programme ? [idOf(programme)] : [])))]
  const rates = new Map<string, number>()
  if (programmes.length > 0) {
    const active: Where = { and: [{ id: { in: programmes } }, { status: { equals: 'active' } }] }
    const found = await req.payload.db.find<Programme>({ collection: 'programmes', where: active, ...find })
    for (const { id, rateBps } of found.docs) rates.set(id, rateBps)
  }
  return docs.map(({ id, code, creator, product, programme }) => ({
    id,
    code,
    creator: idOf(creator),
    product: product ? idOf(product) : null,
    rateBps: (programme ? rates.get(idOf(programme)) : undefined) ?? null,
  }))
}

function whereOf(wanted: Parameters<typeof findLinkRows>[1]): Where | null {
  if ('code' in wanted) return { code: { equals: wanted.code } }
  if ('ids' in wanted) return wanted.ids.length > 0 ? { id: { in: [...new Set(wanted.ids)] } } : null
  if (wanted.pieces.length === 0) return null
  const pieces: Where = { piece: { in: [...new Set(wanted.pieces)] } }
  return wanted.product === undefined ? pieces : { and: [pieces, { product: { equals: wanted.product } }] }
}
