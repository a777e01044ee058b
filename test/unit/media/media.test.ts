import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptsAvif,
  acceptUpload,
  avifPath,
  contentTypeOf,
  fitVideo,
  hashOfPath,
  imagePath,
  isMediaPath,
  sniff,
  variantPlan,
  videoPath,
  WithdrawnMedia,
} from '../../../src/modules/media/index.ts'

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const ftyp = (...brands: string[]) =>
  latin(`\0\0\0${String.fromCharCode(8 + 4 * (brands.length + 1))}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`)

describe('a file is what its bytes say', () => {
  const table: [string, Uint8Array, string | null][] = [
    ['a JPEG', latin('\xff\xd8\xff\xe0..JFIF'), 'jpeg'],
    ['a PNG', latin('\x89PNG\r\n\x1a\n'), 'png'],
    ['a GIF', latin('GIF89a'), 'gif'],
    ['a WebP', latin('RIFF....WEBPVP8 '), 'webp'],
    ['a WAV, which is RIFF too', latin('RIFF....WAVEfmt '), null],
    ['an AVIF', ftyp('avif', 'mif1'), 'avif'],
    ['an AVIF behind a generic brand', ftyp('mif1', 'avif'), 'avif'],
    ['a HEIC of a phone', ftyp('heic', 'mif1'), 'heic'],
    ['an MP4', ftyp('isom', 'iso2', 'avc1'), 'mp4'],
    ['a MOV of a phone', ftyp('qt  '), 'mov'],
    ['an old MOV without ftyp', latin('\0\0\0\x08wide\0\0\0\0mdat'), 'mov'],
    ['a WebM', latin('\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x86\x81\x01\x42\x82\x84webm'), 'webm'],
    ['a Matroska file', latin('\x1a\x45\xdf\xa3\xa3\x42\x82\x88matroska'), null],
    ['an SVG', latin('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    ['HTML', latin('<!doctype html><script>1</script>'), null],
    ['HTML after white space', latin('   \n<html>'), null],
    ['a PDF', latin('%PDF-1.7'), null],
    ['a ZIP', latin('PK\x03\x04'), null],
    ['a playlist', latin('#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0'), null],
    ['nothing', new Uint8Array(0), null],
  ]
  for (const [label, bytes, expected] of table) it(`${label}: ${expected ?? 'refused'}`, () => expect(sniff(bytes)).toBe(expected))

  it('says why a HEIC is refused and what to do', () => {
    const answer = acceptUpload(ftyp('heic', 'mif1'))
    expect(answer.ok ? null : [answer.failure.code, answer.failure.message.includes('export it as JPEG')]).toEqual([
      'unsupported_type',
      true,
    ])
    expect(acceptUpload(latin('<svg/>'))).toMatchObject({ ok: false, failure: { code: 'unsupported_type' } })
  })
  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.boolean(), (bytes, iso) => {
        if (iso && bytes.length > 8) bytes.set(latin('ftyp'), 4)
        const type = sniff(bytes)
        return type === null || typeof type === 'string'
      }),
    )
  })
})

describe('variants', () => {
  it('follow the plan and never enlarge', () => {
    expect([variantPlan(4000), variantPlan(1600), variantPlan(1080), variantPlan(1100), variantPlan(800), variantPlan(200)]).toEqual([
      [160, 360, 720, 1080, 1600],
      [160, 360, 720, 1080, 1600],
      [160, 360, 720, 1080],
      [160, 360, 720, 1100],
      [160, 360, 800],
      [160, 200],
    ])
  })
  it('are ascending, unique, at most 1600 and end with the largest possible', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), (width) => {
        const plan = variantPlan(width)
        return plan.every((step, i) => i === 0 || step > (plan[i - 1] ?? 0)) && plan.at(-1) === Math.min(width, 1600)
      }),
    )
  })
  it('videos fit into 720 × 1280 either way round, even, with their ratio', () => {
    expect([fitVideo(1080, 1920), fitVideo(3840, 2160), fitVideo(640, 360), fitVideo(1000, 1000), fitVideo(321, 241)]).toEqual([
      { width: 720, height: 1280 },
      { width: 1280, height: 720 },
      { width: 640, height: 360 },
      { width: 720, height: 720 },
      { width: 322, height: 242 },
    ])
  })
})

