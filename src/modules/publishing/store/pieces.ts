import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { PieceState as PieceStateRow, Post, VideoNote } from '../../../payload-types.ts'
import type { PieceKind } from '../draft.ts'

/** The versioned part of a piece as it is stored: every field of both kinds, so that nothing of an older version shines through. */
export type PieceContent = Omit<Post & VideoNote, 'id' | 'author' | 'createdAt' | 'updatedAt' | 'deletedAt' | '_status'>

/** Versions that a piece keeps besides the pinned ones. */
const KEEP = 50
const SLACK = 10

/** Makes a piece with its first working version and its state row. Answers that version's id. */
export async function createPiece(
  req: PayloadRequest,
  piece: { id: string; kind: PieceKind; author: string },
  content: PieceContent,
): Promise<PieceStateRow> {
  const { id, kind, author } = piece
  await req.payload.create({
    collection: kind,
    data: { ...content, id, author, _status: 'draft' },
    draft: true,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const workingVersion = await latestVersion(req, kind, id)
  const data = { id, kind, author, state: 'draft' as const, restriction: 'none' as const, isPublic: false, workingVersion, lockVersion: 0 }
  return req.payload.create({ collection: 'piece-states', data, depth: 0, overrideAccess: true, req })
}

/** Stores a new working version; what is public stays as it is. Answers the version's id. */
export async function saveVersion(req: PayloadRequest, kind: PieceKind, id: string, content: PieceContent): Promise<string> {
  await req.payload.update({
    collection: kind,
    id,
    data: { ...content, _status: 'draft' },
    draft: true,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return latestVersion(req, kind, id)
}

/** Makes a stored version what readers see. `firstPublishedAt` stays as given. */
export async function writePublic(req: PayloadRequest, kind: PieceKind, id: string, content: PieceContent): Promise<void> {
  await req.payload.update({
    collection: kind,
    id,
    data: { ...content, _status: 'published' },
    draft: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/**
 * DIS-3, DIS-6: has what readers see say of itself that it bears commission where it says nothing. Its versions stay as they were written.
 * Answers those that it changed, with their authors.
 */
export async function discloseCommission(
  req: PayloadRequest,
  collection: PieceKind,
  ids: readonly string[],
): Promise<{ id: string; author: string }[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<Post | VideoNote>({
    collection,
    where: { and: [{ id: { in: [...ids] } }, { disclosure: { equals: 'none' } }] },
    select: { author: true },
    limit: 0,
    pagination: false,
    req,
  })
  for (const { id } of docs) await req.payload.db.updateOne({ collection, id, data: { disclosure: 'commission' }, returning: false, req })
  return docs.map(({ id, author }) => ({ id, author: idOf(author) }))
}

/** One version's content, or null when it is not there. */
export async function readVersion(req: PayloadRequest, kind: PieceKind, version: string): Promise<PieceContent | null> {
  return (await readVersions(req, kind, [version])).get(version) ?? null
}

/** Contents by version id. */
export async function readVersions(
  req: PayloadRequest,
  collection: PieceKind,
  versions: readonly string[],
): Promise<Map<string, PieceContent>> {
  if (versions.length === 0) return new Map()
  const ids = versions.map((version) => versionKey(req, version))
  const where: Where = { id: { in: ids } }
  const { docs } = await req.payload.db.findVersions<Post & VideoNote>({ collection, where, limit: ids.length, pagination: false, req })
  return new Map(docs.map(({ id, version }) => [String(id), contentOf(version)]))
}

/** Old versions beyond the newest go, but for those that something points at. */
export async function pruneVersions(
  req: PayloadRequest,
  collection: PieceKind,
  piece: string,
  pinned: readonly (string | null | undefined)[],
): Promise<void> {
  const ofPiece: Where = { parent: { equals: piece } }
  const { docs } = await req.payload.db.findVersions({
    collection,
    where: ofPiece,
    sort: '-createdAt',
    select: { parent: true },
    limit: 0,
    pagination: false,
    req,
  })
  if (docs.length <= KEEP + SLACK) return
  const gone = docs.slice(KEEP).flatMap(({ id }) => (pinned.includes(String(id)) ? [] : [id]))
  if (gone.length > 0) await req.payload.db.deleteVersions({ collection, where: { id: { in: gone } }, req })
}

/** When a piece went to the bin, null while it is not there; undefined for a piece that does not exist. */
export async function readDeletedAt(req: PayloadRequest, collection: PieceKind, id: string): Promise<string | null | undefined> {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    select: { deletedAt: true },
    trash: true,
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0] ? (docs[0].deletedAt ?? null) : undefined
}

/** Puts a piece into the bin, or takes it out (null). */
export async function writeDeletedAt(req: PayloadRequest, collection: PieceKind, id: string, deletedAt: string | null): Promise<void> {
  await req.payload.db.updateOne({ collection, id, data: { deletedAt }, req })
}

async function latestVersion(req: PayloadRequest, collection: PieceKind, id: string): Promise<string> {
  const where: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
  const { docs } = await req.payload.db.findVersions({ collection, where, limit: 1, pagination: false, req })
  if (!docs[0]) throw new Error('A piece has no version')
  return String(docs[0].id)
}

/** Version ids are numbers on SQLite; outside they are opaque text. */
const versionKey = (req: PayloadRequest, version: string): string | number => (req.payload.db.name === 'sqlite' ? Number(version) : version)

/** Only what is versioned, whole: absent fields are null, so that an older value cannot stay. */
function contentOf(version: Post & VideoNote): PieceContent {
  return {
    title: version.title ?? null,
    body: version.body ?? null,
    language: version.language,
    translationOf: version.translationOf ?? null,
    topics: (version.topics ?? []).map((topic) => idOf(topic)),
    pictures: (version.pictures ?? []).map(({ id, media, alt }) => ({ id: id ?? null, media: idOf(media), alt: alt ?? null })),
    video: version.video ? idOf(version.video) : null,
    poster: version.poster ? idOf(version.poster) : null,
    captions: version.captions ?? null,
    placements: (version.placements ?? []).map((place) => ({
      id: place.id ?? null,
      number: place.number,
      kind: place.kind,
      product: idOf(place.product),
      link: place.link ? idOf(place.link) : null,
      picture: place.picture ?? null,
      x: place.x ?? null,
      y: place.y ?? null,
      from: place.from ?? null,
      to: place.to ?? null,
    })),
    disclosure: version.disclosure,
    aiMade: version.aiMade ?? false,
    aiDenial: version.aiDenial ?? null,
    firstPublishedAt: version.firstPublishedAt ?? null,
    editNote: version.editNote ?? null,
  }
}
