import type { PayloadRequest } from 'payload'
import type { Post } from '../../../payload-types.ts'
import type { PieceKind } from '../draft.ts'
import { publicRows } from '../store.ts'

/** A public piece as lists for machines name it. */
export interface ListedPiece {
  id: string
  language: 'zh' | 'en'
  /** When its public version was written, ISO. */
  changedAt: string
  /** Its public translation into the other language. */
  translation?: string
}

const ROWS = 500

/** One part of all public pieces of a kind, oldest first, so that a part that is full stays as it is. */
export async function listPublicPieces(req: PayloadRequest, kind: PieceKind, part: { page: number; size: number }): Promise<ListedPiece[]> {
  const { docs } = await req.payload.find({
    collection: 'piece-states',
    where: { and: [{ kind: { equals: kind } }, ...publicRows] },
    select: { kind: true },
    sort: 'id',
    limit: part.size,
    page: part.page,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const ids = docs.map(({ id }) => id)
  const partners = await translationsOf(req, kind)
  const listed: ListedPiece[] = []
  for (let at = 0; at < ids.length; at += ROWS) {
    const rows = await rowsOf(req, kind, ids.slice(at, at + ROWS))
    for (const { id, language, updatedAt } of rows) {
      const translation = partners.get(id)
      listed.push({ id, language, changedAt: updatedAt, ...(translation ? { translation } : {}) })
    }
  }
  return listed
}

async function rowsOf(
  req: PayloadRequest,
  collection: PieceKind,
  ids: readonly string[],
): Promise<Pick<Post, 'id' | 'language' | 'updatedAt'>[]> {
  const { docs } = await req.payload.db.find<Post>({
    collection,
    where: { id: { in: [...ids] } },
    select: { language: true, updatedAt: true },
    sort: 'id',
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

/** Public pieces that are each other's translation, both ways. */
async function translationsOf(req: PayloadRequest, collection: PieceKind): Promise<Map<string, string>> {
  const { docs } = await req.payload.db.find<Post>({
    collection,
    where: { and: [{ translationOf: { exists: true } }, { _status: { equals: 'published' } }] },
    select: { translationOf: true },
    limit: 0,
    pagination: false,
    req,
  })
  const pairs = docs.flatMap(({ id, translationOf }) => (translationOf ? [[id, translationOf] as const] : []))
  const seen = await publicAmong(req, pairs.flat())
  const partners = new Map<string, string>()
  for (const [one, original] of pairs) {
    if (!seen.has(one) || !seen.has(original)) continue
    partners.set(one, original)
    partners.set(original, one)
  }
  return partners
}

async function publicAmong(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (let at = 0; at < ids.length; at += ROWS) {
    const { docs } = await req.payload.find({
      collection: 'piece-states',
      where: { and: [{ id: { in: ids.slice(at, at + ROWS) } }, ...publicRows] },
      select: { kind: true },
      limit: 0,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
    for (const { id } of docs) found.add(id)
  }
  return found
}
