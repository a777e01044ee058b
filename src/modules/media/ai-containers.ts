/** Where pictures keep their metadata. Pure: bytes come by a reader, and no stated length is believed. */
import { inflateSync } from 'node:zlib'

/** Bytes from an offset, at most `length` of them; fewer at the end of the file. */
export type Reader = (offset: number, length: number) => Promise<Uint8Array>

/** Metadata of a file as text, one character a byte, and whether it holds a C2PA manifest. */
export interface Texts {
  words: string[]
  manifest: boolean
}

/** The most that is read of one piece of metadata, and of all of a file's together, bytes. */
export const partLimit = 1 << 20
export const wholeLimit = 4 << 20
/** The most segments, chunks or boxes that are walked: real files have a few hundred. */
export const stepLimit = 10_000

/** Collects texts until there is too much of them. */
export class Found implements Texts {
  readonly words: string[] = []
  manifest = false
  private bytes = 0

  /** How much may still be read. */
  get room(): number {
    return Math.max(0, Math.min(partLimit, wholeLimit - this.bytes))
  }

  add(part: Uint8Array): void {
    this.bytes += part.length
    this.words.push(latin(part))
  }

  /** A manifest of C2PA: JUMBF boxes whose label is `c2pa`. */
  addManifest(part: Uint8Array): void {
    this.add(part)
    if (this.words.at(-1)!.includes('c2pa')) this.manifest = true
  }
}

export const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/** APP1 holds XMP and Exif, APP11 the manifest, which may be in several segments; the picture itself begins at SOS. */
export async function jpegTexts(read: Reader, size: number): Promise<Texts> {
  const found = new Found()
  const manifest: Uint8Array[] = []
  let at = 2
  for (let step = 0; step < stepLimit && at + 4 <= size; step += 1) {
    const head = await read(at, 4)
    const [mark, code] = head
    if (head.length < 4 || mark !== 0xff) break
    if (code === 0xff) at += 1
    else if (code === 0xda || code === 0xd9) break
    else {
      const length = view(head).getUint16(2)
      if (length < 2) break
      const wanted = code === 0xe1 || code === 0xeb || code === 0xfe
      if (wanted && found.room > 0) {
        const part = await read(at + 4, Math.min(length - 2, found.room))
        // A segment of a manifest begins with its numbers, so that a word can stand across two of them.
        if (code === 0xeb) manifest.push(manifest.length === 0 ? part : part.subarray(16))
        else found.add(part)
      }
      at += 2 + length
    }
  }
  if (manifest.length > 0) found.addManifest(Buffer.concat(manifest).subarray(0, found.room))
  return found
}

const pngTextChunks = new Set(['iTXt', 'tEXt', 'zTXt', 'eXIf'])

export async function pngTexts(read: Reader, size: number): Promise<Texts> {
  const found = new Found()
  let at = 8
  for (let step = 0; step < stepLimit && at + 8 <= size; step += 1) {
    const head = await read(at, 8)
    if (head.length < 8) break
    const length = view(head).getUint32(0)
    const type = latin(head.subarray(4, 8))
    if (type === 'IEND') break
    if (found.room > 0 && pngTextChunks.has(type)) {
      const part = await read(at + 8, Math.min(length, found.room))
      found.add(part)
      const packed = packedText(type, part)
      if (packed && found.room > 0) found.add(unpack(packed, found.room))
    } else if (found.room > 0 && type === 'caBX') found.addManifest(await read(at + 8, Math.min(length, found.room)))
    at += 12 + length
  }
  return found
}

/** The compressed text of a chunk, which begins behind its keyword and, in `iTXt`, two names of languages; null without one. */
function packedText(type: string, part: Uint8Array): Uint8Array | null {
  const keyword = part.indexOf(0)
  if (keyword < 0 || (type !== 'zTXt' && type !== 'iTXt')) return null
  if (type === 'zTXt') return part.subarray(keyword + 2)
  if (part[keyword + 1] !== 1) return null
  const language = part.indexOf(0, keyword + 3)
  const translated = language < 0 ? -1 : part.indexOf(0, language + 1)
  return translated < 0 ? null : part.subarray(translated + 1)
}

/** Nothing when it is damaged or unpacks to more than there is room for. */
function unpack(packed: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength })
  } catch {
    return new Uint8Array()
  }
}

const riffTextChunks = new Set(['XMP ', 'EXIF'])

export async function riffTexts(read: Reader, size: number): Promise<Texts> {
  const found = new Found()
  let at = 12
  for (let step = 0; step < stepLimit && at + 8 <= size; step += 1) {
    const head = await read(at, 8)
    if (head.length < 8) break
    const length = view(head).getUint32(4, true)
    const type = latin(head.subarray(0, 4))
    if (found.room > 0 && riffTextChunks.has(type)) found.add(await read(at + 8, Math.min(length, found.room)))
    else if (found.room > 0 && type === 'C2PA') found.addManifest(await read(at + 8, Math.min(length, found.room)))
    at += 8 + length + (length % 2)
  }
  return found
}

const packet = '<x:xmpmeta'

/** AVIF and GIF keep XMP inside structures of their own. It is plain text, so that looking for its beginning finds it. */
export async function wholeTexts(read: Reader, size: number): Promise<Texts> {
  const found = new Found()
  const overlap = packet.length
  for (let at = 0; at < size && found.room > 0; at += partLimit - overlap) {
    const part = await read(at, partLimit)
    if (part.length === 0) break
    const text = latin(part)
    for (let from = text.indexOf(packet); from >= 0 && found.room > 0; from = text.indexOf(packet, from + 1))
      found.add(await read(at + from, Math.min(256 << 10, found.room)))
    if (!found.manifest && text.includes('jumb') && text.includes('c2pa')) {
      found.manifest = true
      if (found.room > 0) found.add(await read(at + Math.max(0, text.indexOf('jumb') - 8), found.room))
    }
  }
  return found
}