describe('paths', () => {
  const hash = 'ab'.padEnd(64, '0')
  it('are ours or nobody’s', () => {
    expect([imagePath(hash, 720), videoPath(hash)]).toEqual([`ab/${hash}-720.webp`, `ab/${hash}.mp4`])
    expect([imagePath(hash, 720), videoPath(hash)].every(isMediaPath)).toBe(true)
    const evil = [
      `ab/../../etc/passwd`,
      `/ab/${hash}.mp4`,
      `ab/${hash}.mp4/..`,
      `cd/${hash}.mp4`,
      `ab/${hash}.svg`,
      `ab/${hash}-0.webp`,
      `ab\\${hash}.mp4`,
    ]
    evil.push(`ab/${hash}.mp4\n`, `ab/${hash}.mp4\0.webp`, '.incoming/x.upload', `AB/${hash.toUpperCase()}.mp4`, `%61b/${hash}.mp4`, '')
    expect(evil.filter(isMediaPath)).toEqual([])
    expect([contentTypeOf(imagePath(hash, 1)), contentTypeOf(videoPath(hash))]).toEqual(['image/webp', 'video/mp4'])
  })
})

describe('AVIF', () => {
  it('is answered to who names it, and not to who takes anything', () => {
    expect(acceptsAvif('image/avif,image/webp,*/*;q=0.8')).toBe(true)
    expect(acceptsAvif('image/webp, IMAGE/AVIF ; q=0.5')).toBe(true)
    for (const accept of [undefined, '', '*/*', 'image/*', 'image/avif;q=0', 'image/avif; q=0.00', 'image/avif-sequence'])
      expect(acceptsAvif(accept)).toBe(false)
  })

  it('lies beside its WebP, under a name that is ours', () => {
    const hash = 'ab'.repeat(32)
    const path = avifPath(imagePath(hash, 720)) ?? ''
    expect([path, isMediaPath(path), contentTypeOf(path), hashOfPath(path)]).toEqual([`ab/${hash}-720.avif`, true, 'image/avif', hash])
    expect([avifPath(videoPath(hash)), hashOfPath(videoPath(hash)), hashOfPath('ab/cd.webp')]).toEqual([null, hash, null])
  })
})

describe('the list of what was withdrawn', () => {
  const open = () => {
    const at = { now: 0, reads: 0, takes: 0, hashes: new Set<string>() }
    const list = new WithdrawnMedia(
      async () => {
        at.reads++
        const seen = new Set(at.hashes)
        await Promise.resolve()
        at.now += at.takes
        return seen
      },
      () => at.now,
    )
    return { at, list }
  }

  it('is read once for all who wait, and again when it is older than a moment', async () => {
    const { at, list } = open()
    expect(await Promise.all([list.has('a'), list.has('b'), list.has('a')])).toEqual([false, false, false])
    expect(at.reads).toBe(1)
    at.hashes.add('a')
    at.now = 299
    expect([await list.has('a'), at.reads]).toEqual([false, 1])
    at.now = 300
    expect([await list.has('a'), at.reads]).toEqual([true, 2])
    at.hashes.delete('a')
    at.now = 600
    expect(await list.has('a')).toBe(false)
  })

  it('is never older than the second of Visibility, however long it takes to read', async () => {
    const { at, list } = open()
    at.takes = 700
    await list.has('a')
    at.hashes.add('a')
    at.now = 801
    at.takes = 0
    expect(await list.has('a')).toBe(true)
  })

  it('gives no answer when it cannot be read, and tries again', async () => {
    let broken = true
    const list = new WithdrawnMedia(
      async () => {
        if (broken) throw new Error('the database is away')
        return new Set(['a'])
      },
      () => 0,
    )
    await expect(list.has('a')).rejects.toThrow('away')
    broken = false
    expect(await list.has('a')).toBe(true)
  })
})
