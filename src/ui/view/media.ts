import type { PictureSizes } from '../../lib/picture-sizes.ts'

/** A picture as screens need it. Its size is that of the original, so that a place can be kept before it comes. */
export interface PictureView {
  width: number
  height: number
  /** What one sees, in the piece's language; empty when it is decoration. */
  alt: string
  /** What is shown in its place before it comes: colours from top to bottom, `#rrggbb` with commas between. */
  colours?: string
  /** One for each format. For a video: of its poster. */
  sources: PictureSizes[]
  /** Of a video whose poster has no sizes of its own. */
  posterUrl?: string
}

/** A picture or a video that can be told from others, as pages of their own show it. */
export interface MediaView extends PictureView {
  id: string
  kind: 'image' | 'video'
  videoUrl?: string
  /** WebVTT. */
  captionsUrl?: string
  durationSeconds?: number
  /** Its file says that a machine made it, or parts of it (DIS-5); told to its owner and to editors. */
  aiSuspect?: true
}
