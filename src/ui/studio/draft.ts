import type { MediaView } from '../view/media.ts'

/** The two kinds of content; *piece* means either. */
export type PieceKind = 'post' | 'video-note'

/** Where a product stands: in the text, on a picture, or over a span of seconds. */
export type PlacementKind = 'text' | 'hotspot' | 'moment'

/** A product as the picker and the placement rows show it. */
export interface ProductOption {
  id: string
  slug: string
  title: string
  picture: MediaView | null
  /** Minor units; null when nothing of it is for sale. */
  price: { amount: number; currency: string } | null
  /** Pieces that can be sold now; null when the shop does not count them. */
  stock: number | null
  /** What the writer would earn, in basis points; null when the product pays no commission. */
  commissionBps: number | null
  /** A code of the writer's earns on it, whatever its link does. */
  codeEarns: boolean
  /** A product may sell out or leave the shop while somebody writes about it. */
  state: 'available' | 'sold_out' | 'withdrawn'
}

/** One product at one place. Positions that do not belong to its kind are null. */
export interface PlacementDraft {
  id: string
  /** 1-based, contiguous over the piece; the body names it as `[[number]]`. */
  number: number
  kind: PlacementKind
  product: ProductOption
  /** 0-based index into `pictures`, for hotspots. */
  picture: number | null
  /** Per cent of the picture's width and height, 0–100. */
  x: number | null
  y: number | null
  /** Seconds into the video, `from < to`. */
  from: number | null
  to: number | null
}

export interface PictureDraft {
  media: MediaView
  /** What the picture shows, for those who do not see it. */
  alt: string
}

export interface VideoDraft {
  /** `posterId`: media id of the cover that goes with this version. */
  media: MediaView & { posterId?: string }
  /** The second whose frame was chosen to stand for the video until it plays; null: the cover is as it was. */
  posterSecond: number | null
  /** The words of a WebVTT file, and the name of the file. */
  captions: { name: string | null; text: string } | null
}

/** What the writer declares beyond what the ledger already says (DIS-3): the weightiest that holds. It can add to the label, never take away. */
export interface DisclosureDraft {
  sample: boolean
  paid: boolean
  relation: boolean
}

/** Everything that an editor of a piece changes. Review state, links and counters live elsewhere. */
export interface PieceDraft {
  /** Null until the first save. */
  id: string | null
  kind: PieceKind
  title: string
  /** Plain text: paragraphs by blank line, `## ` headings, `[[3]]` marks. */
  body: string
  /** The language the piece is written in, not the interface's. */
  language: 'zh' | 'en'
  pictures: PictureDraft[]
  video: VideoDraft | null
  placements: PlacementDraft[]
  disclosure: DisclosureDraft
  /** It was credited once: that it bears commission stays said. */
  credited: boolean
  /** Pictures, sound or text were made by a machine (DIS-5). */
  ai: boolean
  /** Why not, when a file says that AI made it. */
  aiDenial: string
  /** Topic ids. */
  topics: string[]
  /** What an edit changed, for readers; empty when there is nothing to say. */
  editNote: string
}

/** An empty piece of a kind, in the writer's language. */
export function emptyDraft(kind: PieceKind, language: 'zh' | 'en'): PieceDraft {
  return {
    id: null,
    kind,
    title: '',
    body: '',
    language,
    pictures: [],
    video: null,
    placements: [],
    disclosure: { sample: false, paid: false, relation: false },
    credited: false,
    ai: false,
    aiDenial: '',
    topics: [],
    editNote: '',
  }
}
