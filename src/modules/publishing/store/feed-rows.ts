import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { PieceState, Post, VideoNote } from '../../../payload-types.ts'
import type { PieceKind } from '../draft.ts'
import { publicRows } from '../store.ts'

/** A public piece as ranking needs it: nothing of its texts. */
export interface FeedRow {
  id: string
  kind: PieceKind
  author: string
  publishedAt: string
  /** Rises with every change of the piece. */
  lockVersion: number
}

export interface PieceFeatures {
  topics: string[]
  products: string[]
  language: 'zh' | 'en'
  /** The piece that it was translated from. */
  translationOf: string | null
}

/** The newest public pieces that nothing restricts (a limited piece is read where one looks for it, and recommended nowhere). */
export async function findFeedRows(req: PayloadRequest, { limit, since }: { limit: number; since?: string }): Promise<FeedRow[]> {
  const and: Where[] = [...publicRows, { restriction: { equals: 'none' } }]
  if (since) and.push({ publishedAt: { greater_than_equal: since } })
  const { docs } = await req.payload.db.find<PieceState>({
    collection: 'piece-states',
    where: { and },
    sort: ['-publishedAt', '-id'],
    limit,
    pagination: false,
    req,
  })
  return docs.map(({ id, kind, author, publishedAt, lockVersion }) => ({
    id,
    kind,
    author: idOf(author),
    publishedAt: publishedAt ?? '',
    lockVersion,
  }))
}

/** Topics, products and language of public pieces of one kind. */
export async function findFeatures(req: PayloadRequest, kind: PieceKind, ids: readonly string[]): Promise<Map<string, PieceFeatures>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<Post | VideoNote>({
    collection: kind,
    where: { and: [{ id: { in: [...ids] } }, { _status: { equals: 'published' } }] },
    select: { topics: true, placements: true, language: true, translationOf: true },
    limit: ids.length,
    pagination: false,
    req,
  })
  return new Map(
    docs.map(({ id, topics, placements, language, translationOf }) => [
      id,
      {
        topics: (topics ?? []).map(idOf),
        products: [...new Set((placements ?? []).map(({ product }) => idOf(product)))],
        language,
        translationOf: translationOf || null,
      },
    ]),
  )
}
