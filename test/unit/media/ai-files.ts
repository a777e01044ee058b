/** Files that say that a machine made them, as their makers write it. */
import sharp from 'sharp'

export const sourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/** An XMP packet around properties. */
export const xmp = (properties: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

export const sourceType = (name: string): string =>
  xmp(`<Iptc4xmpExt:DigitalSourceType>${sourceTypes}${name}</Iptc4xmpExt:DigitalSourceType>`)

export const aigcLabel = (value: string): string => `{"Label":"${value}","ContentProducer":"example","ProduceID":"1"}`

/** A plain picture of a colour. */
export const plain = (side = 48): ReturnType<typeof sharp> =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#7a9' } })

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** JPEG segments put behind SOI. */
export function withSegments(jpeg: Buffer, segments: { code: number; data: Buffer }[]): Buffer {
  const parts = segments.map(({ code, data }) => {
    const head = Buffer.from([0xff, code, 0, 0])
    head.writeUInt16BE(data.length + 2, 2)
    return Buffer.concat([head, data])
  })
  return Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)])
}

/** A JUMBF superbox with the label of a C2PA manifest store and something in it. */
export const manifest = (words: string): Buffer => {
  const inside = Buffer.from(`jumdc2pa\0c2pa.actions ${words}`, 'latin1')
  return Buffer.concat([u32(inside.length + 8), Buffer.from('jumb'), inside])
}

/** PNG chunks put behind the header; the checksum is not looked at. */
export function withChunks(png: Buffer, chunks: { type: string; data: Buffer }[]): Buffer {
  const parts = chunks.map(({ type, data }) => Buffer.concat([u32(data.length), Buffer.from(type, 'latin1'), data, u32(0)]))
  return Buffer.concat([png.subarray(0, 33), ...parts, png.subarray(33)])
}

/** An ISO box. */
export const box = (type: string, ...contents: Buffer[]): Buffer => {
  const inside = Buffer.concat(contents)
  return Buffer.concat([u32(inside.length + 8), Buffer.from(type, 'latin1'), inside])
}

/** The boxes around a film: what a reader walks, without a film. */
export const film = (...more: Buffer[]): Buffer =>
  Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isommp42')), box('mdat', Buffer.alloc(2_000, 0x61)), ...more])
