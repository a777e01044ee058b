import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failMedia, processMedia } from '../../../src/flows/media/process-media.ts'
import { sweepUploads } from '../../../src/flows/media/sweep-uploads.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { everySize, type PictureSizes } from '../../../src/lib/picture-sizes.ts'
import { findVideoTools } from '../../../src/modules/media/processors/video-tools.ts'
import { openSite, type Site } from '../../builders/http.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

const tools = await findVideoTools(process.env.FFMPEG_PATH)
if (!tools.ok) console.log(`skipped: ${tools.failure.message}`)

let world: World
let site: Site
let token: string
let author: Awaited<ReturnType<typeof creator>>

beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world.ctx)
  author = await creator(world)
  token = await logIn(author.email)
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const logIn = async (email: string) =>
  (await world.payload.login({ collection: 'users', data: { email, password: 'correct horse 7' } })).token ?? ''
const headers = (of = token) => ({ authorization: `Bearer ${of}` })

interface View {
  id: string
  state: string
  failure: string | null
  width: number
  height: number
  sources: PictureSizes[]
  videoUrl?: string
  posterUrl?: string
  durationSeconds?: number
}

async function upload(bytes: Uint8Array | string, name: string, type: string, of = token, field = 'file') {
  const form = new FormData()
  form.set(field, new Blob([bytes as BlobPart], { type }), name)
  const answer = await fetch(`${site.url}/v1/media`, { method: 'POST', headers: headers(of), body: form })
  const body = (await answer.json()) as { media?: View; errors?: { code: string; message: string }[] }
  return { status: answer.status, media: body.media, code: body.errors?.[0]?.code }
}

const incoming = () => {
  const folder = path.join(world.ctx.env.mediaDir, '.incoming')
  return existsSync(folder) ? readdirSync(folder) : []
}
const rows = async () => (await world.payload.count({ collection: 'media' })).totalDocs
const photo = (width = 900, height = 1200) => sharp({ create: { width, height, channels: 3, background: '#c93f27' } })

describe('pictures', () => {
  it('are there in the answer, in sizes that load, without the place where they were taken', async () => {
    const withGps = await photo()
      .withExif({
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 25/1' },
        IFD0: { Make: 'PhoneOfMine' },
      })
      .jpeg()
      .toBuffer()
    expect((await sharp(withGps).metadata()).exif?.includes('PhoneOfMine')).toBe(true)
    const { status, media } = await upload(withGps, 'IMG_1.JPG', 'image/jpeg')
    expect(status).toBe(201)
    expect(media).toMatchObject({ state: 'ready', width: 900, height: 1200, failure: null })
    for (const { url, width } of everySize(media?.sources ?? [])) {
      const answer = await fetch(site.url + url)
      expect(answer.status).toBe(200)
      const bytes = Buffer.from(await answer.arrayBuffer())
      const facts = await sharp(bytes).metadata()
      expect(facts).toMatchObject({ format: 'webp', width })
      expect(facts.exif).toBeUndefined()
      expect(bytes.includes('PhoneOfMine')).toBe(false)
    }
    expect(everySize(media?.sources ?? []).length).toBeGreaterThan(1)
    expect(incoming()).toEqual([])
  })

  it('are refused when their bytes are something else, whatever they are called', async () => {
    const before = await rows()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const html = '<!doctype html><script>alert(1)</script>'
    for (const [bytes, name, type] of [
      [svg, 'drawing.svg', 'image/svg+xml'],
      [svg, 'photo.png', 'image/png'],
      [html, 'photo.jpg', 'image/jpeg'],
      ['%PDF-1.7', 'photo.webp', 'image/webp'],
      ['', 'empty.jpg', 'image/jpeg'],
    ] as const) {
      expect(await upload(bytes, name, type), name).toMatchObject({ status: 415, code: 'unsupported_type' })
    }
    const broken = Buffer.concat([(await photo().jpeg().toBuffer()).subarray(0, 3000), Buffer.alloc(2000, 7)])
    expect(await upload(broken, 'half.jpg', 'image/jpeg')).toMatchObject({ status: 422, code: 'invalid' })
    expect([await rows(), incoming()]).toEqual([before, []])
  })

  it('over 20 MB are refused while they come', async () => {
    const large = Buffer.concat([await photo().jpeg().toBuffer(), Buffer.alloc(21 * 1024 * 1024)])
    expect(await upload(large, 'large.jpg', 'image/jpeg')).toMatchObject({ status: 413, code: 'too_large' })
    expect(incoming()).toEqual([])
  })

  it('need a form with a file, from somebody who may upload', async () => {
    const jpeg = await photo().jpeg().toBuffer()
    expect(await upload(jpeg, 'a.jpg', 'image/jpeg', token, 'photo')).toMatchObject({ status: 400, code: 'bad_request' })
    expect(await upload(jpeg, 'a.jpg', 'image/jpeg', 'no-token')).toMatchObject({ status: 401 })
    expect(await upload(jpeg, 'a.jpg', 'image/jpeg', await logIn((await person(world)).email))).toMatchObject({ status: 403 })
    expect((await site.ask('POST', '/v1/media', { body: {}, headers: headers() })).status).toBe(415)
    const cut = await fetch(`${site.url}/v1/media`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'multipart/form-data; boundary=x' },
      body: Buffer.concat([Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'), jpeg]),
    })
    expect(cut.status).toBe(400)
    expect(incoming()).toEqual([])
  })

  it('that break off on their way leave nothing behind', async () => {
    const before = await rows()
    await new Promise<void>((resolve) => {
      const { port } = new URL(site.url)
      const sending = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/v1/media',
        headers: { ...headers(), 'content-type': 'multipart/form-data; boundary=x', 'content-length': '9000000' },
      })
      sending.on('error', () => resolve())
      sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n')
      void photo()
        .jpeg()
        .toBuffer()
        .then((bytes) => sending.write(bytes, () => setTimeout(() => sending.destroy(new Error('closed tab')), 100)))
    })
    await expect.poll(incoming, { timeout: 5000 }).toEqual([])
    expect(await rows()).toBe(before)
  })

  it('are read by their owner and by editors only', async () => {
    const { media } = await upload(await photo(400, 400).png().toBuffer(), 'a.png', 'image/png')
    const ask = async (of: string) => (await site.ask('GET', `/v1/media/${media?.id}`, { headers: headers(of) })).status
    expect([
      await ask(token),
      await ask(await logIn((await person(world, ['editor'])).email)),
      await ask(await logIn((await creator(world)).email)),
    ]).toEqual([200, 200, 404])
  })
})

