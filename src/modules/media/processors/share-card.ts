import { readFile } from 'node:fs/promises'
import sharp, { type OverlayOptions } from 'sharp'
import { markInWebp, markXmp } from '../index.ts'
import { canWrite, writeText } from './write-text.ts'

/** What is drawn: words as they are shown, pictures as files on disk. */
export interface CardParts {
  title: string
  by?: string
  label?: string
  price?: string
  /** The site's name. */
  site: string
  /** Absolute paths. */
  picture: string | null
  avatar: string | null
}

type Drawn = Omit<CardParts, 'picture' | 'avatar'> & { picture: Buffer | null; avatar: Buffer | null }

const size = { width: 1200, height: 630 }
/** The picture stands at the left, the words beside it; without words it fills the card. */
const half = 600
const paper = '#FBFAF7'
const colours = { ink: '#17211B', quiet: '#4B564F', brand: '#1E7F4F', buy: '#A8321D' }
const left = half + 56
const wide = size.width - left - 56
const mark =
  'M14.5 16v-2.6C8.5 13.6 4 10 3 2.5 10 2 14.7 4.7 16 9.7 17.3 4.7 22 2 29 2.5c-1 7.5-5.5 11.1-11.5 10.9V16h4.3c.7 0 1.3.3 1.7.8l2.7 3.3c.2.3.3.6.3 1V28a2.5 2.5 0 0 1-2.5 2.5H8A2.5 2.5 0 0 1 5.5 28v-6.9c0-.4.1-.7.3-1l2.7-3.3c.4-.5 1-.8 1.7-.8h4.3Zm1.5 3.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z'

/**
 * The picture that messengers show of a shared page, 1200 × 630, JPEG. Words need a font of this machine that has their
 * letters: where one is missing they are left out, and the picture fills the card, because boxes in the place of letters
 * are worse than none. Throws when the disk or a picture fails.
 */
export async function drawShareCard(card: CardParts): Promise<Buffer> {
  const parts: Drawn = { ...card, picture: await readIfThere(card.picture), avatar: await readIfThere(card.avatar) }
  const words = [parts.title, parts.by, parts.label, parts.price, parts.site].join(' ')
  const layers = (await canWrite(words)) ? await withWords(parts) : await withoutWords(parts)
  const { width, height } = size
  const drawn = sharp({ create: { width, height, channels: 3, background: paper } }).composite(layers)
  // A card around what a machine made goes on saying so (DIS-5).
  if (parts.picture && bearsMark(parts.picture)) drawn.withXmp(markXmp('composite'))
  return drawn.jpeg({ quality: 84, mozjpeg: true }).toBuffer()
}

const bearsMark = (picture: Buffer): boolean => picture.toString('latin1', 8, 12) === 'WEBP' && markInWebp(picture) !== null

async function withWords({ title, by, label, price, site, picture, avatar }: Drawn): Promise<OverlayOptions[]> {
  const layers: OverlayOptions[] = picture ? [{ input: await cover(picture, half, size.height), left: 0, top: 0 }] : [await largeMark()]
  let top = 64
  if (label) {
    const made = await writeText(label, { width: wide, size: 26, lines: 1, colour: colours.buy, bold: true })
    layers.push({ input: made.png, left, top })
    top += made.height + 22
  }
  const heading = await writeText(title, { width: wide, size: 52, lines: price ? 3 : 4, colour: colours.ink, bold: true })
  layers.push({ input: heading.png, left, top })
  top += heading.height + 30
  if (price) {
    const made = await writeText(price, { width: wide, size: 60, lines: 1, colour: colours.buy, bold: true })
    layers.push({ input: made.png, left, top })
    top += made.height + 26
  }
  if (by) layers.push(...(await author(by, avatar, top)))
  const foot = size.height - 64 - 34
  const name = await writeText(site, { width: wide, size: 28, lines: 1, colour: colours.brand, bold: true })
  return [
    ...layers,
    { input: markSvg(34, colours.brand), left, top: foot },
    { input: name.png, left: left + 46, top: foot + Math.round((34 - name.height) / 2) },
  ]
}

async function author(by: string, avatar: Buffer | null, top: number): Promise<OverlayOptions[]> {
  const face = avatar ? await circle(avatar, 56) : null
  const made = await writeText(by, { width: wide - (face ? 72 : 0), size: 30, lines: 1, colour: colours.quiet, bold: false })
  const words = { input: made.png, left: left + (face ? 72 : 0), top: top + (face ? Math.round((56 - made.height) / 2) : 0) }
  return face ? [{ input: face, left, top }, words] : [words]
}

async function withoutWords({ picture }: Drawn): Promise<OverlayOptions[]> {
  if (!picture) return [await largeMark()]
  const plate = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="104" height="104"><rect width="104" height="104" rx="24" fill="#fff" fill-opacity=".94"/></svg>',
  )
  const at = { left: size.width - 104 - 32, top: size.height - 104 - 32 }
  return [
    { input: await cover(picture, size.width, size.height), left: 0, top: 0 },
    { input: plate, ...at },
    { input: markSvg(64, colours.brand), left: at.left + 20, top: at.top + 20 },
  ]
}

/** Where there is no picture: the logo on a quiet ground. */
const largeMark = async (): Promise<OverlayOptions> => {
  const ground = { create: { width: half, height: size.height, channels: 3 as const, background: '#E6F4EB' } }
  const input = await sharp(ground)
    .composite([{ input: markSvg(220, colours.brand), gravity: 'centre' }])
    .png()
    .toBuffer()
  return { input, left: 0, top: 0 }
}

const markSvg = (side: number, colour: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${side}" height="${side}"><path fill="${colour}" fill-rule="evenodd" d="${mark}"/></svg>`,
  )

const cover = async (picture: Buffer, width: number, height: number): Promise<Buffer> =>
  sharp(picture, { failOn: 'error' })
    .resize(width, height, { fit: 'cover', position: 'attention' })
    .flatten({ background: paper })
    .toBuffer()

async function circle(picture: Buffer, side: number): Promise<Buffer> {
  const round = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><circle cx="${side / 2}" cy="${side / 2}" r="${side / 2}"/></svg>`,
  )
  return sharp(picture)
    .resize(side, side, { fit: 'cover' })
    .composite([{ input: round, blend: 'dest-in' }])
    .png()
    .toBuffer()
}

/** A file that somebody took away is no reason to draw nothing. */
const readIfThere = async (file: string | null): Promise<Buffer | null> =>
  file === null ? null : readFile(file).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : Promise.reject(error)))
