import { randomBytes } from 'node:crypto'
import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { ProductLink, ProgrammeMember } from '../../../payload-types.ts'
import type { PieceKind } from '../draft.ts'
import { codeLength, linkCode } from '../link-code.ts'

/** All links of these pieces, also of products that they no longer place: a code keeps its meaning for ever. */
export async function linksOfPieces(req: PayloadRequest, pieces: readonly string[]): Promise<ProductLink[]> {
  if (pieces.length === 0) return []
  const where: Where = { piece: { in: [...pieces] } }
  return (await req.payload.find({ collection: 'product-links', where, limit: 0, pagination: false, depth: 0, overrideAccess: true, req }))
    .docs
}

/**
 * The link of each product on a piece, made when it is first needed, under the programme that its author joined last, else the
 * default one of that moment.
 * Answers link ids by product id. A link that is there is never changed, nor one that is no longer used taken away.
 */
export async function ensureLinks(
  req: PayloadRequest,
  piece: { id: string; kind: PieceKind; author: string },
  products: readonly string[],
): Promise<Map<string, string>> {
  if (products.length === 0) return new Map()
  const byProduct = new Map<string, string>()
  for (const { id, product } of await linksOfPieces(req, [piece.id])) if (product) byProduct.set(idOf(product), id)
  const missing = [...new Set(products)].filter((product) => !byProduct.has(product))
  const programme = missing.length > 0 ? await programmeOfNewLinks(req, piece.author) : null
  for (const product of missing) {
    const id = newId()
    const data = {
      id,
      code: linkCode(randomBytes(codeLength)),
      creator: piece.author,
      pieceKind: piece.kind,
      piece: piece.id,
      product,
      programme,
      status: 'active' as const,
    }
    await req.payload.create({ collection: 'product-links', data, depth: 0, overrideAccess: true, req })
    byProduct.set(product, id)
  }
  return byProduct
}

/** The programme of a link that this creator would get now: the open one that she joined last, else the default one; null without. */
export const programmeOfNewLinks = async (req: PayloadRequest, creator: string): Promise<string | null> =>
  (await joinedProgramme(req, creator)) ?? (await defaultProgramme(req))

/**
 * The open programme in force that a creator joined last; null when she is in none. One by invitation needs no links of its own:
 * its terms hold for all of hers while she is in it, and a link under it would earn nothing afterwards (ATT-14).
 */
async function joinedProgramme(req: PayloadRequest, creator: string): Promise<string | null> {
  const find = { pagination: false, limit: 0, req } as const
  const { docs } = await req.payload.db.find<ProgrammeMember>({
    ...{ collection: 'programme-members', where: { and: [{ creator: { equals: creator } }, { status: { equals: 'active' } }] } },
    ...{ ...find, sort: '-joinedAt' },
  })
  const joined = docs.map(({ programme }) => idOf(programme))
  if (joined.length === 0) return null
  const where: Where = { and: [{ id: { in: joined } }, { status: { equals: 'active' } }, { joining: { not_equals: 'invited' } }] }
  const open = new Set((await req.payload.db.find<{ id: string }>({ collection: 'programmes', where, ...find })).docs.map(({ id }) => id))
  return joined.find((id) => open.has(id)) ?? null
}

async function defaultProgramme(req: PayloadRequest): Promise<string | null> {
  const where: Where = { and: [{ isDefault: { equals: true } }, { status: { equals: 'active' } }] }
  const { docs } = await req.payload.find({
    collection: 'programmes',
    where,
    sort: 'id',
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0]?.id ?? null
}
