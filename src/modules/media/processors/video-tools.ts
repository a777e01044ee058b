import path from 'node:path'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { runTool } from './run-tool.ts'

/** Programs that read and write videos. */
export interface VideoTools {
  ffmpeg: string
  ffprobe: string
  version: string
}

/**
 * Looks for ffmpeg and ffprobe: beside `ffmpegPath` when it is given (FFMPEG_PATH), else in the PATH. The system's own
 * come first in our advice: they get security fixes, and uploads are not to be trusted. Failure `unavailable` when there are none.
 */
export async function findVideoTools(ffmpegPath?: string): Promise<Result<VideoTools>> {
  const ffmpeg = ffmpegPath || 'ffmpeg'
  const beside = ffmpegPath ? path.join(path.dirname(ffmpegPath), path.basename(ffmpegPath).replace('ffmpeg', 'ffprobe')) : 'ffprobe'
  const version = await versionOf(ffmpeg)
  const ffprobe = (await versionOf(beside)) ? beside : (await versionOf('ffprobe')) ? 'ffprobe' : null
  if (version && ffprobe) return ok({ ffmpeg, ffprobe, version })
  const missing = version ? 'ffprobe' : 'ffmpeg'
  return fail('unavailable', `videos need ffmpeg and ffprobe; ${missing} was not found: install the package ffmpeg or set FFMPEG_PATH`, {
    details: { missing },
  })
}

async function versionOf(program: string): Promise<string | null> {
  try {
    const run = await runTool(program, ['-version'], 10)
    return run.code === 0 ? (/version (\S+)/.exec(run.stdout)?.[1] ?? 'unknown') : null
  } catch {
    return null // not there, or not executable
  }
}
