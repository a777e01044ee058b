import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { mediaLimits } from '../../../src/modules/media/index.ts'
import { mediaFiles } from '../../../src/modules/media/processors/files.ts'
import { processImage } from '../../../src/modules/media/processors/image.ts'

const root = mkdtempSync(path.join(tmpdir(), 'media-images-'))
const files = mediaFiles(root)
const incoming = () => (existsSync(path.join(root, '.incoming')) ? readdirSync(path.join(root, '.incoming')) : [])
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function* chunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function upload(bytes: Uint8Array) {
  const received = await files.receive(chunks(bytes))
  if (!received.ok) return received
  try {
    return await processImage(files, received.value)
  } finally {
    await files.discard(received.value.file)
  }
}
/** A picture with detail: noise does not compress to nothing. */
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c93f27', noise: { type: 'gaussian', mean: 128, sigma: 30 } } })

/** A PNG that claims a size and holds little: a decompression bomb. */
function bomb(width: number, height: number): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const crc = (bytes: Buffer) => (bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('pictures', () => {
  it('become WebP variants that decode, upright, without position or camera', async () => {
    const source = await picture(2000, 1500)
      .withExif({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 4911/100' } })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 4911/100' } })
      .jpeg()
      .toBuffer()
    const before = await sharp(source).metadata()
    expect([before.exif?.includes('PhoneMaker'), before.orientation]).toEqual([true, 6])
    const made = await upload(source)
    if (!made.ok) throw new Error(made.failure.message)
    expect(made.value).toMatchObject({ kind: 'image', width: 1500, height: 2000 })
    expect(made.value.variants.map(({ width, height }) => [width, height])).toEqual([
      [160, 214],
      [360, 480],
      [720, 960],
      [1080, 1440],
      [1500, 2000],
    ])
    for (const variant of made.value.variants) {
      const file = readFileSync(files.resolve(variant.path) ?? '')
      expect(file.length).toBe(variant.bytes)
      const facts = await sharp(file).metadata()
      expect(facts).toMatchObject({ format: 'webp', width: variant.width, height: variant.height })
      expect([facts.exif, facts.xmp, facts.iptc, facts.orientation]).toEqual([undefined, undefined, undefined, undefined])
      expect(file.includes('PhoneMaker')).toBe(false)
    }
    expect(Buffer.from(made.value.thumbhash, 'base64').length).toBeGreaterThan(10)
    expect(incoming()).toEqual([])
  })

  for (const format of ['png', 'webp', 'avif', 'gif'] as const)
    it(`are taken as ${format}`, async () => {
      const made = await upload(await picture(300, 200).toFormat(format).toBuffer())
      expect(made).toMatchObject({
        ok: true,
        value: {
          width: 300,
          height: 200,
          variants: [
            { width: 160, height: 107 },
            { width: 300, height: 200 },
          ],
        },
      })
    })

  it('that move give their first frame', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
        sharp({ create: { width: 60, height: 40, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    expect((await sharp(gif).metadata()).pages).toBe(3)
    const made = await upload(gif)
    if (!made.ok) throw new Error(made.failure.message)
    expect(made.value).toMatchObject({ width: 60, height: 40 })
    const first = await sharp(files.resolve(made.value.variants[0]?.path ?? '') ?? '').stats()
    expect(first.dominant.r).toBeGreaterThan(200)
  })

  it('keep their transparency', async () => {
    const made = await upload(
      await sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .png()
        .toBuffer(),
    )
    if (!made.ok) throw new Error(made.failure.message)
    expect((await sharp(files.resolve(made.value.variants[0]?.path ?? '') ?? '').metadata()).hasAlpha).toBe(true)
  })

  it('uploaded twice are the same files', async () => {
    const bytes = await picture(400, 400).png().toBuffer()
    expect(await upload(bytes)).toEqual(await upload(bytes))
  })
})

describe('bad uploads', () => {
  it('a decompression bomb is refused by its header, at once', async () => {
    const began = performance.now()
    expect(await upload(bomb(30_000, 30_000))).toMatchObject({ ok: false, failure: { code: 'too_large', details: { width: 30_000 } } })
    expect(performance.now() - began).toBeLessThan(2000)
  })
  it('a picture cut off in the middle is refused and leaves nothing', async () => {
    const whole = await picture(800, 800).jpeg().toBuffer()
    const before = readdirSync(root, { recursive: true }).length
    expect(await upload(whole.subarray(0, whole.length / 2))).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    expect(readdirSync(root, { recursive: true }).length).toBe(before)
  })
  for (const [label, text] of [
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><title>x</title>'],
    ['an empty file', ''],
  ] as const)
    it(`${label} is refused whatever its name says`, async () => {
      expect(await upload(Buffer.from(text))).toMatchObject({ ok: false, failure: { code: 'unsupported_type' } })
      expect(incoming()).toEqual([])
    })
  it('a JPEG head on nonsense is refused, and the answer names no path', async () => {
    const answer = await upload(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)]))
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    expect(answer.ok ? '' : answer.failure.message).not.toContain(root)
  })
  it('a file over the limit is refused as soon as it is over, not at its end', async () => {
    let sent = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield await picture(10, 10).png().toBuffer()
      for (;;) {
        sent += 1 << 20
        yield Buffer.alloc(1 << 20)
      }
    }
    expect(await files.receive(endless())).toMatchObject({ ok: false, failure: { code: 'too_large' } })
    expect(sent).toBeLessThanOrEqual(mediaLimits.image.maxBytes + (2 << 20))
    expect(incoming()).toEqual([])
  })
  it('a connection that breaks leaves nothing', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await picture(300, 300).png().toBuffer()
      throw new Error('ECONNRESET')
    }
    await expect(files.receive(broken())).rejects.toThrow('ECONNRESET')
    expect(incoming()).toEqual([])
  })
})

describe('files', () => {
  it('refuse every name that is not ours, for reading and for writing', async () => {
    for (const name of ['../secret', '/etc/passwd', '.incoming/x', `ab/${'c'.repeat(64)}.mp4`]) {
      expect(files.resolve(name)).toBeNull()
      await expect(files.put(name, Buffer.from('x'))).rejects.toThrow('not a media path')
      await expect(files.remove(name)).rejects.toThrow('not a media path')
    }
    await expect(files.discard(path.join(root, 'ab'))).rejects.toThrow('not a temporary')
  })
  it('what a crash left is swept by its age, what is under way stays', async () => {
    const old = await files.temporary('upload')
    const fresh = await files.temporary('upload')
    writeFileSync(old, 'x')
    writeFileSync(fresh, 'x')
    utimesSync(old, new Date('2026-01-01'), new Date('2026-01-01'))
    expect(await files.sweep(new Date('2026-02-01'), new Set([path.basename(old)]))).toBe(0)
    expect(await files.sweep(new Date('2026-02-01'))).toBe(1)
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
    await files.discard(fresh)
    await files.discard(fresh)
  })
  it('an upload streams from anything, and its hash is of its bytes', async () => {
    const source = path.join(root, 'source.png')
    await picture(64, 64).png().toFile(source)
    const received = await files.receive(createReadStream(source))
    if (!received.ok) throw new Error(received.failure.message)
    expect(readFileSync(received.value.file).equals(readFileSync(source))).toBe(true)
    expect(files.waiting(received.value.name)).toBe(received.value.file)
    for (const name of ['../x.upload', 'x', `${received.value.name}/..`]) expect(files.waiting(name)).toBeNull()
    expect(received.value).toMatchObject({ type: 'png', bytes: readFileSync(source).length })
    await files.discard(received.value.file)
  })
})
