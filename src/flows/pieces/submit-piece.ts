import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, failAll, ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { findMedia } from '../../modules/media/store.ts'
import { findAuthors, openItem, readReviewSettings } from '../../modules/moderation/store.ts'
import {
  checkPublishAt,
  type PieceEvent,
  pieceTransitions,
  type PieceState as Stage,
  waitsForTime,
} from '../../modules/publishing/index.ts'
import { type PieceContent, readVersion, saveVersion } from '../../modules/publishing/store/pieces.ts'
import { changeState } from '../../modules/publishing/store/states.ts'
import type { PieceState } from '../../payload-types.ts'
import { refId } from '../media/media-view.ts'
import { draftProblems } from './check-draft.ts'
import { completeContent } from './complete-content.ts'
import { noteChange } from './note-change.ts'
import { changedMeanwhile, ownPiece } from './own-piece.ts'
import { pieceOf, sameContent } from './save-piece.ts'

export interface Submitted {
  id: string
  version: string
  state: Stage
  reviewItemId: string
  /** ISO: until when an editor is to have looked. */
  dueAt: string
}

/**
 * Sends the working version to the editors. What is public stays public. A second submission takes the place of the
 * first: whoever had that one before her cannot decide any more. Failures: `invalid` with everything that is missing,
 * `state` (rejected or withdrawn and not written on since, or let pass as it is), `not_found`, `gone`, `forbidden`. What was
 * let pass and waits for its time gives way to what is sent now. `publishAt` (ISO, null for at once) is when it is to become
 * public; left out, what was said before stands while it is ahead.
 */
export async function submitPiece(
  ctx: Ctx,
  actor: Actor,
  { id, publishAt }: { id: string; publishAt?: string | null | undefined },
): Promise<Result<Submitted>> {
  return ctx.tx('submit piece', async (req) => {
    const found = await ownPiece(req, actor, id)
    if (!found.ok) return found
    const state = found.value
    const author = (await findAuthors(req, [actor.creatorId ?? ''])).get(actor.creatorId ?? '')
    if (author?.status !== 'active') return fail('forbidden', 'This creator profile is suspended.')
    const to = stateAfter(state)
    if (!to.ok) return to
    const wished = publishAt === undefined ? ok(stillAhead(state.publishAt, ctx.clock.now())) : checkPublishAt(publishAt, ctx.clock.now())
    if (!wished.ok) return wished
    const content = state.workingVersion ? await readVersion(req, state.kind, state.workingVersion) : null
    if (!content) throw new Error(`Piece ${id} has lost its working version`)
    const refused = failAll(await draftProblems(req, actor, state.kind, content, 'submit'))
    return refused ?? submit(ctx, req, actor, state, content, { to: to.value, publishAt: wished.value })
  })
}

/** How a piece that waits is taken back, to be sent again in one step. */
const takenBack: Partial<Record<Stage, PieceEvent>> = { submitted: 'recall', in_review: 'recall', approved: 'edit', scheduled: 'edit' }

function stateAfter({ state, workingVersion, submittedVersion }: PieceState): Result<Stage> {
  const passed = state === 'approved' || state === 'scheduled'
  if (passed && workingVersion === submittedVersion) return fail('state', 'This version was let pass already: it needs no second look.')
  const event = takenBack[state]
  const back = event ? next(pieceTransitions, state, event) : ok(state)
  return back.ok ? next(pieceTransitions, back.value, 'submit') : back
}

const stillAhead = (publishAt: string | null | undefined, now: Date): string | null => (waitsForTime(publishAt, now) ? publishAt : null)

async function submit(
  ctx: Ctx,
  req: PayloadRequest,
  actor: Actor,
  state: PieceState,
  content: PieceContent,
  { to, publishAt }: { to: Stage; publishAt: string | null },
): Promise<Result<Submitted>> {
  const now = ctx.clock.now()
  const complete = await completeContent(req, pieceOf(actor, state), await withPoster(req, content), now)
  const version = sameContent(content, complete) ? (state.workingVersion ?? '') : await saveVersion(req, state.kind, state.id, complete)
  const change = { state: to, workingVersion: version, submittedVersion: version, submittedAt: now.toISOString(), publishAt }
  if (!(await changeState(req, state, change, now))) return changedMeanwhile(state.workingVersion)
  const { reviewHours } = await readReviewSettings(req)
  const dueAt = new Date(now.getTime() + reviewHours * 3_600_000)
  const item = await openItem(req, {
    pieceKind: state.kind,
    piece: state.id,
    author: actor.creatorId ?? '',
    version,
    submittedAt: now,
    dueAt,
  })
  await noteChange(req, state, { event: 'submit', to, actor: actor.userId, at: now, version })
  return ok({ id: state.id, version, state: to, reviewItemId: item.id, dueAt: item.dueAt })
}

/** The poster that is reviewed is the one that is published, whatever is chosen later. */
async function withPoster(req: PayloadRequest, content: PieceContent): Promise<PieceContent> {
  const video = content.poster ? null : refId(content.video)
  if (!video) return content
  const row = await findMedia(req, video)
  return { ...content, poster: refId(row?.poster) }
}
