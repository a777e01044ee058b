import { type ImageVariant, isAiSuspect } from '../../modules/media/index.ts'
import type { Media } from '../../payload-types.ts'

/** A picture or video as its owner's screens need it: enough to show it, and what is still happening to it. */
export interface MediaView {
  id: string
  kind: 'image' | 'video'
  state: 'processing' | 'ready' | 'failed'
  /** Why it failed, in English, for people; null unless it did. */
  failure: string | null
  /** Whole per cent while a video is worked on; null when nothing is known. */
  percent: number | null
  width: number
  height: number
  alt: string
  thumbhash?: string
  sources: { width: number; url: string; type: string }[]
  posterId?: string
  posterUrl?: string
  videoUrl?: string
  durationSeconds?: number
  /** Its file says that a machine made it, or parts of it (DIS-5). */
  aiSuspect?: true
}

/** Address of a stored file. */
export const mediaUrl = (path: string): string => `/media/${path}`

export const variantsOf = (row: Pick<Media, 'variants'>): ImageVariant[] =>
  Array.isArray(row.variants) ? (row.variants as unknown as ImageVariant[]) : []

/** @param poster The row of a video's poster, when it has one. @param done Part that is done, 0 to 1. */
export function mediaView(row: Media, poster: Media | null = null, done: number | null = null): MediaView {
  const pictures = variantsOf(row.kind === 'image' ? row : (poster ?? {})).map(({ width, path }) => ({
    width,
    url: mediaUrl(path),
    type: 'image/webp',
  }))
  const thumbhash = row.thumbhash ?? poster?.thumbhash
  const largest = pictures.at(-1)
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    failure: row.state === 'failed' ? (row.failure ?? 'It could not be processed.') : null,
    percent: row.state === 'processing' && done !== null ? Math.floor(done * 100) : null,
    width: row.width ?? 0,
    height: row.height ?? 0,
    alt: row.alt ?? '',
    ...(thumbhash ? { thumbhash } : {}),
    sources: pictures,
    ...(row.kind === 'video' && poster ? { posterId: poster.id } : {}),
    ...(row.kind === 'video' && largest ? { posterUrl: largest.url } : {}),
    ...(row.playable ? { videoUrl: mediaUrl(row.playable) } : {}),
    ...(row.durationSeconds ? { durationSeconds: row.durationSeconds } : {}),
    ...(isAiSuspect(row.aiSign) ? { aiSuspect: true as const } : {}),
  }
}

/** Id of a relation, loaded or not; null without one. */
export const refId = (value: string | { id: string } | null | undefined): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : value.id
