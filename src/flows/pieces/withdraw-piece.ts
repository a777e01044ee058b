import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { changeItem, findOpenItem } from '../../modules/moderation/store.ts'
import { pieceTransitions, type PieceState as Stage } from '../../modules/publishing/index.ts'
import { changeState } from '../../modules/publishing/store/states.ts'
import { reviewMediaOfPiece } from '../media/review-media.ts'
import { purgePiece } from '../pages/purge-piece.ts'
import { queueIndex } from '../search/queue-index.ts'
import { leaveSearch } from './hide-piece.ts'
import { noteChange } from './note-change.ts'
import { changedMeanwhile, ownPiece } from './own-piece.ts'

/**
 * Takes one's own piece back from readers and editors. It can be written on and submitted again. Its links go on
 * resolving. Failures: `state` when it is withdrawn already, `not_found`, `gone`, `forbidden`.
 */
export async function withdrawPiece(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ id: string; state: Stage }>> {
  const result = await ctx.tx('withdraw piece', async (req) => {
    const found = await ownPiece(req, actor, id)
    if (!found.ok) return found
    const to = next(pieceTransitions, found.value.state, 'withdraw')
    if (!to.ok) return to
    const now = ctx.clock.now()
    const changed = await changeState(
      req,
      found.value,
      { state: to.value, isPublic: false, publicVersion: null, submittedVersion: null, publishAt: null },
      now,
    )
    if (!changed) return changedMeanwhile(found.value.workingVersion)
    await reviewMediaOfPiece(req, found.value, now)
    await closeOpenItem(req, id)
    await noteChange(req, found.value, { event: 'withdraw', to: to.value, actor: actor.userId, at: now })
    await purgePiece(req, found.value)
    await queueIndex(req, 'piece', id)
    return ok(changed)
  })
  if (!result.ok) return result
  await leaveSearch(ctx, result.value)
  return ok({ id, state: result.value.state })
}

/** Takes a piece out of the editors' queue without a decision. */
export async function closeOpenItem(req: PayloadRequest, piece: string): Promise<void> {
  const item = await findOpenItem(req, piece)
  if (item) await changeItem(req, item, { state: 'withdrawn', claimedBy: null, claimedUntil: null })
}
