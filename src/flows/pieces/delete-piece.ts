import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { pieceTransitions } from '../../modules/publishing/index.ts'
import { writeDeletedAt } from '../../modules/publishing/store/pieces.ts'
import { changeState } from '../../modules/publishing/store/states.ts'
import { reviewMediaOfPiece } from '../media/review-media.ts'
import { purgePiece } from '../pages/purge-piece.ts'
import { queueIndex } from '../search/queue-index.ts'
import { leaveSearch } from './hide-piece.ts'
import { noteChange } from './note-change.ts'
import { changedMeanwhile, ownPiece } from './own-piece.ts'
import { closeOpenItem } from './withdraw-piece.ts'

/** How long the bin keeps a piece for its author. */
export const binDays = 30

/**
 * Puts one's own piece into the bin: nobody sees it, no editor has it, and for 30 days it can be taken out as it was.
 * Failures: `not_found`, `gone` when it is there already, `forbidden`.
 */
export async function deletePiece(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ id: string; until: string }>> {
  const now = ctx.clock.now()
  const result = await ctx.tx('delete piece', async (req) => {
    const found = await ownPiece(req, actor, id)
    if (!found.ok) return found
    const state = found.value
    const recalled = next(pieceTransitions, state.state, 'recall')
    // Nothing becomes public from the bin: taken out later, it waits for its author.
    const unscheduled = next(pieceTransitions, state.state, 'unschedule')
    const changed = await changeState(
      req,
      state,
      {
        isPublic: false,
        publishAt: null,
        ...(recalled.ok ? { state: recalled.value, submittedVersion: null } : unscheduled.ok ? { state: unscheduled.value } : {}),
      },
      now,
    )
    if (!changed) return changedMeanwhile(state.workingVersion)
    await reviewMediaOfPiece(req, state, now)
    await closeOpenItem(req, id)
    await writeDeletedAt(req, state.kind, id, now.toISOString())
    await noteChange(req, state, { event: 'delete', to: changed.state, actor: actor.userId, at: now })
    await purgePiece(req, state)
    await queueIndex(req, 'piece', id)
    return ok(changed)
  })
  if (!result.ok) return result
  await leaveSearch(ctx, result.value)
  return ok({ id, until: new Date(now.getTime() + binDays * 86_400_000).toISOString() })
}
