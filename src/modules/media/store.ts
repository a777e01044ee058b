import type { PayloadRequest, Where } from 'payload'
import type { Media } from '../../payload-types.ts'
import type { MediaType, ProcessedImage } from './index.ts'

type NewMedia = Omit<Media, 'id' | 'createdAt' | 'updatedAt'> & { id: string }

export async function createMedia(req: PayloadRequest, data: NewMedia): Promise<Media> {
  return req.payload.create({ collection: 'media', data, depth: 0, overrideAccess: true, req })
}

/** A row for a picture that has been processed. `bytes` is what its variants take. */
export const imageRow = (
  id: string,
  owner: string | null,
  type: MediaType | 'png',
  made: ProcessedImage,
  alt: string | null = null,
): NewMedia => ({
  id,
  owner,
  kind: 'image',
  state: 'ready',
  alt,
  hash: made.hash,
  type: `image/${type}`,
  bytes: made.variants.reduce((sum, { bytes }) => sum + bytes, 0),
  width: made.width,
  height: made.height,
  thumbhash: made.thumbhash,
  variants: made.variants as unknown as Record<string, unknown>[],
  aiSign: made.aiSign ?? null,
})

export async function findMedia(req: PayloadRequest, id: string): Promise<Media | null> {
  const [row] = await findMediaByIds(req, [id])
  return row ?? null
}

/** In no particular order; unknown ids are absent. */
export async function findMediaByIds(req: PayloadRequest, ids: readonly string[]): Promise<Media[]> {
  if (ids.length === 0) return []
  const wanted = [...new Set(ids)]
  return (await find(req, { id: { in: wanted } }, wanted.length)).docs
}

/** Changes a row that is in `state`. Null when it is not (any more): somebody else finished it. */
export async function patchMedia(
  req: PayloadRequest,
  id: string,
  state: Media['state'],
  data: Partial<Omit<Media, 'id'>>,
): Promise<Media | null> {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: state } }] }
  return (await req.payload.db.updateOne({ collection: 'media', where, data, req })) as unknown as Media | null
}

/** Names of uploads that still wait for their job: the sweep of temporary files keeps them. */
export async function waitingUploads(req: PayloadRequest): Promise<Set<string>> {
  const { docs } = await find(req, { and: [{ state: { equals: 'processing' } }, { original: { exists: true } }] }, 0)
  return new Set(docs.flatMap(({ original }) => (original ? [original] : [])))
}

const find = (req: PayloadRequest, where: Where, limit: number) =>
  req.payload.find({ collection: 'media', where, limit, pagination: false, depth: 0, overrideAccess: true, req })
