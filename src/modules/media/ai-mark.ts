/**
 * DIS-5: the mark that goes with a served file of which is said that a machine made it, or parts of it: an XMP packet with
 * the source type of IPTC. Variants are made without any of the metadata that came with an upload, so this is written anew.
 * Pure, and deterministic: one file gets the same bytes whenever it is marked.
 */

import { xmpBox } from './ai-boxes.ts'
import type { AiSign } from './ai-signs.ts'

export type AiMark = 'trained' | 'composite'

const terms: Record<AiMark, string> = { trained: 'trainedAlgorithmicMedia', composite: 'compositeWithTrainedAlgorithmicMedia' }

/** What a sign found in a file is served as; null for what is no suspicion. */
export const markOf = (sign: AiSign | null | undefined): AiMark | null =>
  !sign || sign === 'c2pa' ? null : sign === 'composite' ? 'composite' : 'trained'

export const markXmp = (mark: AiMark): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${terms[mark]}</Iptc4xmpExt:DigitalSourceType></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`

interface Chunk {
  type: string
  data: Buffer
}

/** Chunks of a WebP that we made ourselves; throws a RangeError for anything else. */
function chunksOf(webp: Buffer): Chunk[] {
  if (webp.toString('latin1', 0, 4) !== 'RIFF' || webp.toString('latin1', 8, 12) !== 'WEBP') throw new RangeError('Expected a WebP')
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= webp.length; ) {
    const size = webp.readUInt32LE(at + 4)
    if (at + 8 + size > webp.length) throw new RangeError('Expected a whole WebP')
    chunks.push({ type: webp.toString('latin1', at, at + 4), data: webp.subarray(at + 8, at + 8 + size) })
    at += 8 + size + (size % 2)
  }
  return chunks
}

/** The mark that a WebP bears; null when it bears none. */
export function markInWebp(webp: Buffer): AiMark | null {
  const packet = chunksOf(webp)
    .find(({ type }) => type === 'XMP ')
    ?.data.toString('utf8')
  return (['composite', 'trained'] as const).find((mark) => packet?.includes(`/${terms[mark]}`)) ?? null
}

/** The same picture with the mark, its pixels untouched. `size` is that of the picture, px. */
export function markWebp(webp: Buffer, mark: AiMark, size: { width: number; height: number }): Buffer {
  const chunks = chunksOf(webp).filter(({ type }) => type !== 'XMP ')
  const header = Buffer.from(chunks.find(({ type }) => type === 'VP8X')?.data ?? plainHeader(chunks, size))
  header[0] = header[0]! | xmpFlag
  const rest = chunks.filter(({ type }) => type !== 'VP8X')
  const body = [{ type: 'VP8X', data: header }, ...rest, { type: 'XMP ', data: Buffer.from(markXmp(mark)) }].map(chunkBytes)
  const length = body.reduce((sum, part) => sum + part.length, 4)
  const start = Buffer.alloc(12)
  start.write('RIFF', 0, 'latin1')
  start.writeUInt32LE(length, 4)
  start.write('WEBP', 8, 'latin1')
  return Buffer.concat([start, ...body])
}

const xmpFlag = 0x04
const alphaFlag = 0x10

/** The header that a simple WebP goes without: flags, and sides less one in three bytes each. */
function plainHeader(chunks: readonly Chunk[], { width, height }: { width: number; height: number }): Buffer {
  const header = Buffer.alloc(10)
  const lossless = chunks.find(({ type }) => type === 'VP8L')?.data
  // A lossless one says in the fifth bit of its fifth byte whether it has transparency.
  if (lossless && (lossless[4]! & 0x10) !== 0) header[0] = alphaFlag
  header.writeUIntLE(width - 1, 4, 3)
  header.writeUIntLE(height - 1, 7, 3)
  return header
}

function chunkBytes({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

/** The box that an MP4 ends with to bear the mark: nothing before it moves. */
export function markBox(mark: AiMark): Buffer {
  const inside = Buffer.concat([Buffer.from(xmpBox, 'hex'), Buffer.from(markXmp(mark))])
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inside.length + 8, 0)
  head.write('uuid', 4, 'latin1')
  return Buffer.concat([head, inside])
}
