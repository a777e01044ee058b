import { access, readFile, stat } from 'node:fs/promises'
import sharp from 'sharp'
import { type AvifOutcome, avifPath, type ImageVariant, markInWebp, markXmp } from '../index.ts'
import type { MediaFiles } from './files.ts'

/** Below this the saving is a few hundred bytes. Avatars and thumbnails of rows are that small. */
const LEAST_BYTES = 4_000
/** An AVIF that saves less than this share is not kept: two files would be served as one. */
const WORTH = 0.95
const SECONDS = 120

/**
 * Makes an AVIF beside a WebP variant, from the picture's widest WebP: originals are not kept. Quality 55 at effort 2 looks
 * like WebP's 80 and is made in a twelfth of the time of the default effort. What is there already stays; what is not
 * worth it is not written. `variants` reads all of the picture, only when there is something to do. Throws when the disk fails.
 */
export async function makeAvif(files: MediaFiles, webp: string, variants: () => Promise<readonly ImageVariant[]>): Promise<AvifOutcome> {
  const target = avifPath(webp)
  const [from, to] = [files.resolve(webp), target && files.resolve(target)]
  const size = from ? await sizeOf(from) : null
  if (!target || !to || size === null) return 'absent'
  if (await exists(to)) return 'there'
  if (size < LEAST_BYTES) return 'useless'
  const all = await variants()
  const width = all.find(({ path }) => path === webp)?.width
  const widest = all.reduce<ImageVariant | null>((best, one) => (best && best.width >= one.width ? best : one), null)
  const source = widest && files.resolve(widest.path)
  if (!width || !source || !(await exists(source))) return 'absent'
  const picture = sharp(source, { failOn: 'error', sequentialRead: true }).timeout({ seconds: SECONDS })
  // The mark of a machine's work goes with every copy (DIS-5).
  const mark = markInWebp(await readFile(source))
  if (mark) picture.withXmp(markXmp(mark))
  const bytes = await picture.resize({ width, withoutEnlargement: true }).avif({ quality: 55, effort: 2 }).toBuffer()
  if (bytes.length > size * WORTH) return 'useless'
  await files.put(target, bytes)
  return 'made'
}

const sizeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ size }) => size,
    () => null,
  )

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
