import { z } from 'zod'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { type MediaType, mediaLimits } from '../index.ts'
import { runTool } from './run-tool.ts'
import type { VideoTools } from './video-tools.ts'

export interface VideoFacts {
  /** Null when the container does not say, as recordings made in browsers do not. */
  durationSeconds: number | null
  /** As it is to be seen: rotation and pixel shape applied. */
  width: number
  height: number
  videoCodec: string
  pixelFormat: string
  audioCodec: string | null
  framesPerSecond: number
  squarePixels: boolean
  /** Indexes of the streams that count: a cover picture is a video stream too. */
  streams: number[]
}

const seconds = z.coerce.number().positive().optional().catch(undefined)
const streamSchema = z.object({
  index: z.number(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  pix_fmt: z.string().optional(),
  sample_aspect_ratio: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  duration: seconds,
  disposition: z.object({ attached_pic: z.number().optional() }).optional(),
  side_data_list: z.array(z.object({ rotation: z.coerce.number().optional() })).optional(),
})
const probeSchema = z.object({ streams: z.array(streamSchema).default([]), format: z.object({ duration: seconds }).default({}) })
type Stream = z.infer<typeof streamSchema>

/**
 * Arguments that open an upload: local files only, and the demuxer that its first bytes call for. A playlist that
 * names other files or addresses is therefore never followed.
 */
export const inputArguments = (file: string, type: MediaType): string[] => [
  '-protocol_whitelist',
  'file,pipe',
  '-f',
  type === 'webm' ? 'matroska' : 'mov',
  '-i',
  `file:${file}`,
]

/** Reads what a video is and refuses what we do not take: no picture, too long, too large. */
export async function probeVideo(tools: VideoTools, file: string, type: MediaType): Promise<Result<VideoFacts>> {
  const run = await runTool(
    tools.ffprobe,
    ['-v', 'error', '-print_format', 'json', '-show_format', '-show_streams', ...inputArguments(file, type)],
    30,
  )
  if (run.timedOut) return fail('invalid', 'expected a video whose header can be read; reading it took over 30 s')
  const parsed = run.code === 0 ? probeSchema.safeParse(parseJson(run.stdout)) : null
  if (!parsed?.success) return fail('invalid', 'expected a video that can be decoded; its container is damaged or not what it claims to be')
  const { streams, format } = parsed.data
  const video = streams.find((stream) => stream.codec_type === 'video' && !stream.disposition?.attached_pic)
  if (!video?.width || !video.height || !video.codec_name) return fail('invalid', 'expected a video; the file has no moving picture')
  const audio = streams.find((stream) => stream.codec_type === 'audio')
  return withinLimits({
    ...uprightSize(video, video.width, video.height),
    durationSeconds: format.duration ?? video.duration ?? null,
    videoCodec: video.codec_name,
    pixelFormat: video.pix_fmt ?? 'unknown',
    audioCodec: audio ? (audio.codec_name ?? 'unknown') : null,
    framesPerSecond: ratio(video.avg_frame_rate, '/') ?? 0,
    streams: audio ? [video.index, audio.index] : [video.index],
    squarePixels: (ratio(video.sample_aspect_ratio, ':') ?? 1) === 1,
  })
}

/** Failure `too_large` for a video beyond the limits of `mediaLimits`. */
export function withinLimits(facts: VideoFacts): Result<VideoFacts> {
  const { maxSeconds, maxSide } = mediaLimits.video
  if (facts.durationSeconds !== null && facts.durationSeconds > maxSeconds + 0.5)
    return fail('too_large', `expected at most ${maxSeconds} s; the video lasts ${Math.ceil(facts.durationSeconds)} s`, {
      details: { seconds: Math.ceil(facts.durationSeconds), limitSeconds: maxSeconds },
    })
  if (Math.max(facts.width, facts.height) > maxSide)
    return fail('too_large', `expected at most ${maxSide} px on the longer side; got ${facts.width} × ${facts.height}`)
  return ok(facts)
}

function uprightSize(stream: Stream, codedWidth: number, height: number): { width: number; height: number } {
  const width = Math.round(codedWidth * (ratio(stream.sample_aspect_ratio, ':') ?? 1))
  const rotation = stream.side_data_list?.find((entry) => entry.rotation !== undefined)?.rotation ?? 0
  return Math.abs(rotation) % 180 === 90 ? { width: height, height: width } : { width, height }
}

/** `30000/1001` → 29.97; null for `0:1`, `0/0` and nothing. */
function ratio(text: string | undefined, separator: string): number | null {
  const [above, below] = (text ?? '').split(separator).map(Number)
  return above && below ? above / below : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
