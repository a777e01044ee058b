import type { PayloadRequest, Where } from 'payload'
import type { Media } from '../../../payload-types.ts'

/** Hashes of all files that may not be shown: of any row that was withdrawn, whoever uploaded the same bytes again. */
export async function readWithdrawnHashes(req: PayloadRequest): Promise<Set<string>> {
  const { docs } = await find(req, { withdrawnAt: { exists: true } })
  return new Set(docs.map(({ hash }) => hash))
}

/** Every row with one of these hashes: the same bytes, uploaded by whomever, are one file. */
export async function findByHash(req: PayloadRequest, hashes: readonly string[]): Promise<Media[]> {
  if (hashes.length === 0) return []
  return (await find(req, { hash: { in: [...new Set(hashes)] } })).docs
}

/** Videos whose poster is one of these pictures. */
export async function findVideosOfPosters(req: PayloadRequest, posters: readonly string[]): Promise<Media[]> {
  if (posters.length === 0) return []
  return (await find(req, { poster: { in: [...posters] } })).docs
}

/** Says of every row with this hash that it is withdrawn since `at`, or that it may be shown again (null). */
export async function writeWithdrawnAt(req: PayloadRequest, rows: readonly Media[], at: string | null): Promise<void> {
  for (const { id } of rows) await req.payload.db.updateOne({ collection: 'media', id, data: { withdrawnAt: at }, req })
}

const find = (req: PayloadRequest, where: Where) =>
  req.payload.db.find<Media>({ collection: 'media', where, limit: 0, pagination: false, req })
