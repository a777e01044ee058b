import type { PieceKind } from '../../modules/publishing/index.ts'

/** One product at one place, as an editor sends it. Which link it gets is not the client's to say. */
export interface PlacementInput {
  /** Of the row when it was saved before; anything else gets a new one. */
  id?: string | null | undefined
  /** 1 upwards without a gap; the body names it `[[n]]`. */
  number: number
  kind: 'text' | 'hotspot' | 'moment'
  product: string
  picture?: number | null | undefined
  x?: number | null | undefined
  y?: number | null | undefined
  from?: number | null | undefined
  to?: number | null | undefined
}

/** A piece as its author writes it. What is absent is empty: a save says everything. */
export interface DraftInput {
  title?: string | undefined
  body?: string | undefined
  language?: 'zh' | 'en' | undefined
  /** Id of a piece of one's own that this one translates. */
  translationOf?: string | null | undefined
  /** Topic ids. */
  topics?: readonly string[] | undefined
  /** Media ids with what the pictures show, in order. Posts only. */
  pictures?: readonly { media: string; alt?: string | null | undefined }[] | undefined
  /** Media ids; the poster is the video's own when absent. Video notes only. */
  video?: string | null | undefined
  poster?: string | null | undefined
  /** WebVTT. */
  captions?: string | null | undefined
  placements?: readonly PlacementInput[] | undefined
  disclosure?: 'none' | 'commission' | 'sample' | 'paid' | 'discount' | 'employee' | 'family' | 'equity' | undefined
  aiMade?: boolean | undefined
  /** Why it is not, when a file of it says that a machine made it (DIS-5). Kept only then. */
  aiDenial?: string | null | undefined
  /** What changed since the public version, for readers. */
  editNote?: string | null | undefined
}

export interface SaveInput {
  /** Absent: a new piece. */
  id?: string | undefined
  kind: PieceKind
  draft: DraftInput
  /** The version that the author had before her when she wrote; another one in the meantime is `stale`. */
  baseVersion?: string | undefined
}
