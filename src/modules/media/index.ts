import { fail, ok, type Result } from '../../lib/result.ts'
import type { AiSign } from './ai-signs.ts'
import { type MediaType, sniff } from './sniff.ts'

export { type AiMark, markBox, markInWebp, markOf, markWebp, markXmp } from './ai-mark.ts'
export { type AiSign, aiSigns, isAiSuspect, readAiSign } from './ai-signs.ts'
export { coloursOf } from './colours.ts'
export { type MediaType, type SniffedType, sniff } from './sniff.ts'
export { type AvifOutcome, WantedAvifs } from './wanted-avifs.ts'
export { type ReadWithdrawn, WithdrawnMedia } from './withdrawn.ts'

export type MediaKind = 'image' | 'video'

/** What may come in, and how big. What a file is, its bytes say, never its name or the client's content type. */
export const mediaLimits = {
  image: { types: ['jpeg', 'png', 'webp', 'avif', 'gif'], maxBytes: 20 * 1024 * 1024, maxPixels: 50_000_000 },
  video: { types: ['mp4', 'mov', 'webm'], maxBytes: 200 * 1024 * 1024, maxSeconds: 180, maxSide: 4096 },
} as const

/** Bytes from the beginning that `sniff` wants to see. */
export const SNIFF_BYTES = 4096

export const kindOf = (type: MediaType): MediaKind => ((mediaLimits.image.types as readonly string[]).includes(type) ? 'image' : 'video')

/** Largest allowed size of a type, bytes. */
export const maxBytesOf = (type: MediaType): number => mediaLimits[kindOf(type)].maxBytes

const accepted = 'JPEG, PNG, WebP, AVIF or GIF pictures, and MP4, MOV or WebM videos'

/** The type that the first bytes of an upload speak of, or `unsupported_type`. */
export function acceptUpload(head: Uint8Array): Result<MediaType> {
  const type = sniff(head)
  if (type === 'heic')
    return fail('unsupported_type', `expected ${accepted}; got HEIC, which browsers cannot show: export it as JPEG`, {
      details: { found: 'heic' },
    })
  if (type === null)
    return fail('unsupported_type', `expected ${accepted}; the bytes of this file are none of them`, { details: { found: 'unknown' } })
  return ok(type)
}

/** Widths of the WebP variants, px: a face or a thumbnail, a card, a phone's width, a sharp phone's, a screen's. */
export const variantWidths = [160, 360, 720, 1080, 1600] as const

/**
 * Widths to make of a picture that is `width` px wide: the steps below it and the largest size itself (at most 1600).
 * Never wider than the picture; a step within a tenth of the largest is left out.
 */
export function variantPlan(width: number): number[] {
  const largest = Math.min(width, variantWidths[variantWidths.length - 1] ?? width)
  return [...variantWidths.filter((step) => step < largest * 0.9), largest]
}

/** Size of a video inside 720 × 1280 (or 1280 × 720), ratio kept, never enlarged, both sides even as H.264 wants. */
export function fitVideo(width: number, height: number): { width: number; height: number } {
  const [boxWidth, boxHeight] = width > height ? [1280, 720] : [720, 1280]
  const scale = Math.min(1, boxWidth / width, boxHeight / height)
  const even = (side: number) => Math.max(2, Math.round((side * scale) / 2) * 2)
  return { width: even(width), height: even(height) }
}

/** Path of a picture's variant below MEDIA_DIR; `hash` is the SHA-256 of the bytes that were uploaded. */
export const imagePath = (hash: string, width: number): string => `${hash.slice(0, 2)}/${hash}-${width}.webp`

/** Path of the AVIF beside a WebP variant; null for what is no WebP. It has no address of its own: see `acceptsAvif`. */
export const avifPath = (path: string): string | null => (path.endsWith('.webp') ? `${path.slice(0, -5)}.avif` : null)

/** Path of a playable video below MEDIA_DIR. */
export const videoPath = (hash: string): string => `${hash.slice(0, 2)}/${hash}.mp4`

const ours = /^([0-9a-f]{2})\/(\1[0-9a-f]{62})(?:-[1-9]\d{0,3}\.(?:webp|avif)|\.mp4)$/

/** Whether a path below MEDIA_DIR is one that we could have made: nothing else is ever opened. */
export const isMediaPath = (path: string): boolean => ours.test(path)

/** The hash of the upload that a path was made of: what a withdrawal names. Null for paths that are not ours. */
export const hashOfPath = (path: string): string | null => ours.exec(path)?.[2] ?? null

/** Content type of one of our paths. */
export const contentTypeOf = (path: string): 'image/webp' | 'image/avif' | 'video/mp4' =>
  path.endsWith('.webp') ? 'image/webp' : path.endsWith('.avif') ? 'image/avif' : 'video/mp4'

/** Whether an Accept header names AVIF itself: `image/*` is also sent by what cannot show it. */
export function acceptsAvif(accept: string | undefined): boolean {
  return (accept ?? '').split(',').some((part) => {
    const [type, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    return type === 'image/avif' && !parameters.some((one) => /^q=0(\.0*)?$/.test(one))
  })
}

export interface ImageVariant {
  width: number
  height: number
  bytes: number
  /** Below MEDIA_DIR, and below `/media/` in URLs. */
  path: string
}

/** A picture, ready to be shown. */
export interface ProcessedImage {
  kind: 'image'
  /** SHA-256 of the uploaded bytes, hex. */
  hash: string
  /** Size upright, px. */
  width: number
  height: number
  /** ThumbHash, base64: a blurred preview of about 25 bytes. */
  thumbhash: string
  variants: ImageVariant[]
  /** What the upload says of a machine that made it (DIS-5). */
  aiSign?: AiSign | null
}

/** A video, ready to be played. */
export interface ProcessedVideo {
  kind: 'video'
  hash: string
  path: string
  width: number
  height: number
  durationSeconds: number
  bytes: number
  hasAudio: boolean
  /** False when the upload could be played as it was and only its container was rewritten. */
  transcoded: boolean
  poster: ProcessedImage
  posterSecond: number
  /** What the upload says of a machine that made it (DIS-5); its poster says the same. */
  aiSign: AiSign | null
}
