/** One stored size of a picture. */
export interface MediaSource {
  /** Width in CSS pixels at density 1. */
  width: number
  url: string
  /** MIME type, such as `image/webp`. */
  type: string
}

/** A picture or a video as screens need it. Sizes are those of the original, so that a place can be kept before it comes. */
export interface MediaView {
  id: string
  kind: 'image' | 'video'
  width: number
  height: number
  /** What one sees, in the piece's language; empty when it is decoration. */
  alt: string
  /** Base64 of a ThumbHash. */
  thumbhash?: string
  /** For an image: its sizes. For a video: the sizes of its poster. */
  sources: MediaSource[]
  posterUrl?: string
  videoUrl?: string
  /** WebVTT. */
  captionsUrl?: string
  durationSeconds?: number
  /** Its file says that a machine made it, or parts of it (DIS-5); told to its owner and to editors. */
  aiSuspect?: true
}