describe.skipIf(!tools.ok)('videos', () => {
  let clip: Buffer
  beforeAll(() => {
    const file = path.join(world.dir, 'clip.mp4')
    const inputs = ['-f', 'lavfi', '-i', 'testsrc2=size=180x320:rate=25', '-f', 'lavfi', '-i', 'sine=frequency=440']
    execFileSync(tools.ok ? tools.value.ffmpeg : '', [
      '-v',
      'error',
      '-nostdin',
      '-y',
      ...inputs,
      '-t',
      '3',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
      '-c:a',
      'aac',
      file,
    ])
    clip = readFileSync(file)
  })
  const view = async (id: string | undefined) =>
    ((await site.ask('GET', `/v1/media/${id}`, { headers: headers() })).body as { media: View }).media

  it('wait for their job, then play, with a poster that another second can give', async () => {
    const { status, media } = await upload(clip, 'clip.mp4', 'video/mp4')
    expect([status, media?.state]).toEqual([201, 'processing'])
    expect(await view(media?.id)).toMatchObject({ state: 'processing', percent: null })
    await drainJobs(world.ctx)
    const ready = await view(media?.id)
    expect(ready).toMatchObject({
      state: 'ready',
      width: 180,
      height: 320,
      durationSeconds: expect.closeTo(3, 0),
      videoUrl: expect.stringMatching(/\.mp4$/),
      posterUrl: expect.stringMatching(/\.webp$/),
    })
    const part = await fetch(site.url + ready.videoUrl, { headers: { range: 'bytes=0-99' } })
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100])
    const other = await site.ask('POST', `/v1/media/${media?.id}/poster`, { body: { second: 2.5 }, headers: headers() })
    expect(other.status).toBe(200)
    expect((await view(media?.id)).posterUrl).not.toBe(ready.posterUrl)
    expect((await site.ask('POST', `/v1/media/${media?.id}/poster`, { body: { second: 99 }, headers: headers() })).status).toBe(422)
    expect(incoming()).toEqual([])
  })

  it('that cannot be decoded end as failed, and say why', async () => {
    const { media } = await upload(Buffer.concat([clip.subarray(0, 200), Buffer.alloc(5000, 1)]), 'broken.mp4', 'video/mp4')
    await drainJobs(world.ctx)
    expect(await view(media?.id)).toMatchObject({ state: 'failed', failure: expect.stringMatching(/expected/) })
    expect(incoming()).toEqual([])
  })

  it('are worked on once though their job runs twice, and a ready one is never spoilt', async () => {
    const { media } = await upload(clip, 'clip.mp4', 'video/mp4')
    await drainJobs(world.ctx)
    const before = await rows()
    await processMedia(world.ctx, { media: media?.id ?? '' })
    await failMedia(world.ctx, { media: media?.id ?? '', reason: 'late' })
    expect([await rows(), (await view(media?.id)).state]).toEqual([before, 'ready'])
  })

  it('that wait for their job outlive the sweep at boot, what a crash left does not', async () => {
    const { media } = await upload(clip, 'clip.mp4', 'video/mp4')
    const [waiting] = incoming()
    const folder = path.join(world.ctx.env.mediaDir, '.incoming')
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'left-over.part'), 'x')
    for (const name of incoming()) utimesSync(path.join(folder, name), new Date(0), new Date(0))
    expect(await sweepUploads(world.ctx)).toBe(1)
    expect(incoming()).toEqual([waiting])
    await drainJobs(world.ctx)
    expect((await view(media?.id)).state).toBe('ready')
  })
})
