import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { pieceTransitions } from '../../modules/publishing/index.ts'
import { findDue } from '../../modules/publishing/store/due.ts'
import { readDeletedAt } from '../../modules/publishing/store/pieces.ts'
import { findState } from '../../modules/publishing/store/states.ts'
import type { PieceState } from '../../payload-types.ts'
import { tellAuthor } from '../review/tell-author.ts'
import { noteChange } from './note-change.ts'
import { changedMeanwhile } from './own-piece.ts'
import { publishPiece } from './publish-piece.ts'

/** Pieces of one look; the rest comes with the next. */
const AT_ONCE = 50

/**
 * Publishes the pieces whose time has come: exactly the version that an editor let pass. Each by itself, so that one that
 * cannot be published holds up no other; it is logged and tried again at the next look. What an editor holds back, what
 * lies in the bin and what a suspended author wrote waits until that is over.
 */
export async function publishDue(ctx: Ctx): Promise<{ published: number; failed: number }> {
  const done = { published: 0, failed: 0 }
  for (const id of await findDue(await ctx.req(), ctx.clock.now(), AT_ONCE)) {
    try {
      const published = await ctx.tx('publish scheduled piece', (req) => publishIfDue(ctx, req, id))
      if (published) done.published += 1
    } catch (error) {
      ctx.log.error({ err: error, piece: id }, 'A piece could not be published at its time')
      done.failed += 1
    }
  }
  return done
}

/** Looks again inside the transaction: its author may have moved the time or taken it back meanwhile. */
async function publishIfDue(ctx: Ctx, req: PayloadRequest, id: string): Promise<boolean> {
  const now = ctx.clock.now()
  const state = await findState(req, id)
  if (state?.state !== 'scheduled' || !state.publishAt || Date.parse(state.publishAt) > now.getTime()) return false
  if ((await readDeletedAt(req, state.kind, id)) !== null) return false
  return (await publishScheduled(req, state, { actor: null, now })).ok
}

/**
 * Publishes what was let pass, and tells the author. `actor` is hers, null for the clock. Failures: `state` when nothing
 * was let pass, `stale` when it changed meanwhile.
 */
export async function publishScheduled(
  req: PayloadRequest,
  state: PieceState,
  { actor, now }: { actor: string | null; now: Date },
): Promise<Result<PieceState>> {
  const to = next(pieceTransitions, state.state, 'publish')
  if (!to.ok) return to
  const version = state.submittedVersion
  if (!version) throw new Error(`Piece ${state.id} is ${state.state} without a version that was let pass`)
  const published = await publishPiece(req, state, version, now)
  if (!published) return changedMeanwhile(state.workingVersion)
  await noteChange(req, state, { event: 'publish', to: to.value, actor, at: now, version })
  await tellAuthor(req, 'piece-approved', published, { version, reason: null })
  return ok(published)
}
