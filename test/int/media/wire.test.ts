import { existsSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAvif } from '../../../src/flows/media/make-avif.ts'
import { storeUpload } from '../../../src/flows/media/store-upload.ts'
import { type AvifMaker, makeWantedAvifs } from '../../../src/jobs/make-wanted-avifs.ts'
import { everySize, type PictureSizes } from '../../../src/lib/picture-sizes.ts'
import { openSite, type Site } from '../../builders/http.ts'
import { creator } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let site: Site
let avifs: AvifMaker
let author: Awaited<ReturnType<typeof creator>>
beforeAll(async () => {
  world = await openWorld()
  avifs = makeWantedAvifs(world.ctx, { lookMs: 5 })
  site = await openSite(world.ctx, { avifs })
  author = await creator(world)
})
afterAll(async () => {
  await site.close()
  await avifs.stop()
  await world.close()
})

/** What browsers of 2025 send for an `<img>`, and what older ones and programs do. */
const modern = { accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8' }
const others = ['image/webp,image/*,*/*;q=0.8', '*/*', 'image/*', 'image/avif;q=0, image/webp', '']

/** A picture with as much detail as a photo has: each pixel follows its neighbours and some noise. */
async function photo(width: number, height: number): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3)
  let seed = 7
  for (let at = 0; at < raw.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    const smooth = 128 + 80 * Math.sin(at / 900) + 40 * Math.cos(at / 37_000)
    raw[at] = Math.max(0, Math.min(255, Math.round(smooth + (seed / 2_147_483_648 - 0.5) * 24)))
  }
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer()
}

const upload = async (bytes: Buffer) =>
  must(
    await storeUpload(world.ctx, author, {
      stream: (async function* () {
        yield bytes
      })(),
    }),
  ).media
const file = (url: string) => path.join(world.ctx.env.mediaDir, url.replace('/media/', ''))

/** Names of the AVIFs of a picture, small ones first. */
const avifsOf = ({ sources }: { sources: PictureSizes[] }): string[] =>
  everySize(sources)
    .map(({ url }) => file(url).replace('.webp', '.avif'))
    .filter((name) => existsSync(name))
    .map((name) => path.basename(name))

/** As a browser asks again; `fetch` would add a `Cache-Control` that asks for the whole. */
const conditional = (url: string, etag: string) =>
  new Promise((resolve, reject) => {
    const asking = request(site.url + url, { headers: { 'if-none-match': etag } }, (answer) => {
      answer.resume()
      resolve([answer.statusCode, answer.headers.vary])
    })
    asking.on('error', reject).end()
  })

describe('a picture', () => {
  it('comes as WebP at once, and as AVIF to who accepts it once somebody who does has asked for it, at the same address', async () => {
    const media = await upload(await photo(760, 900))
    const url = everySize(media.sources).at(-1)?.url ?? ''
    for (const accept of others) await site.ask('GET', url, { headers: { accept } })
    await avifs.settled()
    expect(avifsOf(media), 'nobody wanted one').toEqual([])
    const before = await site.ask('GET', url, { headers: modern })
    expect([before.status, before.headers.get('content-type'), before.headers.get('vary')]).toEqual([200, 'image/webp', 'Accept'])
    await avifs.settled()
    const after = await site.ask('GET', url, { headers: modern })
    expect([after.headers.get('content-type'), after.headers.get('vary')]).toEqual(['image/avif', 'Accept'])
    expect(Number(after.headers.get('content-length'))).toBeLessThan(Number(before.headers.get('content-length')))
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    for (const accept of others) {
      const other = await site.ask('GET', url, { headers: { accept } })
      expect([accept, other.headers.get('content-type'), other.headers.get('vary')]).toEqual([accept, 'image/webp', 'Accept'])
    }
    const drawn = await sharp(readFileSync(file(url).replace('.webp', '.avif'))).metadata()
    expect(drawn).toMatchObject({ format: 'heif', compression: 'av1', width: 760, height: 900 })
  })

  it('is made into AVIF once, in the sizes that were asked for, only where it is worth it, and never of what is tiny', async () => {
    const media = await upload(await photo(1200, 900))
    const urls = everySize(media.sources).map(({ url }) => url)
    const all = () => Promise.all(urls.map((url) => makeAvif(world.ctx, { path: url.replace('/media/', '') })))
    await site.ask('GET', urls[2] ?? '', { headers: modern })
    await avifs.settled()
    expect(avifsOf(media)).toEqual([path.basename(urls[2] ?? '').replace('.webp', '.avif')])
    // The smallest one's WebP has fewer bytes than an AVIF is worth.
    expect(await all()).toEqual(['useless', 'made', 'there', ...urls.slice(3).map(() => 'made')])
    const times = () => avifsOf(media).map((name) => statSync(path.join(path.dirname(file(urls[0] ?? '')), name)).mtimeMs)
    const first = times()
    expect(await all()).toEqual(['useless', ...urls.slice(1).map(() => 'there')])
    expect(times()).toEqual(first)

    const plain = await upload(
      await sharp({ create: { width: 800, height: 800, channels: 3, background: '#c93f27' } })
        .png()
        .toBuffer(),
    )
    expect(await makeAvif(world.ctx, { path: everySize(plain.sources)[0]?.url.replace('/media/', '') ?? '' })).toBe('useless')
    expect((await site.ask('GET', everySize(plain.sources)[0]?.url ?? '', { headers: modern })).headers.get('content-type')).toBe(
      'image/webp',
    )
    expect(await makeAvif(world.ctx, { path: `aa/${'a'.repeat(64)}-360.webp` })).toBe('absent')
  })

  it('is kept for ever, asked for again for 304, read in part and by HEAD, and is nothing but a picture', async () => {
    const { sources } = await upload(await photo(500, 500))
    const url = everySize(sources)[0]?.url ?? ''
    const whole = await fetch(site.url + url)
    const size = (await whole.arrayBuffer()).byteLength
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      'accept-ranges': 'bytes',
      'content-length': String(size),
    })
    const etag = whole.headers.get('etag') ?? ''
    expect(await conditional(url, etag)).toEqual([304, 'Accept'])
    expect(await conditional(url, '"another"')).toEqual([200, 'Accept'])
    const part = await fetch(site.url + url, { headers: { range: 'bytes=10-19' } })
    expect([part.status, part.headers.get('content-range'), (await part.arrayBuffer()).byteLength]).toEqual([
      206,
      `bytes 10-19/${size}`,
      10,
    ])
    const beyond = await fetch(site.url + url, { headers: { range: `bytes=${size}-` } })
    expect([beyond.status, beyond.headers.get('content-range'), beyond.headers.get('content-type')]).toEqual([
      416,
      `bytes */${size}`,
      'application/json; charset=utf-8',
    ])
    const head = await fetch(site.url + url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(size)])
    expect((await fetch(site.url + url, { method: 'DELETE' })).status).toBe(405)
  })

  it.each([
    '/media/../package.json',
    '/media/.incoming/x',
    '/media/aa/',
    `/media/aa/${'a'.repeat(64)}-360.png`,
    `/media/aa/${'b'.repeat(64)}-360.webp`,
  ])('is the only thing there: %s is not found', async (path) => {
    expect((await site.ask('GET', path.replace('..', '%2e%2e'))).status).toBe(404)
  })
})
