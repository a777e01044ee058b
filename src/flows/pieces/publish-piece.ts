import type { PayloadRequest } from 'payload'
import { next } from '../../lib/transitions.ts'
import { isPublic, pieceTransitions, type PieceState as Stage } from '../../modules/publishing/index.ts'
import { readVersion, writePublic } from '../../modules/publishing/store/pieces.ts'
import { findMediaOfPiece } from '../../modules/publishing/store/shown-media.ts'
import { changeState } from '../../modules/publishing/store/states.ts'
import type { PieceState } from '../../payload-types.ts'
import { reviewMediaOfPiece } from '../media/review-media.ts'
import { purgePiece } from '../pages/purge-piece.ts'
import { queueIndex } from '../search/queue-index.ts'
import { owesLabel } from './complete-content.ts'

/**
 * Makes exactly this version what readers see, inside the caller's transaction: the only writer of a piece's public row.
 * What the author saved since stays her working version. Answers the state that the piece is in then, null when it was
 * changed meanwhile. A restriction outlives it: a piece that was taken down stays unseen until it is restored.
 */
export async function publishPiece(req: PayloadRequest, state: PieceState, version: string, now: Date): Promise<PieceState | null> {
  const content = await readVersion(req, state.kind, version)
  if (!content) throw new Error(`Piece ${state.id} has no version ${version}`)
  const firstPublishedAt = content.firstPublishedAt ?? state.publishedAt ?? now.toISOString()
  // The rates of today decide about the label (DIS-1), not those of the day of writing.
  const disclosure =
    content.disclosure === 'none' && (await owesLabel(req, state.id, content.placements, now))
      ? ('commission' as const)
      : content.disclosure
  const before = await findMediaOfPiece(req, state.kind, state.id)
  await writePublic(req, state.kind, state.id, { ...content, disclosure, firstPublishedAt })
  const changed = await changeState(
    req,
    state,
    {
      state: stageAfter(state.workingVersion !== version),
      publicVersion: version,
      publishedAt: state.publishedAt ?? now.toISOString(),
      publishAt: null,
      isPublic: isPublic({ hasPublicVersion: true, restriction: state.restriction }),
      lastReason: null,
    },
    now,
  )
  if (!changed) return null
  await reviewMediaOfPiece(req, state, now, before)
  await purgePiece(req, state)
  await queueIndex(req, 'piece', state.id)
  return changed
}

/** A newer working version makes the piece one that is being edited. */
function stageAfter(writtenOn: boolean): Stage {
  const published = next(pieceTransitions, 'approved', 'publish')
  const edited = published.ok && writtenOn ? next(pieceTransitions, published.value, 'edit') : published
  if (!edited.ok) throw new Error(edited.failure.message)
  return edited.value
}
