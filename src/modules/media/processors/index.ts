import sharp from 'sharp'
import type { Result } from '../../../lib/result.ts'
import { fail, ok } from '../../../lib/result.ts'
import type { AiSign, AvifOutcome, ImageVariant, MediaType, ProcessedImage, ProcessedVideo } from '../index.ts'
import { makeAvif } from './avif.ts'
import { type CardShelf, cardShelf } from './card-shelf.ts'
import { type Incoming, type MediaFiles, mediaFiles } from './files.ts'
import { type ImageOptions, processImage } from './image.ts'
import { posterOf, processVideo, type VideoOptions } from './video.ts'
import { findVideoTools } from './video-tools.ts'

// What is decoded is never decoded twice: 50 MB of it would only be kept.
sharp.cache(false)

/** Files and the work on them, as the context carries it. */
export interface MediaService {
  files: MediaFiles
  /** Whether videos can be worked on here; `unavailable` with a sentence that says what to install. */
  canVideo(): Promise<Result<null>>
  image(source: { file: string; hash: string; type: MediaType }, options?: ImageOptions): Promise<Result<ProcessedImage>>
  /** Makes the AVIF beside a WebP variant where it is missing and worth having; `variants` reads all of its picture. */
  avif(webp: string, variants: () => Promise<readonly ImageVariant[]>): Promise<AvifOutcome>
  video(source: Incoming, options: VideoOptions): Promise<Result<ProcessedVideo>>
  /** The frame of a published video at a second, as a picture. */
  poster(mediaPath: string, second: number, aiSign: AiSign | null): Promise<Result<ProcessedImage>>
  /** Pictures that go with shared links. */
  cards: CardShelf
  /** How far a video of this process is, 0 to 1; null when nothing is known, and then nothing is claimed. */
  progressOf(mediaId: string): number | null
  setProgress(mediaId: string, done: number | null): void
}

/** @param root MEDIA_DIR. @param cards Folder for what can be drawn again. @param ffmpegPath FFMPEG_PATH, when given. */
export function mediaService(root: string, cards: string, ffmpegPath?: string): MediaService {
  const files = mediaFiles(root)
  const progress = new Map<string, number>()
  const tools = () => findVideoTools(ffmpegPath)
  return {
    files,
    async canVideo() {
      const found = await tools()
      return found.ok ? ok(null) : found
    },
    image: (source, options) => processImage(files, source, options),
    avif: (webp, variants) => makeAvif(files, webp, variants),
    async video(source, options) {
      const found = await tools()
      return found.ok ? processVideo(found.value, files, source, options) : found
    },
    async poster(mediaPath, second, aiSign) {
      const found = await tools()
      if (!found.ok) return found
      const video = files.resolve(mediaPath)
      return video
        ? posterOf(found.value, files, video, 'mp4', second, aiSign)
        : fail('invalid', 'Expected a video that can be played, got none')
    },
    cards: cardShelf(cards),
    progressOf: (id) => progress.get(id) ?? null,
    setProgress(id, done) {
      if (done === null) progress.delete(id)
      else progress.set(id, done)
    },
  }
}
