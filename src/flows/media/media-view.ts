import { type PictureSizes, widestUrl } from '../../lib/picture-sizes.ts'
import { coloursOf, type ImageVariant, isAiSuspect } from '../../modules/media/index.ts'
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
  /** Colours from top to bottom, `#rrggbb` with commas between. */
  colours?: string
  sources: PictureSizes[]
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

/** The sizes of a picture that our own processing made: none while there are none. */
export function pictureSizes(row: Pick<Media, 'variants'>): PictureSizes[] {
  const widths = new Map<string, number[]>()
  for (const { width, path } of variantsOf(row)) {
    const url = mediaUrl(path.replace(`-${width}.`, '-{width}.'))
    widths.set(url, [...(widths.get(url) ?? []), width])
  }
  return [...widths].map(([url, all]) => ({ url, type: 'image/webp', widths: all.sort((a, b) => a - b) }))
}

/** @param poster The row of a video's poster, when it has one. @param done Part that is done, 0 to 1. */
export function mediaView(row: Media, poster: Media | null = null, done: number | null = null): MediaView {
  const sources = pictureSizes(row.kind === 'image' ? row : (poster ?? {}))
  const colours = coloursOf(row.thumbhash ?? poster?.thumbhash)
  const largest = widestUrl(sources)
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    failure: row.state === 'failed' ? (row.failure ?? 'It could not be processed.') : null,
    percent: row.state === 'processing' && done !== null ? Math.floor(done * 100) : null,
    width: row.width ?? 0,
    height: row.height ?? 0,
    alt: row.alt ?? '',
    ...(colours ? { colours } : {}),
    sources,
    ...(row.kind === 'video' && poster ? { posterId: poster.id } : {}),
    ...(row.kind === 'video' && largest ? { posterUrl: largest } : {}),
    ...(row.playable ? { videoUrl: mediaUrl(row.playable) } : {}),
    ...(row.durationSeconds ? { durationSeconds: row.durationSeconds } : {}),
    ...(isAiSuspect(row.aiSign) ? { aiSuspect: true as const } : {}),
  }
}

/** Id of a relation, loaded or not; null without one. */
export const refId = (value: string | { id: string } | null | undefined): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : value.id
