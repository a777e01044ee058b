import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { ok, type Result } from '../../lib/result.ts'
import { readReviewSettings } from '../../modules/moderation/store.ts'
import type { PieceKind, Restriction, PieceState as Stage } from '../../modules/publishing/index.ts'
import { readVersion } from '../../modules/publishing/store/pieces.ts'
import type { PieceState } from '../../payload-types.ts'
import { type ContentView, contentViews } from './content-view.ts'
import { ownPiece } from './own-piece.ts'

/** What an editor said last, until the piece is published. */
export interface EditorAnswer {
  action: 'request_changes' | 'reject' | 'take_down'
  rule: string | null
  reason: string
  /** ISO. */
  at: string
}

/** A piece as its author writes on it. */
export interface WorkingPiece {
  id: string
  kind: PieceKind
  /** Send it as `baseVersion` with the next save. */
  version: string
  state: Stage
  restriction: Restriction
  /** Readers see a version of it now. */
  isPublic: boolean
  /** There is a public version and this is a newer one. */
  isEdit: boolean
  publishedAt: string | null
  /** ISO: when what waits is to become public; null for as soon as it is let pass. */
  publishAt: string | null
  /** An editor let a version pass, and this is a newer one. */
  isNewer: boolean
  updatedAt: string
  answer: EditorAnswer | null
  draft: ContentView
}

/** The working version of one's own piece. Failures: `not_found`, `gone`, `forbidden`, `unauthenticated`. */
export async function readWorkingPiece(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<WorkingPiece>> {
  const req = await ctx.req()
  const found = await ownPiece(req, actor, id)
  if (!found.ok) return found
  const state = found.value
  const content = state.workingVersion ? await readVersion(req, state.kind, state.workingVersion) : null
  if (!content) throw new Error(`Piece ${id} has lost its working version`)
  const [draft] = await contentViews(ctx, req, id, [content], (await readReviewSettings(req)).market)
  if (!draft) throw new Error('A version has no view')
  return ok({ ...stateView(state), draft })
}

/** The part that every list and page of the author's needs. */
export const stateView = (state: PieceState): Omit<WorkingPiece, 'draft'> => ({
  id: state.id,
  kind: state.kind,
  version: state.workingVersion ?? '',
  state: state.state,
  restriction: state.restriction,
  isPublic: state.isPublic ?? false,
  isEdit: Boolean(state.publicVersion) && state.publicVersion !== state.workingVersion,
  publishedAt: state.publishedAt ?? null,
  publishAt: state.publishAt ?? null,
  isNewer: (state.state === 'approved' || state.state === 'scheduled') && state.workingVersion !== state.submittedVersion,
  updatedAt: state.updatedAt,
  answer: (state.lastReason as EditorAnswer | null | undefined) ?? null,
})
