import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { isPublic, type PieceState as Stage } from '../../modules/publishing/index.ts'
import { writeDeletedAt } from '../../modules/publishing/store/pieces.ts'
import { changeState } from '../../modules/publishing/store/states.ts'
import { reviewMediaOfPiece } from '../media/review-media.ts'
import { purgePiece } from '../pages/purge-piece.ts'
import { queueIndex } from '../search/queue-index.ts'
import { binDays } from './delete-piece.ts'
import { noteChange } from './note-change.ts'
import { changedMeanwhile, ownPieceOrBin } from './own-piece.ts'

/**
 * Takes one's own piece out of the bin: it is what it was, public if it was public and no editor holds it back.
 * Failures: `state` when it is not there, `gone` after 30 days, `not_found`, `forbidden`.
 */
export async function undeletePiece(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ id: string; state: Stage }>> {
  const now = ctx.clock.now()
  return ctx.tx('undelete piece', async (req) => {
    const found = await ownPieceOrBin(req, actor, id)
    if (!found.ok) return found
    const { state, deletedAt } = found.value
    if (!deletedAt) return fail('state', 'Expected a piece in the bin, got one that is not.')
    if (now.getTime() - Date.parse(deletedAt) > binDays * 86_400_000)
      return fail('gone', `The bin keeps a piece for ${binDays} days, and they are over.`)
    const changed = await changeState(
      req,
      state,
      { isPublic: isPublic({ hasPublicVersion: Boolean(state.publicVersion), restriction: state.restriction }) },
      now,
    )
    if (!changed) return changedMeanwhile(state.workingVersion)
    await writeDeletedAt(req, state.kind, id, null)
    await reviewMediaOfPiece(req, state, now)
    await noteChange(req, state, { event: 'undelete', to: changed.state, actor: actor.userId, at: now })
    await purgePiece(req, state)
    await queueIndex(req, 'piece', id)
    return ok({ id, state: changed.state })
  })
}
