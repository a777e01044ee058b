import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { isAiSuspect, type MediaType, readAiSign } from '../../../src/modules/media/index.ts'
import { fc } from '../fc.ts'
import { aigcLabel, box, film, manifest, plain, sourceType, sourceTypes, withChunks, withSegments, xmp } from './ai-files.ts'

/** What a file says, and how many bytes were read of it. */
async function look(bytes: Uint8Array, type: MediaType) {
  let read = 0
  let reads = 0
  const sign = await readAiSign(
    async (offset, length) => {
      const part = bytes.subarray(offset, offset + length)
      read += part.length
      reads += 1
      return part
    },
    bytes.length,
    type,
  )
  return { sign, read, reads }
}
const signOf = async (bytes: Uint8Array, type: MediaType) => (await look(bytes, type)).sign

const trained = sourceType('trainedAlgorithmicMedia')
const composite = sourceType('compositeWithTrainedAlgorithmicMedia')
const files = {} as Record<'jpeg' | 'png' | 'webp' | 'avif' | 'gif', Buffer>
beforeAll(async () => {
  for (const type of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) files[type] = await plain().toFormat(type).toBuffer()
})

describe('DIS-5 what a picture says of a machine that made it', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('DIS-5 a %s that says nothing has no sign', async (type) => {
    expect(await signOf(files[type], type)).toBeNull()
  })

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('DIS-5 reads the source type from the XMP of a %s', async (type) => {
    const says = async (packet: string) => signOf(await plain().withXmp(packet).toFormat(type).toBuffer(), type)
    expect(await says(trained)).toBe('trained')
    expect(await says(composite)).toBe('composite')
    expect(await says(xmp(`<TC260:AIGC>${aigcLabel('1')}</TC260:AIGC>`))).toBe('aigc')
    expect(await says(sourceType('digitalCapture'))).toBeNull()
    expect(await says(sourceType('algorithmicMedia'))).toBeNull()
  })

  it.each([
    ['as an element', `<TC260:AIGC>${aigcLabel('1')}</TC260:AIGC>`, 'aigc'],
    ['as an escaped element', `<TC260:AIGC>${aigcLabel('3').replaceAll('"', '&quot;')}</TC260:AIGC>`, 'aigc'],
    ['with a number', '<TC260:AIGC>{"Label": 2}</TC260:AIGC>', 'aigc'],
    ['that says no', `<TC260:AIGC>${aigcLabel('0')}</TC260:AIGC>`, null],
    ['without a value', '<TC260:AIGC></TC260:AIGC>', null],
    ['another thing’s label', '<x:Label>1</x:Label>', null],
  ])('DIS-5 knows the Chinese label %s', async (_what, properties, sign) => {
    expect(await signOf(await plain().withXmp(xmp(properties)).png().toBuffer(), 'png')).toBe(sign)
  })

  it('DIS-5 finds the label in a text chunk of a PNG and in the Exif of a JPEG', async () => {
    const text = { type: 'tEXt', data: Buffer.from(`AIGC\0${aigcLabel('1')}`) }
    expect(await signOf(withChunks(files.png, [text]), 'png')).toBe('aigc')
    const exif = await plain()
      .withExif({ IFD0: { ImageDescription: `{"AIGC":${aigcLabel('1')}}` } })
      .jpeg()
      .toBuffer()
    expect(await signOf(exif, 'jpeg')).toBe('aigc')
  })

  it('DIS-5 a manifest that names no machine is no suspicion, as photographs have one; one that does is', async () => {
    const camera = manifest(`${sourceTypes}digitalCapture`)
    const machine = manifest(`${sourceTypes}trainedAlgorithmicMedia`)
    const segment = (data: Buffer, number = 1) => ({
      code: 0xeb,
      data: Buffer.concat([Buffer.from('JP\0\x01'), Buffer.from([0, 0, 0, number]), data]),
    })
    const found = await Promise.all([
      signOf(withSegments(files.jpeg, [segment(camera)]), 'jpeg'),
      signOf(withSegments(files.jpeg, [segment(machine)]), 'jpeg'),
      signOf(withChunks(files.png, [{ type: 'caBX', data: camera }]), 'png'),
      signOf(withChunks(files.png, [{ type: 'caBX', data: machine }]), 'png'),
    ])
    expect(found).toEqual(['c2pa', 'trained', 'c2pa', 'trained'])
    expect(found.map(isAiSuspect)).toEqual([false, true, false, true])
    expect([isAiSuspect(null), isAiSuspect(undefined)]).toEqual([false, false])
  })

  it('DIS-5 reads a word that stands across two segments of a manifest', async () => {
    const whole = manifest(`${sourceTypes}trainedAlgorithmicMedia`)
    const numbers = (n: number) => Buffer.concat([Buffer.from('JP\0\x01'), Buffer.from([0, 0, 0, n])])
    const cut = whole.length - 12
    const parts = [
      { code: 0xeb, data: Buffer.concat([numbers(1), whole.subarray(0, cut)]) },
      { code: 0xeb, data: Buffer.concat([numbers(2), whole.subarray(0, 8), whole.subarray(cut)]) },
    ]
    expect(await signOf(withSegments(files.jpeg, parts), 'jpeg')).toBe('trained')
  })

  it('DIS-5 does not take words of the picture itself for metadata', async () => {
    const behind = Buffer.concat([files.jpeg, Buffer.from(trained)])
    expect(await signOf(behind, 'jpeg')).toBeNull()
  })
})

