import type { PayloadRequest } from 'payload'
import type { PieceKind } from '../draft.ts'
import { publicRows } from '../store.ts'

/** Whether a piece was public once and was taken down by an editor: its address then answers "gone", not "never was". */
export async function wasTakenDown(req: PayloadRequest, kind: PieceKind, id: string): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'piece-states',
    where: {
      and: [{ id: { equals: id } }, { kind: { equals: kind } }, { restriction: { equals: 'removed' } }, { publishedAt: { exists: true } }],
    },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.length > 0
}

/** Ids of a creator's public pieces, newest first, at most 5,000: enough to sum what hangs on them. */
export async function findPublicPieceIds(req: PayloadRequest, author: string): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'piece-states',
    where: { and: [{ author: { equals: author } }, ...publicRows] },
    select: { kind: true },
    sort: '-publishedAt',
    limit: 5000,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.map(({ id }) => id)
}

interface Original {
  id: string
  translationOf: string | null
  language: 'zh' | 'en'
}

/** The public translation of a piece into the other language: its original, or a piece that was written from it. */
export async function findTranslation(
  req: PayloadRequest,
  kind: PieceKind,
  { id, translationOf, language }: Original,
): Promise<{ id: string; language: 'zh' | 'en' } | null> {
  const family = translationOf ?? id
  const { docs } = await req.payload.find({
    collection: kind,
    where: {
      and: [
        { or: [{ id: { equals: family } }, { translationOf: { equals: family } }] },
        { id: { not_equals: id } },
        { language: { not_equals: language } },
        { _status: { equals: 'published' } },
      ],
    },
    select: { language: true },
    limit: 5,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  for (const one of docs) if (await isPublicNow(req, one.id)) return { id: one.id, language: one.language }
  return null
}

async function isPublicNow(req: PayloadRequest, id: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'piece-states',
    where: { and: [{ id: { equals: id } }, ...publicRows] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}
