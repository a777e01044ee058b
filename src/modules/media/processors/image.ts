import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { fail, ok, type Result } from '../../../lib/result.ts'
import {
  type AiSign,
  type ImageVariant,
  imagePath,
  type MediaType,
  markOf,
  markWebp,
  mediaLimits,
  type ProcessedImage,
  variantPlan,
} from '../index.ts'
import { fileSign } from './ai-file.ts'
import type { MediaFiles } from './files.ts'

const SECONDS = 60
/** What sharp calls the formats that we take. */
const formats: Partial<Record<MediaType, string>> = { jpeg: 'jpeg', png: 'png', webp: 'webp', gif: 'gif', avif: 'heif' }

export interface ImageOptions {
  /** A WebP that we drew ourselves, without metadata: its largest size is the file as it is, the others are made quickly. */
  drawn?: boolean
  /** What the file that it was taken from says of a machine that made it, for pictures that cannot say it themselves. */
  aiSign?: AiSign | null
}

/**
 * Makes the WebP variants of a picture: upright, in sRGB, without its metadata (GPS, camera, thumbnails), never enlarged. One that
 * says that a machine made it goes on saying so (DIS-5).
 * An animation gives its first frame. Refuses what does not decode (`invalid`) and what has too many pixels (`too_large`);
 * throws when the disk fails. Leaves the source where it is.
 */
export async function processImage(
  files: MediaFiles,
  source: { file: string; hash: string; type: MediaType },
  { drawn = false, aiSign: given }: ImageOptions = {},
): Promise<Result<ProcessedImage>> {
  const size = await readSize(source.file, source.type)
  if (!size.ok) return size
  try {
    const aiSign = given ?? (await fileSign(source.file, source.type))
    const made = marked(await encodeVariants(source.file, source.hash, size.value, drawn && source.type === 'webp'), aiSign)
    const thumbhash = await thumbhashOf(source.file)
    // nothing is written before all of it has worked, so a failure never touches files of an equal, earlier upload
    for (const { variant, data } of made) await files.put(variant.path, data)
    return ok({ kind: 'image', hash: source.hash, ...size.value, thumbhash, variants: made.map(({ variant }) => variant), aiSign })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw error // the disk, not the picture
    return undecodable(error)
  }
}

interface Made {
  variant: ImageVariant
  data: Buffer
}

function marked(made: readonly Made[], sign: AiSign | null): readonly Made[] {
  const mark = markOf(sign)
  if (!mark) return made
  return made.map(({ variant, data: plain }) => {
    const data = markWebp(plain, mark, variant)
    return { data, variant: { ...variant, bytes: data.length } }
  })
}

async function encodeVariants(file: string, hash: string, full: { width: number; height: number }, drawn: boolean): Promise<Made[]> {
  const made: Made[] = []
  for (const width of variantPlan(full.width)) {
    const { data, info } = drawn && width === full.width ? { data: await readFile(file), info: full } : await encode(file, width, drawn)
    made.push({ data, variant: { width: info.width, height: info.height, bytes: data.length, path: imagePath(hash, width) } })
  }
  return made
}

const encode = (file: string, width: number, quickly: boolean) =>
  open(file)
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80, effort: quickly ? 2 : 4 })
    .toBuffer({ resolveWithObject: true })

/** Upright, pixels limited before anything is decoded, time limited while it is. */
function open(file: string) {
  return sharp(file, { limitInputPixels: mediaLimits.image.maxPixels, failOn: 'error', pages: 1, sequentialRead: true })
    .timeout({ seconds: SECONDS })
    .autoOrient()
}

/** Size upright, from the header alone: a bomb is refused before a pixel is decoded. */
async function readSize(file: string, type: MediaType): Promise<Result<{ width: number; height: number }>> {
  try {
    const { format, autoOrient } = await sharp(file, { limitInputPixels: false, pages: 1 }).metadata()
    const { width, height } = autoOrient
    if (format !== formats[type]) return undecodable(new Error(`${type} by its first bytes, ${format} when opened`))
    if (width * height <= mediaLimits.image.maxPixels) return ok({ width, height })
    const limit = mediaLimits.image.maxPixels / 1e6
    return fail('too_large', `expected at most ${limit} megapixels; got ${width} × ${height}`, { details: { width, height } })
  } catch (error) {
    return undecodable(error)
  }
}

/** 100 px are all that the format wants. */
async function thumbhashOf(file: string): Promise<string> {
  const { data, info } = await open(file).resize(100, 100, { fit: 'inside' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}

function undecodable(error: unknown): Result<never> {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/\/\S+/g, '…') ?? ''
  return fail('invalid', `expected a picture that can be decoded; got: ${reason}`)
}
