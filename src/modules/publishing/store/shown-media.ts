import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Post, VideoNote } from '../../../payload-types.ts'
import type { PieceKind } from '../draft.ts'
import { publicRows } from '../store.ts'

/** Ids of the pictures and videos that a piece's published row shows; none for a piece that was never published. */
export async function findMediaOfPiece(req: PayloadRequest, kind: PieceKind, id: string): Promise<string[]> {
  const { docs } = await req.payload.db.find<Post & VideoNote>({
    collection: kind,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    limit: 1,
    pagination: false,
    req,
  })
  return docs.flatMap(mediaOf)
}

/** The same of all pieces of a creator. */
export async function findMediaOfAuthor(req: PayloadRequest, author: string): Promise<string[]> {
  const ids: string[] = []
  for (const collection of ['posts', 'video-notes'] as const) {
    const { docs } = await req.payload.db.find<Post & VideoNote>({
      collection,
      where: { and: [{ author: { equals: author } }, { _status: { equals: 'published' } }] },
      limit: 0,
      pagination: false,
      req,
    })
    ids.push(...docs.flatMap(mediaOf))
  }
  return ids
}

/** Those of these media that a public piece shows. */
export async function findMediaOfPublicPieces(req: PayloadRequest, media: readonly string[]): Promise<Set<string>> {
  if (media.length === 0) return new Set()
  const ids = [...media]
  const posts = await req.payload.db.find<Post>({
    collection: 'posts',
    where: { and: [{ 'pictures.media': { in: ids } }, { _status: { equals: 'published' } }] },
    limit: 0,
    pagination: false,
    req,
  })
  const notes = await req.payload.db.find<VideoNote>({
    collection: 'video-notes',
    where: { and: [{ or: [{ video: { in: ids } }, { poster: { in: ids } }] }, { _status: { equals: 'published' } }] },
    limit: 0,
    pagination: false,
    req,
  })
  const rows = [...posts.docs, ...notes.docs] as (Post & VideoNote)[]
  const seen = await publicAmong(
    req,
    rows.map(({ id }) => id),
  )
  const wanted = new Set(ids)
  return new Set(rows.flatMap((row) => (seen.has(row.id) ? mediaOf(row).filter((id) => wanted.has(id)) : [])))
}

async function publicAmong(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await req.payload.find({
    collection: 'piece-states',
    where: { and: [{ id: { in: [...ids] } }, ...publicRows] },
    select: { kind: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return new Set(docs.map(({ id }) => id))
}

const mediaOf = ({ pictures, video, poster }: Pick<Post & VideoNote, 'pictures' | 'video' | 'poster'>): string[] =>
  [...(pictures ?? []).map(({ media }) => media), video, poster].flatMap((one) => (one ? [idOf(one)] : []))
