import type { PayloadRequest } from 'payload'
import { idOf, newId } from '../../lib/ids.ts'
import { minimumLabel, type PieceKind } from '../../modules/publishing/index.ts'
import { ensureLinks, ratesOfLinks } from '../../modules/publishing/store/links.ts'
import type { PieceContent } from '../../modules/publishing/store/pieces.ts'
import type { DraftInput } from './draft-input.ts'

/**
 * What an author sent, as a whole version. Placement rows keep their ids while they last: an id that the piece did not
 * have before is not taken over.
 */
export function contentOf(kind: PieceKind, draft: DraftInput, before: PieceContent | null): PieceContent {
  const known = new Set((before?.placements ?? []).flatMap(({ id }) => id ?? []))
  const video = kind === 'video-notes' ? (draft.video ?? null) : null
  return {
    title: draft.title ?? '',
    body: draft.body ?? '',
    language: draft.language ?? before?.language ?? 'zh',
    translationOf: draft.translationOf ?? null,
    topics: [...new Set(draft.topics ?? [])],
    pictures: (draft.pictures ?? []).map(({ media, alt }, at) => ({ id: rowId(before?.pictures?.[at]?.id), media, alt: alt ?? null })),
    // A video on a post stays where it is, so that the rules can refuse it by name.
    video: kind === 'posts' ? (draft.video ?? null) : video,
    poster: kind === 'video-notes' ? (draft.poster ?? null) : null,
    captions: draft.captions || null,
    placements: (draft.placements ?? []).map((place) => ({
      id: place.id && known.delete(place.id) ? place.id : newId(),
      number: place.number,
      kind: place.kind,
      product: place.product,
      link: null,
      picture: place.picture ?? null,
      x: place.x ?? null,
      y: place.y ?? null,
      from: place.from ?? null,
      to: place.to ?? null,
    })),
    disclosure: draft.disclosure ?? 'none',
    aiMade: draft.aiMade ?? false,
    firstPublishedAt: before?.firstPublishedAt ?? null,
    editNote: draft.editNote || null,
  }
}

const rowId = (id: string | null | undefined): string => id ?? newId()

/**
 * Puts in what is ours to say: each placement's link, and the declared connection raised to the least that the links
 * make necessary (DIS-1). An author adds to the label and never takes from it.
 */
export async function completeContent(
  req: PayloadRequest,
  piece: { id: string; kind: PieceKind; author: string },
  content: PieceContent,
): Promise<PieceContent> {
  const places = content.placements ?? []
  const links = await ensureLinks(
    req,
    piece,
    places.map(({ product }) => idOf(product)),
  )
  const placements = places.map((place) => ({ ...place, link: links.get(idOf(place.product)) ?? null }))
  const raised = content.disclosure === 'none' && (await bearsCommission(req, placements))
  return { ...content, placements, disclosure: raised ? 'commission' : content.disclosure }
}

/** Whether any placement's link earns its creator something now. */
export async function bearsCommission(req: PayloadRequest, placements: PieceContent['placements']): Promise<boolean> {
  const links = (placements ?? []).flatMap(({ link }) => (link ? idOf(link) : []))
  const rates = await ratesOfLinks(req, links)
  return minimumLabel({ buyable: false, bearsCommission: [...rates.values()].some((rate) => (rate ?? 0) > 0), market: 'other' }) !== null
}
