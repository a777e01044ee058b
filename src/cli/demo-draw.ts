import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { paint } from '../demo/drawings/paint.ts'
import { drawings, sceneFile, sceneHotspots, sceneNames } from '../demo/drawings/picture-list.ts'

/**
 * `npm run demo:draw`: draws the pictures of the first world anew and films its two clips (the clips need ffmpeg).
 * What it writes is committed, so that a first start needs neither.
 */
const folder = path.resolve('src/demo/pictures')
const clips = path.resolve('src/demo/clips')
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? ''

/** Two slow camera moves over a drawing of 720×1280 or more; `zoom` is the end of a push-in that begins at 1. */
const films = [
  { name: 'tent', drawing: 'scene-camp-dusk', seconds: 9, zoom: 1.22, from: [0.3, 0.75], to: [0.52, 0.82] },
  { name: 'pour-over', drawing: 'scene-coffee-pour', seconds: 10, zoom: 1.22, from: [0.6, 0.2], to: [0.42, 0.72] },
] as const

mkdirSync(folder, { recursive: true })
mkdirSync(clips, { recursive: true })
let bytes = 0
for (const { name, width, height, svg } of drawings().filter((drawing) => drawing.name.includes(only))) {
  const picture = await paint(svg(), width, height)
  writeFileSync(path.join(folder, `${name}.webp`), picture)
  bytes += picture.length
  console.log(`${name}.webp ${width}×${height} ${Math.round(picture.length / 1024)} kB`)
}
if (!only) {
  const places = Object.fromEntries(sceneNames.map((name) => [sceneFile(name), sceneHotspots(name)]))
  writeFileSync(path.join(folder, 'hotspots.json'), `${JSON.stringify(places, null, 2)}\n`)
}
for (const film of films.filter(({ name }) => name.includes(only))) await shoot(film)
console.log(`Pictures: ${(bytes / 1024 / 1024).toFixed(2)} MB`)

/** Renders every frame with sharp (sub-pixel steps stay smooth on an enlarged drawing) and lets ffmpeg join them. */
async function shoot({ name, drawing, seconds, zoom, from, to }: (typeof films)[number]): Promise<void> {
  const source = drawings().find((one) => one.name === drawing)
  if (!source) throw new Error(`No drawing is called ${drawing}`)
  const frames = mkdtempSync(path.join(os.tmpdir(), 'zhongcao-film-'))
  const large = { width: 1620, height: 2160 }
  const still = await paint(source.svg(), large.width, large.height)
  const pixels = await sharp(still).removeAlpha().raw().toBuffer()
  const count = seconds * 24
  for (let frame = 0; frame < count; frame += 1) {
    const t = frame / (count - 1)
    const eased = t * t * (3 - 2 * t)
    const scale = 1 + (zoom - 1) * eased
    // The widest window of 9:16 in the drawing, smaller as the camera comes closer.
    const height = Math.round(large.height / scale)
    const width = Math.round((height * 9) / 16)
    const x = from[0] + (to[0] - from[0]) * eased
    const y = from[1] + (to[1] - from[1]) * eased
    const left = Math.round((large.width - width) * x)
    const top = Math.round((large.height - height) * y)
    await sharp(pixels, { raw: { ...large, channels: 3 } })
      .extract({ left, top, width, height })
      .resize(720, 1280)
      .jpeg({ quality: 92 })
      .toFile(path.join(frames, `${String(frame).padStart(4, '0')}.jpg`))
  }
  const file = path.join(clips, `${name}.mp4`)
  const coding = [
    '-c:v',
    'libx264',
    '-preset',
    'slow',
    '-crf',
    '27',
    '-pix_fmt',
    'yuv420p',
    '-an',
    '-movflags',
    '+faststart',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
  ]
  const run = spawnSync(
    process.env.FFMPEG_PATH ?? 'ffmpeg',
    ['-v', 'error', '-y', '-framerate', '24', '-i', path.join(frames, '%04d.jpg'), ...coding, file],
    { stdio: 'inherit' },
  )
  rmSync(frames, { recursive: true, force: true })
  if (run.status !== 0) throw new Error(`ffmpeg could not make ${name}.mp4 (FFMPEG_PATH names another one)`)
  console.log(`${name}.mp4 720×1280 ${seconds} s ${Math.round(statSync(file).size / 1024)} kB`)
}
