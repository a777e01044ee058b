import type { PayloadRequest } from 'payload'
import { idOf, newId } from '../../lib/ids.ts'
import { creditedPieces } from '../../modules/ledger/store/credited-pieces.ts'
import { isAiSuspect } from '../../modules/media/index.ts'
import { findMediaByIds } from '../../modules/media/store.ts'
import type { PieceKind } from '../../modules/publishing/index.ts'
import { ensureLinks } from '../../modules/publishing/store/links.ts'
import type { PieceContent } from '../../modules/publishing/store/pieces.ts'
import { bearsCommission, findEarningRows } from '../programmes/earning-rows.ts'
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
    aiDenial: draft.aiDenial?.trim() || null,
    firstPublishedAt: before?.firstPublishedAt ?? null,
    editNote: draft.editNote || null,
  }
}

const rowId = (id: string | null | undefined): string => id ?? newId()

/**
 * Puts in what is ours to say: each placement's link, and the declared connection raised to the least that links,
 * codes and ledger make necessary (DIS-1). An author adds to the label and never takes from it. A reason against a file's own word that a
 * machine made it stays only while there is such a file (DIS-5).
 */
export async function completeContent(
  req: PayloadRequest,
  piece: { id: string; kind: PieceKind; author: string },
  content: PieceContent,
  now: Date,
): Promise<PieceContent> {
  const places = content.placements ?? []
  const links = await ensureLinks(
    req,
    piece,
    places.map(({ product }) => idOf(product)),
  )
  const placements = places.map((place) => ({ ...place, link: links.get(idOf(place.product)) ?? null }))
  const aiDenial = content.aiMade || !(await saysMachine(req, content)) ? null : content.aiDenial
  const raised = content.disclosure === 'none' && (await owesLabel(req, piece.id, placements, now))
  return { ...content, aiDenial, placements, disclosure: raised ? 'commission' : content.disclosure }
}

/** DIS-5: whether a file of it says that a machine made it; asked only where a reason stands that needs one. */
async function saysMachine(req: PayloadRequest, { aiDenial, pictures, video }: PieceContent): Promise<boolean> {
  if (!aiDenial) return false
  const ids = [...(pictures ?? []).map(({ media }) => idOf(media)), ...(video ? [idOf(video)] : [])]
  return (await findMediaByIds(req, ids)).some(({ aiSign }) => isAiSuspect(aiSign))
}

/**
 * DIS-1, DIS-3: whether its readers must be told of commission: of any placement its author may earn something now, by the link or by a
 * code of hers, or the piece was credited once.
 */
export async function owesLabel(req: PayloadRequest, piece: string, placements: PieceContent['placements'], now: Date): Promise<boolean> {
  const links = (placements ?? []).flatMap(({ link }) => (link ? idOf(link) : []))
  const rows = await findEarningRows(req, links, now)
  return [...rows.values()].some(bearsCommission) || (await creditedPieces(req, [piece])).has(piece)
}
