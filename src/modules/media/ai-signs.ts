/**
 * DIS-5: what a file says of having been made by a machine. Read from its metadata only: XMP, the label of TC260
 * (`AIGC`) and C2PA manifests, in JPEG, PNG, WebP, AVIF, GIF, MP4 and MOV. A file may lie in both directions, so this is
 * a reason to ask its author and nothing more. No length that a file states is believed: everything is read within limits.
 */

import { boxTexts } from './ai-boxes.ts'
import { jpegTexts, pngTexts, type Reader, riffTexts, type Texts, wholeTexts } from './ai-containers.ts'
import type { MediaType } from './sniff.ts'

/**
 * `trained`: made by a trained model; `composite`: parts of it were; `aigc`: it bears the label that Chinese law wants
 * (GB 45438); `c2pa`: it has a manifest of its origin that names no machine, as photographs of newer cameras have.
 */
export const aiSigns = ['trained', 'aigc', 'composite', 'c2pa'] as const

export type AiSign = (typeof aiSigns)[number]

/** Whether the author has to be asked: a mere manifest is none of that. */
export const isAiSuspect = (sign: AiSign | null | undefined): boolean => sign !== null && sign !== undefined && sign !== 'c2pa'

const readers: Record<Exclude<MediaType, 'webm'>, (read: Reader, size: number) => Promise<Texts>> = {
  jpeg: jpegTexts,
  png: pngTexts,
  webp: riffTexts,
  avif: wholeTexts,
  gif: wholeTexts,
  mp4: boxTexts,
  mov: boxTexts,
}

/**
 * The weightiest sign in a file's metadata; null without any.
 * @param read Bytes from an offset; fewer than asked for at the end of the file.
 * @param size Of the file, bytes.
 */
export async function readAiSign(read: Reader, size: number, type: MediaType): Promise<AiSign | null> {
  if (type === 'webm') return null
  const { words, manifest } = await readers[type](read, size)
  return signOf(words.join('\n'), manifest)
}

const term = (name: string): RegExp => new RegExp(`digitalsourcetype/${name}\\b`, 'i')
const trained = term('trainedAlgorithmicMedia')
const composite = term('compositeWithTrainedAlgorithmicMedia')
const label = /(?:"|&quot;|\\")Label(?:"|&quot;|\\")\s*:\s*(?:"|&quot;|\\")?[123]\b/

/** What the texts of a file's metadata say. */
export function signOf(text: string, manifest: boolean): AiSign | null {
  // Exif keeps some texts with two bytes a character.
  const words = text.replaceAll('\0', '')
  if (trained.test(words)) return 'trained'
  if (hasAigcLabel(words)) return 'aigc'
  if (composite.test(words)) return 'composite'
  return manifest ? 'c2pa' : null
}

/**
 * `AIGC` as a property, an element or a key, with a `Label` of 1 (made), 2 (perhaps) or 3 (suspected) soon behind it. The
 * tags of a film name all keys before all values. Only so many are looked at: a file could be made of nothing else.
 */
function hasAigcLabel(words: string): boolean {
  for (let at = words.indexOf('AIGC'), seen = 0; at >= 0 && seen < 50; at = words.indexOf('AIGC', at + 4), seen += 1)
    if (label.test(words.slice(at, at + 2_000))) return true
  return false
}
