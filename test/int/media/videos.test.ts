import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProcessedVideo } from '../../../src/modules/media/index.ts'
import { mediaFiles } from '../../../src/modules/media/processors/files.ts'
import { probeVideo } from '../../../src/modules/media/processors/probe.ts'
import { processVideo, type VideoOptions } from '../../../src/modules/media/processors/video.ts'
import { findVideoTools, type VideoTools } from '../../../src/modules/media/processors/video-tools.ts'
import { sharedData } from '../../fixtures/shared-data.ts'

const root = mkdtempSync(path.join(tmpdir(), 'media-videos-'))
const files = mediaFiles(path.join(root, 'media'))
const found = await findVideoTools(process.env.FFMPEG_PATH)
if (!found.ok) console.log(`skipped: ${found.failure.message}`)
const tools = found.ok ? found.value : ({} as VideoTools)
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Draws a video with a moving test picture and a tone. */
function draw(name: string, ...more: string[]): string {
  const file = path.join(root, name)
  const inputs = ['-f', 'lavfi', '-i', 'testsrc2=size=360x640:rate=25', '-f', 'lavfi', '-i', 'sine=frequency=440']
  execFileSync(tools.ffmpeg, ['-v', 'error', '-nostdin', '-y', ...inputs, '-t', '2', ...more, file])
  return file
}
async function upload(file: string, options: VideoOptions = {}) {
  const received = await files.receive(createReadStream(file))
  if (!received.ok) return received
  try {
    return await processVideo(tools, files, received.value, options)
  } finally {
    await files.discard(received.value.file)
  }
}
async function made(file: string, options: VideoOptions = {}): Promise<ProcessedVideo> {
  const answer = await upload(file, options)
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}
const published = (video: { path: string }) => files.resolve(video.path) ?? ''
/** A video starts at once when `moov` stands before `mdat`. */
const startsAtOnce = (file: string) => {
  const bytes = readFileSync(file)
  return bytes.indexOf('moov') < bytes.indexOf('mdat')
}

