/** Types that we take. */
export type MediaType = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'mp4' | 'mov' | 'webm'
/** HEIC is told apart only to be refused with a sentence that helps. */
export type SniffedType = MediaType | 'heic'

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)

/** What the first bytes of a file (some 4 KB) say it is; null for everything that we do not take (SVG, HTML, PDF, archives …). */
export function sniff(head: Uint8Array): SniffedType | null {
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (/^GIF8[79]a/.test(latin(head, 0, 6))) return 'gif'
  if (latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP') return 'webp'
  if (startsWith(head, 0x1a, 0x45, 0xdf, 0xa3)) return ebmlType(head)
  return isoType(head)
}

/** EBML: WebM and Matroska differ by their DocType (id 0x4282) only. */
function ebmlType(head: Uint8Array): 'webm' | null {
  const text = latin(head, 0, Math.min(head.length, 64))
  return /\x42\x82[\x80-\xff]webm/.test(text) ? 'webm' : null
}

const brands: [RegExp, SniffedType][] = [
  [/^avi[fs]$/, 'avif'],
  [/^(hei[cxms]|hev[cxms])$/, 'heic'],
  [/^qt {2}$/, 'mov'],
  [/^(isom|iso[2-9a]|mp4[12]|mp71|avc1|m4v |m4vh|m4vp|dash|msnv|ndx.|3gp.|3g2.|f4v |mmp4)$/i, 'mp4'],
]

/** ISO base media files say by the brands of their `ftyp` box what they are; old QuickTime files have none and start with `moov` or `mdat`. */
function isoType(head: Uint8Array): SniffedType | null {
  const box = latin(head, 4, 8)
  if (box === 'moov' || box === 'wide') return 'mov'
  if (box !== 'ftyp' || head.length < 16) return null
  const size = new DataView(head.buffer, head.byteOffset).getUint32(0)
  const end = Math.min(size, head.length)
  const found: string[] = [latin(head, 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) found.push(latin(head, at, at + 4))
  // A generic major brand (mif1) is explained by the compatible ones, so all are asked, the major first.
  for (const brand of found) for (const [pattern, type] of brands) if (pattern.test(brand)) return type
  return null
}
