import type { ProductView } from '../../../flows/pieces/content-view.ts'
import type { DraftInput, SaveInput } from '../../../flows/pieces/draft-input.ts'
import type { WorkingPiece } from '../../../flows/pieces/read-working-piece.ts'
import { widestUrl } from '../../../lib/picture-sizes.ts'
import type { Locale } from '../../../ui/i18n/index.ts'
import type { DisclosureDraft, PieceDraft, ProductOption, VideoDraft } from '../../../ui/studio/draft.ts'

export type { ProductView, WorkingPiece }

type StoredMedia = NonNullable<WorkingPiece['draft']['video']>

type Disclosure = NonNullable<DraftInput['disclosure']>

/** The draft as `POST /v1/pieces` and `PUT /v1/pieces/:id` take it. */
export function draftBody(draft: PieceDraft, baseVersion: string | null): Omit<SaveInput, 'id'> {
  const { title, body, language, video } = draft
  return {
    kind: draft.kind === 'post' ? 'posts' : 'video-notes',
    ...(baseVersion === null ? {} : { baseVersion }),
    draft: {
      title,
      body,
      language,
      topics: draft.topics,
      pictures: draft.pictures.map(({ media, alt }) => ({ media: media.id, alt })),
      video: video?.media.id ?? null,
      poster: video?.media.posterId ?? null,
      captions: video?.captions?.text ?? null,
      placements: draft.placements.map(({ product, ...place }) => ({ ...place, product: product.id })),
      disclosure: connectionOf(draft.disclosure),
      aiMade: draft.ai,
      aiDenial: draft.aiDenial.trim() || null,
      editNote: draft.editNote || null,
    },
  }
}

/** The stored draft as the editors write on it. */
export function draftOf({ id, kind, draft }: WorkingPiece, locale: Locale): PieceDraft {
  const { title, body, language, pictures, placements, disclosure, topics, editNote } = draft
  return {
    id,
    kind: kind === 'posts' ? 'post' : 'video-note',
    title,
    body,
    language,
    topics,
    editNote: editNote ?? '',
    pictures,
    video: videoOf(draft),
    placements: placements.map(({ product, ...place }) => ({ ...place, product: productOf(product, locale) })),
    disclosure: declaredOf(disclosure),
    credited: draft.credited,
    ai: draft.aiMade,
    aiDenial: draft.aiDenial ?? '',
  }
}

function videoOf({ video, poster, captions }: WorkingPiece['draft']): VideoDraft | null {
  if (video === null) return null
  return { media: videoWithPoster(video, poster), posterSecond: null, captions: captions === null ? null : { name: null, text: captions } }
}

/** A cover that was chosen stands in for the video's own. */
export function videoWithPoster(video: StoredMedia, poster: StoredMedia | null): StoredMedia {
  const url = widestUrl(poster?.sources ?? [])
  return poster && url ? { ...video, posterId: poster.id, posterUrl: url, sources: poster.sources } : video
}

/** A product with its name in the reader's language. */
export const productOf = ({ title, ...product }: ProductView, locale: Locale): ProductOption => ({ ...product, title: title[locale] })

/** One connection is stored: the weightiest that was declared. That commission is earned is the server's to say. */
const connectionOf = ({ sample, paid, relation }: DisclosureDraft): Disclosure =>
  paid ? 'paid' : relation ? 'employee' : sample ? 'sample' : 'none'

const declaredOf = (stored: Disclosure): DisclosureDraft => ({
  sample: stored === 'sample',
  paid: stored === 'paid',
  relation: stored === 'employee' || stored === 'family' || stored === 'equity' || stored === 'discount',
})
