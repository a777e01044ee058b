import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { type AiSign, fitVideo, type MediaType, markOf, mediaLimits, type ProcessedVideo, videoPath } from '../index.ts'
import { fileSign, markVideo } from './ai-file.ts'
import type { Incoming, MediaFiles } from './files.ts'
import { processImage } from './image.ts'
import { inputArguments, probeVideo, type VideoFacts } from './probe.ts'
import { runTool } from './run-tool.ts'
import type { VideoTools } from './video-tools.ts'

export interface VideoOptions {
  /** Second of the poster frame; the first second or a third of a shorter video when absent. */
  posterSecond?: number
  /** Called with 0…1 while the video is written, about twice a second; never goes back. */
  onProgress?: (done: number) => void
  /** Longest time for writing the video, seconds. */
  timeoutSeconds?: number
}

const common = ['-hide_banner', '-nostdin', '-v', 'error', '-y']
/** Data tracks (positions of action cameras), subtitles, chapters and all metadata stay behind. */
const stripped = ['-map_metadata', '-1', '-map_metadata:s', '-1', '-map_chapters', '-1', '-dn', '-sn']
const container = ['-fflags', '+bitexact', '-movflags', '+faststart', '-f', 'mp4']
const MAX_BITS_PER_SECOND = 6_000_000

/**
 * Makes an upload playable everywhere: H.264 and AAC in an MP4 that starts at once, at most 720 × 1280, without metadata,
 * and a poster. A file that is so already keeps its picture bit by bit and gets a new container only. Leaves the source where it is.
 * Failures: `invalid`, `too_large`. Throws when the disk fails.
 */
export async function processVideo(
  tools: VideoTools,
  files: MediaFiles,
  source: Incoming,
  options: VideoOptions = {},
): Promise<Result<ProcessedVideo>> {
  const facts = await probeVideo(tools, source.file, source.type)
  if (!facts.ok) return facts
  const output = await files.temporary('mp4')
  try {
    const transcoded = !isPlayable(facts.value, source)
    const written = await writeVideo(tools, source, output, facts.value, transcoded, options)
    if (!written.ok) return written
    const made = await probeVideo(tools, output, 'mp4')
    if (!made.ok) return made
    const durationSeconds = made.value.durationSeconds ?? 0
    const posterSecond = clampSecond(options.posterSecond ?? Math.min(1, durationSeconds / 3), durationSeconds)
    const aiSign = await fileSign(source.file, source.type)
    const poster = await posterOf(tools, files, output, 'mp4', posterSecond, aiSign)
    if (!poster.ok) return poster
    const mark = markOf(aiSign)
    if (mark) await markVideo(output, mark)
    const { size: bytes } = await stat(output)
    const path = videoPath(source.hash)
    await files.publish(output, path)
    const { width, height, audioCodec } = made.value
    return ok({
      kind: 'video',
      hash: source.hash,
      path,
      width,
      height,
      durationSeconds,
      bytes,
      hasAudio: audioCodec !== null,
      transcoded,
      poster: poster.value,
      posterSecond,
      aiSign,
    })
  } finally {
    await files.discard(output)
  }
}

/** The frame at `second` as a picture with its variants; for another poster later, give the published video. */
export async function posterOf(
  tools: VideoTools,
  files: MediaFiles,
  video: string,
  type: MediaType,
  second: number,
  aiSign: AiSign | null = null,
) {
  const frame = await files.temporary('png')
  try {
    const args = [
      ...common,
      '-ss',
      second.toFixed(3),
      ...inputArguments(video, type),
      '-frames:v',
      '1',
      '-an',
      '-c:v',
      'png',
      '-f',
      'image2',
      `file:${frame}`,
    ]
    const run = await runTool(tools.ffmpeg, args, 60)
    if (run.code !== 0) return fail('invalid', `expected a picture at second ${second.toFixed(1)}; none could be decoded`)
    const received = await files.receive(createReadStream(frame))
    if (!received.ok) return fail('invalid', `expected a picture at second ${second.toFixed(1)}; the video has none there`)
    try {
      return await processImage(files, received.value, { aiSign })
    } finally {
      await files.discard(received.value.file)
    }
  } finally {
    await files.discard(frame)
  }
}

/** Whether browsers play the picture and sound as they are, at a size that phones stream. */
function isPlayable(facts: VideoFacts, source: Incoming): boolean {
  const fit = fitVideo(facts.width, facts.height)
  const small = Math.abs(fit.width - facts.width) <= 1 && Math.abs(fit.height - facts.height) <= 1
  const light = facts.durationSeconds !== null && (source.bytes * 8) / facts.durationSeconds <= MAX_BITS_PER_SECOND
  const codecs = facts.videoCodec === 'h264' && facts.pixelFormat === 'yuv420p' && (facts.audioCodec === null || facts.audioCodec === 'aac')
  return codecs && small && light && facts.squarePixels && source.type !== 'webm'
}

async function writeVideo(
  tools: VideoTools,
  source: Incoming,
  output: string,
  facts: VideoFacts,
  transcode: boolean,
  options: VideoOptions,
): Promise<Result<null>> {
  const { timeoutSeconds = 900, onProgress } = options
  const { maxSeconds } = mediaLimits.video
  const chosen = facts.streams.flatMap((index) => ['-map', `0:${index}`])
  const how = transcode ? encoding(facts) : ['-c', 'copy']
  // one second more than allowed is read, so that a video of unknown length that is too long is noticed afterwards
  const limit = ['-t', String(maxSeconds + 1)]
  const args = [
    ...common,
    '-progress',
    'pipe:1',
    ...inputArguments(source.file, source.type),
    ...chosen,
    ...stripped,
    ...how,
    ...limit,
    ...container,
    `file:${output}`,
  ]
  const run = await runTool(tools.ffmpeg, args, timeoutSeconds, progressReader(facts.durationSeconds, onProgress))
  if (run.timedOut) return fail('invalid', `expected a video that can be converted in ${timeoutSeconds} s; it took longer`)
  if (run.code !== 0) {
    if (/No space left on device/.test(run.stderr)) throw new Error('no space left for videos')
    return fail('invalid', 'expected a video that can be decoded to its end; this one is damaged')
  }
  onProgress?.(1)
  return ok(null)
}

function encoding(facts: VideoFacts): string[] {
  const { width, height } = fitVideo(facts.width, facts.height)
  const video = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-maxrate', '3500k', '-bufsize', '7000k', '-profile:v', 'high']
  const picture = ['-vf', `scale=${width}:${height},setsar=1`, '-pix_fmt', 'yuv420p', '-threads', '2']
  const rate = facts.framesPerSecond > 60 ? ['-r', '60'] : []
  return [...video, ...picture, ...rate, '-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', '48000']
}

/** Turns ffmpeg's progress lines into parts of the whole. Silent when the length is unknown: a made-up figure would be a lie. */
function progressReader(durationSeconds: number | null, onProgress?: (done: number) => void): (text: string) => void {
  let rest = ''
  let last = 0
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const microseconds = Number(/^out_time_us=(\d+)$/.exec(line)?.[1])
      if (!durationSeconds || !microseconds) continue
      const done = Math.min(0.99, microseconds / 1e6 / durationSeconds)
      if (done <= last) continue
      last = done
      onProgress?.(done)
    }
  }
}

const clampSecond = (second: number, duration: number): number => Math.max(0, Math.min(second, duration - 0.1))