describe('DIS-5 what a video says of a machine that made it', () => {
  const uuid = (name: string, data: Buffer) => box('uuid', Buffer.from(name, 'hex'), data)

  it.each(['mp4', 'mov'] as const)('DIS-5 reads XMP, manifests and tags of an %s', async (type) => {
    const tags = box('udta', box('meta', Buffer.alloc(4), box('keys', Buffer.from('mdtaAIGC')), box('ilst', Buffer.from(aigcLabel('1')))))
    expect(await signOf(film(), type)).toBeNull()
    expect(await signOf(film(uuid('be7acfcb97a942e89c71999491e3afac', Buffer.from(trained))), type)).toBe('trained')
    expect(await signOf(film(uuid('d8fec3d61b0e483c92975828877ec481', manifest('digitalCapture'))), type)).toBe('c2pa')
    expect(await signOf(film(uuid('d8fec3d61b0e483c92975828877ec481', manifest(`${sourceTypes}trainedAlgorithmicMedia`))), type)).toBe(
      'trained',
    )
    expect(await signOf(film(box('moov', tags)), type)).toBe('aigc')
    expect(await signOf(film(uuid('00112233445566778899aabbccddeeff', Buffer.from(trained))), type)).toBeNull()
  })

  it('DIS-5 skips the film without reading it', async () => {
    const big = Buffer.concat([box('ftyp', Buffer.from('isom')), box('mdat', Buffer.alloc(8_000_000)), box('free', Buffer.alloc(8))])
    expect((await look(big, 'mp4')).read).toBeLessThan(1_000)
  })

  it('DIS-5 has nothing to read in a WebM', async () => {
    expect(await look(Buffer.from(trained), 'webm')).toEqual({ sign: null, read: 0, reads: 0 })
  })
})

describe('DIS-5 files that lie about their lengths', () => {
  const types = ['jpeg', 'png', 'webp', 'avif', 'gif', 'mp4', 'mov'] as const

  it('DIS-5 any bytes are read within limits and never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...types), fc.uint8Array({ maxLength: 600 }), async (type, bytes) => {
        const { reads } = await look(bytes, type)
        expect(reads).toBeLessThanOrEqual(bytes.length + 4)
      }),
      { numRuns: 2_000 },
    )
  })

  it('DIS-5 a file cut or changed anywhere never throws', async () => {
    const good = [
      { type: 'jpeg', bytes: await plain().withXmp(trained).jpeg().toBuffer() },
      { type: 'png', bytes: await plain().withXmp(trained).png().toBuffer() },
      { type: 'webp', bytes: await plain().withXmp(trained).webp().toBuffer() },
      { type: 'mp4', bytes: film(box('moov', box('udta', Buffer.from(aigcLabel('1'))))) },
    ] as const
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...good), fc.nat(), fc.nat(255), fc.nat(), async ({ type, bytes }, at, value, cut) => {
        const changed = Buffer.from(bytes.subarray(0, 1 + (cut % bytes.length)))
        changed[at % changed.length] = value
        await look(changed, type)
      }),
      { numRuns: 1_000 },
    )
  })

  it('DIS-5 a length beyond the file, a length of nothing and thousands of empty chunks come to an end', async () => {
    const huge = Buffer.from(files.png)
    huge.writeUInt32BE(0xffffffff, 33)
    expect(await signOf(huge, 'png')).toBeNull()
    const nothing = Buffer.concat([files.webp.subarray(0, 12), Buffer.alloc(200_000)])
    expect((await look(nothing, 'webp')).reads).toBeLessThanOrEqual(10_000)
    const endless = Buffer.concat([box('ftyp', Buffer.from('isom')), Buffer.alloc(100)])
    expect(await signOf(endless, 'mp4')).toBeNull()
    const wide = Buffer.concat([Buffer.from([0, 0, 0, 1]), Buffer.from('moov'), Buffer.from('ffffffffffffffff', 'hex')])
    expect(await signOf(wide, 'mp4')).toBeNull()
  })

  it('DIS-5 reads at most some megabytes, however much metadata there is', async () => {
    const chunk = { type: 'iTXt', data: Buffer.alloc(900_000, 0x41) }
    const { read } = await look(withChunks(files.png, Array(12).fill(chunk)), 'png')
    expect(read).toBeLessThan(4.2 * 1024 * 1024)
  })

  it('DIS-5 a text that unpacks to far more than it is, is left packed', async () => {
    const bomb = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(64_000_000))])
    expect(await signOf(withChunks(files.png, [{ type: 'zTXt', data: bomb }]), 'png')).toBeNull()
  })

  it('DIS-5 a file made of nothing but beginnings is looked through quickly', async () => {
    const chunk = { type: 'iTXt', data: Buffer.from('AIGC"Label'.repeat(90_000)) }
    const from = performance.now()
    expect(await signOf(withChunks(files.png, [chunk]), 'png')).toBeNull()
    expect(performance.now() - from).toBeLessThan(2_000)
  })
})
