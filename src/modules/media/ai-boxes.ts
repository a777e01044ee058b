import { Found, latin, type Reader, stepLimit, type Texts } from './ai-containers.ts'

/** Names of the `uuid` boxes that hold XMP and manifests of C2PA. */
export const xmpBox = 'be7acfcb97a942e89c71999491e3afac'
const manifestBox = 'd8fec3d61b0e483c92975828877ec481'
/** Boxes whose contents are boxes, down to where tags are kept. */
const folders = new Set(['moov', 'trak', 'mdia'])
/** Boxes that hold tags as text: QuickTime's and iTunes'. */
const tagBoxes = new Set(['udta', 'meta', 'XMP_'])

interface Box {
  type: string
  from: number
  to: number
}

/** MP4 and MOV: XMP and manifests in boxes at the top, tags in those of the film and of its tracks. */
export async function boxTexts(read: Reader, size: number): Promise<Texts> {
  const found = new Found()
  let steps = 0
  const walk = async (from: number, to: number, depth: number): Promise<void> => {
    for (let at = from; at + 8 <= to && steps < stepLimit; steps += 1) {
      const box = await boxAt(read, at, to)
      if (!box) return
      if (box.type === 'uuid') await readUuid(read, box, found)
      else if (tagBoxes.has(box.type) && found.room > 0) found.add(await read(box.from, Math.min(box.to - box.from, found.room)))
      else if (folders.has(box.type) && depth < 4) await walk(box.from, box.to, depth + 1)
      at = box.to
    }
  }
  await walk(0, size, 0)
  return found
}

/** A box whose stated size lies within what holds it; null for every other. */
async function boxAt(read: Reader, at: number, end: number): Promise<Box | null> {
  const head = await read(at, 16)
  if (head.length < 8) return null
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  const short = view.getUint32(0)
  if (short === 1 && head.length < 16) return null
  const header = short === 1 ? 16 : 8
  // 0 says: to the end. A length beyond what a number holds is beyond the file, too.
  const length = short === 0 ? end - at : short === 1 ? Number(view.getBigUint64(8)) : short
  if (length < header || at + length > end) return null
  return { type: latin(head.subarray(4, 8)), from: at + header, to: at + length }
}

async function readUuid(read: Reader, { from, to }: Box, found: Found): Promise<void> {
  if (to - from < 16 || found.room === 0) return
  const name = Buffer.from(await read(from, 16)).toString('hex')
  if (name === xmpBox) found.add(await read(from + 16, Math.min(to - from - 16, found.room)))
  else if (name === manifestBox) found.addManifest(await read(from + 16, Math.min(to - from - 16, found.room)))
}
