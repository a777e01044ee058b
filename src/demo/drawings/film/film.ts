import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ClipEntry } from '../clip-list.ts'
import { type Camera, type Frame, held, outHeight, outWidth } from './canvas.ts'
import type { Path, Stage } from './stage.ts'
import { stages } from './stages.ts'

/** Frames for each second. */
const rate = 24
const budget = 700 * 1024

/** The camera at `t`, between its two neighbours on the path. */
export function cameraAt(way: Path, t: number): Camera {
  const next = way.findIndex(([at]) => at > t)
  const from = way[next < 0 ? way.length - 1 : Math.max(0, next - 1)]!
  const to = next < 0 ? from : way[next]!
  const raw = to[0] === from[0] ? 1 : (t - from[0]) / (to[0] - from[0])
  const k = raw * raw * (3 - 2 * raw)
  const between = (i: 1 | 2 | 3): number => from[i] + (to[i] - from[i]) * k
  return held({ x: between(1), y: between(2), zoom: between(3) })
}

const blank = (): Frame => new Uint8ClampedArray(outWidth * outHeight * 3)

/** One frame as raw RGB. */
export async function still(clip: ClipEntry, t: number): Promise<Buffer> {
  const stage = await stageOf(clip)
  const frame = blank()
  await stage.shot(frame, t, cameraAt(stage.path, t))
  return Buffer.from(frame)
}

const made = new Map<string, Promise<Stage>>()
function stageOf(clip: ClipEntry): Promise<Stage> {
  const known = made.get(clip.name) ?? stages[clip.name]?.(clip.seconds)
  if (!known) throw new Error(`No stage is set for the clip ${clip.name}`)
  made.set(clip.name, known)
  return known
}

function run(ffmpeg: string, args: string[]): void {
  const { status } = spawnSync(ffmpeg, ['-v', 'error', '-y', ...args], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${ffmpeg} could not make a clip (FFMPEG_PATH names another one)`)
}

/** Every frame of the clip, kept without loss, so that it can be coded until it is small enough. */
async function shoot(clip: ClipEntry, ffmpeg: string, file: string): Promise<void> {
  const stage = await stageOf(clip)
  const size = `${outWidth}x${outHeight}`
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', size, '-r', String(rate), '-i', '-']
  const child = spawn(ffmpeg, ['-v', 'error', '-y', ...input, '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0', file], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const ended = once(child, 'close')
  for (let i = 0; i < clip.seconds * rate; i += 1) {
    const frame = blank()
    const t = i / rate
    await stage.shot(frame, t, cameraAt(stage.path, t))
    if (!child.stdin.write(Buffer.from(frame.buffer))) await once(child.stdin, 'drain')
  }
  child.stdin.end()
  const [status] = (await ended) as [number]
  if (status !== 0) throw new Error(`${ffmpeg} could not keep the frames of ${clip.name}`)
}

/** The clip as H.264 (yuv420p, ready to stream) and its poster as raw RGB. */
export async function film(clip: ClipEntry, ffmpeg: string): Promise<{ file: Buffer; poster: Buffer }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhongcao-film-'))
  try {
    const [kept, coded] = [path.join(folder, 'kept.mkv'), path.join(folder, 'clip.mp4')]
    await shoot(clip, ffmpeg, kept)
    const plain = ['-an', '-movflags', '+faststart', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact']
    for (let crf = 23; crf <= 38; ) {
      run(ffmpeg, ['-i', kept, '-c:v', 'libx264', '-preset', 'medium', '-crf', String(crf), '-pix_fmt', 'yuv420p', ...plain, coded])
      const over = statSync(coded).size / budget
      if (over <= 1) break
      // Six steps halve a file.
      crf += Math.max(1, Math.ceil(6 * Math.log2(over)))
    }
    return { file: readFileSync(coded), poster: await still(clip, (await stageOf(clip)).poster) }
  } finally {
    made.delete(clip.name)
    rmSync(folder, { recursive: true, force: true })
  }
}