describe.skipIf(!found.ok)('video notes', () => {
  const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
  let playable: string
  beforeAll(() => {
    playable = draw('playable.mov', ...h264, '-metadata', 'location=+31.2304+121.4737/', '-metadata', 'comment=from my flat')
  })

  it('that play already keep their picture; position and comments are gone, the first byte plays', async () => {
    expect(readFileSync(playable).includes('121.4737')).toBe(true)
    const video = await made(playable)
    expect(video).toMatchObject({ transcoded: false, width: 360, height: 640, hasAudio: true })
    expect(video.durationSeconds).toBeCloseTo(2, 0)
    const bytes = readFileSync(published(video))
    expect([bytes.includes('121.4737'), bytes.includes('from my flat'), bytes.length]).toEqual([false, false, video.bytes])
    expect(startsAtOnce(published(video))).toBe(true)
    const poster = files.resolve(video.poster.variants.at(-1)?.path ?? '') ?? ''
    expect(await sharp(poster).metadata()).toMatchObject({ format: 'webp', width: 360, height: 640 })
  })

  it('of other codecs become H.264 and AAC, smaller where they are large, with progress that only grows', async () => {
    const source = draw(
      'large.webm',
      '-vf',
      'scale=1080:1920,setsar=1',
      '-c:v',
      'libvpx',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-b:v',
      '4M',
      '-c:a',
      'libopus',
    )
    const steps: number[] = []
    const video = await made(source, { onProgress: (done) => steps.push(done) })
    expect(video).toMatchObject({ transcoded: true, width: 720, height: 1280, hasAudio: true })
    expect(await probeVideo(tools, published(video), 'mp4')).toMatchObject({
      ok: true,
      value: { videoCodec: 'h264', pixelFormat: 'yuv420p', audioCodec: 'aac' },
    })
    expect(startsAtOnce(published(video))).toBe(true)
    expect(steps.at(-1)).toBe(1)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
  })

  it('filmed sideways are seen upright', async () => {
    const turned = path.join(root, 'turned.mov')
    const flat = draw('flat.mp4', '-vf', 'scale=640:360,setsar=1', ...h264)
    execFileSync(tools.ffmpeg, ['-v', 'error', '-y', '-i', flat, '-c', 'copy', '-metadata:s:v', 'rotate=90', turned])
    const video = await made(turned)
    expect(video).toMatchObject({ width: 360, height: 640 })
    expect(video.poster).toMatchObject({ width: 360, height: 640 })
  })

  it('without sound, of odd size, with a poster of the second that was asked for', async () => {
    const source = draw('silent.mp4', '-an', '-vf', 'format=yuv444p,crop=321:241:exact=1', '-c:v', 'libx264', '-pix_fmt', 'yuv444p')
    const video = await made(source, { posterSecond: 99 })
    expect(video).toMatchObject({ hasAudio: false, transcoded: true, width: 322, height: 242 })
    expect(video.posterSecond).toBeLessThan(video.durationSeconds)
  })

  it('of the browser’s recorder, whose length is not written down, are measured', async () => {
    const source = path.join(root, 'recorded.webm')
    const bytes = execFileSync(tools.ffmpeg, [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=size=180x320:rate=15',
      '-t',
      '1.5',
      '-c:v',
      'libvpx',
      '-f',
      'webm',
      '-live',
      '1',
      'pipe:1',
    ])
    writeFileSync(source, bytes)
    const facts = await probeVideo(tools, source, 'webm')
    expect(facts.ok && facts.value.durationSeconds).toBeNull()
    expect((await made(source)).durationSeconds).toBeCloseTo(1.5, 0)
  })

  it('that last too long are refused, with or without a written length', async () => {
    const long = ['-f', 'lavfi', '-i', 'color=black:size=32x32:rate=1', '-t', '190', '-c:v', 'libvpx']
    const told = path.join(root, 'long.webm')
    execFileSync(tools.ffmpeg, ['-v', 'error', '-y', ...long, told])
    const untold = path.join(root, 'untold.webm')
    writeFileSync(untold, execFileSync(tools.ffmpeg, ['-v', 'error', ...long, '-f', 'webm', '-live', '1', 'pipe:1']))
    for (const file of [told, untold])
      expect(await upload(file)).toMatchObject({ ok: false, failure: { code: 'too_large', details: { limitSeconds: 180 } } })
  })

  it('that are damaged, or sound only, are refused and leave nothing', async () => {
    const before = readdirSync(path.join(root, 'media'), { recursive: true }).length
    const cut = path.join(root, 'cut.mp4')
    writeFileSync(cut, readFileSync(playable).subarray(0, 5000))
    const sound = draw('sound.mp4', '-vn', '-c:a', 'aac')
    const fake = path.join(root, 'fake.mp4')
    writeFileSync(fake, Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomavc1', 'latin1'), Buffer.alloc(9000, 1)]))
    for (const file of [cut, sound, fake]) expect(await upload(file), file).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    expect(readdirSync(path.join(root, 'media'), { recursive: true }).length).toBe(before)
  })

  it('take too long to convert: the program is ended and nothing stays', async () => {
    const source = draw('slow.mp4', '-c:v', 'libx264', '-pix_fmt', 'yuv444p', '-t', '20')
    expect(await upload(source, { timeoutSeconds: 0.05 })).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    expect(readdirSync(path.join(root, 'media', '.incoming'))).toEqual([])
  })

  const begin = (file: string): string => {
    const short = path.join(root, `begin-${path.basename(file)}`)
    execFileSync(tools.ffmpeg, ['-v', 'error', '-nostdin', '-y', '-t', '10', '-i', file, '-c', 'copy', short])
    return short
  }
  const real = sharedData('mdn-video')
  it.skipIf(!real)('of real life are playable afterwards (shared data)', { timeout: 300_000 }, async () => {
    for (const name of readdirSync(real ?? '').filter((file) => /\.(mp4|webm)$/.test(file))) {
      const whole = path.join(real ?? '', name)
      // Of what has to be converted the first ten seconds, its streams as they are: the other minute takes a minute.
      const video = await made(name.endsWith('.webm') ? begin(whole) : whole)
      expect(await probeVideo(tools, published(video), 'mp4'), name).toMatchObject({
        ok: true,
        value: { videoCodec: 'h264', pixelFormat: 'yuv420p' },
      })
      expect(existsSync(files.resolve(video.poster.variants[0]?.path ?? '') ?? ''), name).toBe(true)
      console.log(`${name}: ${video.width}×${video.height}, ${video.durationSeconds} s, ${video.transcoded ? 'converted' : 'kept'}`)
    }
  })
})

it('without ffmpeg the answer says what is missing and how to get it', async () => {
  const path = process.env.PATH
  process.env.PATH = root
  const none = await findVideoTools()
  process.env.PATH = path
  expect(none).toMatchObject({ ok: false, failure: { code: 'unavailable', details: { missing: 'ffmpeg' } } })
})
