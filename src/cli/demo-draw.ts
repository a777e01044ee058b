import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { clips } from '../demo/drawings/clip-list.ts'
import { film } from '../demo/drawings/film/film.ts'
import { encode, paint } from '../demo/drawings/paint.ts'
import { drawings, sceneHotspots } from '../demo/drawings/picture-list.ts'
import { scenes } from '../demo/drawings/scene-list.ts'

/**
 * `npm run demo:draw`: draws the pictures of the demo world anew and films its clips (the clips need ffmpeg).
 * What it writes is committed, so that a first start needs neither. `-- --only=tent` draws what has `tent` in its name.
 */
const folder = path.resolve('src/demo/pictures')
const clipFolder = path.resolve('src/demo/clips')
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? ''
const kB = (bytes: number): string => `${Math.round(bytes / 1024)} kB`
const drawn: Record<string, number> = {}

function keep(file: string, bytes: Buffer, about: string): void {
  writeFileSync(file, bytes)
  const kind = path.basename(file).split('-')[0] ?? ''
  drawn[file.endsWith('.mp4') ? 'clips' : kind] = (drawn[file.endsWith('.mp4') ? 'clips' : kind] ?? 0) + bytes.length
  console.log(`${path.basename(file)} ${about} ${kB(bytes.length)}`)
}

/** Pictures and clips that the lists no longer name. */
function clear(): void {
  const named = new Set([...drawings().map(({ name }) => `${name}.webp`), ...clips.map(({ name }) => `clip-${name}.webp`), 'hotspots.json'])
  for (const file of readdirSync(folder)) if (!named.has(file)) rmSync(path.join(folder, file))
  for (const file of readdirSync(clipFolder)) if (!clips.some(({ name }) => file === `${name}.mp4`)) rmSync(path.join(clipFolder, file))
}

async function pictures(): Promise<void> {
  for (const { name, width, height, budget, svg } of drawings().filter((drawing) => drawing.name.includes(only)))
    keep(path.join(folder, `${name}.webp`), await paint(svg(), width, height, budget), `${width}×${height}`)
  const places = Object.fromEntries(scenes.map(({ file }) => [file, sceneHotspots(file)]))
  writeFileSync(path.join(folder, 'hotspots.json'), `${JSON.stringify(places, null, 2)}\n`)
}

async function films(): Promise<void> {
  for (const clip of clips.filter(({ name }) => `clip-${name}`.includes(only))) {
    const { poster, file } = await film(clip, process.env.FFMPEG_PATH ?? 'ffmpeg')
    keep(path.join(clipFolder, `${clip.name}.mp4`), file, `720×1280 ${clip.seconds} s`)
    keep(path.join(folder, `clip-${clip.name}.webp`), await encode(poster, 720, 1280, 70 * 1024), '720×1280')
  }
}

mkdirSync(folder, { recursive: true })
mkdirSync(clipFolder, { recursive: true })
if (!only) clear()
await pictures()
await films()
for (const [kind, bytes] of Object.entries(drawn)) console.log(`${kind}: ${kB(bytes)}`)
