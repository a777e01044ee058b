import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../lib/ids.ts'
import type { PieceState as PieceStateRow, Post, VideoNote } from '../../payload-types.ts'
import type { PieceKind } from './draft.ts'

/** A piece as readers may see it: its published row and what stands beside it. */
export type PublicPiece = { id: string; authorId: string; publishedAt: string; state: PieceStateRow } & (
  | { kind: 'posts'; piece: Post }
  | { kind: 'video-notes'; piece: VideoNote }
)

/** The place after which a list goes on; newest first, ties by id. */
export interface PieceCursor {
  publishedAt: string
  id: string
}

export interface PublicPieceQuery {
  kinds?: readonly PieceKind[]
  /** Creator ids: any of them. */
  author?: string | readonly string[]
  /** Product id: pieces that place it. */
  product?: string
  /** Topic id. */
  topic?: string
  before?: PieceCursor
  ids?: readonly string[]
  /** At most so many. */
  limit: number
}

const kindsOfPieces: readonly PieceKind[] = ['posts', 'video-notes']
/** Of one product or topic at most so many of its newest pieces are looked through. */
const CANDIDATES = 2_000

/**
 * What the rows say about being public; the one place that spells it for the database (see `isPublic`). A suspended
 * creator's pieces are not: her page says so.
 */
export const publicRows: Where[] = [
  { isPublic: { equals: true } },
  { restriction: { in: ['none', 'limited'] } },
  { publishedAt: { exists: true } },
  { 'author.status': { equals: 'active' } },
]

/**
 * The only way to public pieces: those that have a public version, are not held back and not deleted. Newest first,
 * ties by id, so that a cursor stays right under inserts.
 */
export async function findPublicPieces(req: PayloadRequest, query: PublicPieceQuery): Promise<PublicPiece[]> {
  const { kinds = kindsOfPieces, author, product, topic, before, limit } = query
  let ids = query.ids
  if (product !== undefined || topic !== undefined) {
    const found = await candidates(req, kinds, product, topic)
    ids = ids ? ids.filter((id) => found.has(id)) : [...found]
  }
  if (ids?.length === 0 || limit < 1) return []
  const and: Where[] = [...publicRows, { kind: { in: [...kinds] } }]
  if (author !== undefined) and.push({ author: { in: typeof author === 'string' ? [author] : [...author] } })
  if (ids) and.push({ id: { in: [...ids] } })
  if (before) and.push(olderThan(before))
  const { docs } = await req.payload.find({
    collection: 'piece-states',
    where: { and },
    sort: ['-publishedAt', '-id'],
    limit,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return withRows(req, docs)
}

/** One public piece, or null: unknown, never published, withdrawn, taken down and deleted ones look the same. */
export async function findPublicPiece(req: PayloadRequest, kind: PieceKind, id: string): Promise<PublicPiece | null> {
  const [piece] = await findPublicPieces(req, { kinds: [kind], ids: [id], limit: 1 })
  return piece ?? null
}

/** How many public pieces of each kind there are, of one creator or topic or in all. */
export async function countPublicPieces(
  req: PayloadRequest,
  { author, topic }: Pick<PublicPieceQuery, 'author' | 'topic'> = {},
): Promise<Record<PieceKind, number>> {
  const counts = { posts: 0, 'video-notes': 0 }
  for (const kind of kindsOfPieces) {
    const and: Where[] = [...publicRows, { kind: { equals: kind } }]
    if (author !== undefined) and.push({ author: { in: typeof author === 'string' ? [author] : [...author] } })
    if (topic !== undefined) and.push({ id: { in: [...(await candidates(req, [kind], undefined, topic))] } })
    counts[kind] = (await req.payload.count({ collection: 'piece-states', where: { and }, overrideAccess: true, req })).totalDocs
  }
  return counts
}

const olderThan = ({ publishedAt, id }: PieceCursor): Where => ({
  or: [{ publishedAt: { less_than: publishedAt } }, { and: [{ publishedAt: { equals: publishedAt } }, { id: { less_than: id } }] }],
})

async function candidates(req: PayloadRequest, kinds: readonly PieceKind[], product?: string, topic?: string): Promise<Set<string>> {
  const and: Where[] = [{ _status: { equals: 'published' } }]
  if (product !== undefined) and.push({ 'placements.product': { equals: product } })
  if (topic !== undefined) and.push({ topics: { in: [topic] } })
  const ids = new Set<string>()
  for (const collection of kinds) {
    const { docs } = await req.payload.find({
      collection,
      where: { and },
      select: { author: true },
      sort: '-firstPublishedAt',
      limit: CANDIDATES,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
    for (const { id } of docs) ids.add(id)
  }
  return ids
}

/** One query for each kind; rows that are not published (or in the bin) drop out. */
async function withRows(req: PayloadRequest, states: PieceStateRow[]): Promise<PublicPiece[]> {
  const posts = new Map((await publishedRows(req, 'posts', states)).map((row) => [row.id, row as Post]))
  const notes = new Map((await publishedRows(req, 'video-notes', states)).map((row) => [row.id, row as VideoNote]))
  return states.flatMap((state): PublicPiece[] => {
    const { id, publishedAt } = state
    const facts = { id, authorId: idOf(state.author), publishedAt: publishedAt ?? '', state }
    const post = posts.get(id)
    if (post && state.kind === 'posts') return [{ ...facts, kind: 'posts', piece: post }]
    const note = notes.get(id)
    return note && state.kind === 'video-notes' ? [{ ...facts, kind: 'video-notes', piece: note }] : []
  })
}

async function publishedRows(req: PayloadRequest, collection: PieceKind, states: PieceStateRow[]): Promise<(Post | VideoNote)[]> {
  const ids = states.filter(({ kind }) => kind === collection).map(({ id }) => id)
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection,
    where: { and: [{ id: { in: ids } }, { _status: { equals: 'published' } }] },
    limit: ids.length,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs
}
