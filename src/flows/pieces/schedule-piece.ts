import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findAuthors } from '../../modules/moderation/store.ts'
import { checkPublishAt, type PieceState as Stage, stateAtTime } from '../../modules/publishing/index.ts'
import { changeState } from '../../modules/publishing/store/states.ts'
import { noteChange } from './note-change.ts'
import { changedMeanwhile, ownPiece } from './own-piece.ts'
import { publishScheduled } from './publish-scheduled.ts'

export interface Scheduled {
  id: string
  state: Stage
  /** ISO; null when nothing waits for a time. */
  publishAt: string | null
}

/**
 * Sets, moves or takes away (null) the time at which one's own piece becomes public (MOD-01). Before an approval it is a
 * wish that the editor sees; what was let pass waits for it. Failures: `invalid` (past, or more than a year ahead),
 * `state` where nothing waits to be published, `stale`, `not_found`, `gone`, `forbidden`, `unauthenticated`.
 */
export async function schedulePiece(ctx: Ctx, actor: Actor, input: { id: string; publishAt: string | null }): Promise<Result<Scheduled>> {
  return ctx.tx('schedule piece', async (req) => {
    const found = await ownPiece(req, actor, input.id)
    if (!found.ok) return found
    const now = ctx.clock.now()
    const at = checkPublishAt(input.publishAt, now)
    if (!at.ok) return at
    const state = found.value
    const to = stateAtTime(state.state, at.value)
    if (!to.ok) return fail('state', 'Expected a piece that waits for an editor or for its time, got one that does not.')
    const changed = await changeState(req, state, { state: to.value, publishAt: at.value }, now)
    if (!changed) return changedMeanwhile(state.workingVersion)
    if (to.value === 'scheduled' || to.value !== state.state) {
      const event = to.value === 'scheduled' ? 'schedule' : 'unschedule'
      await noteChange(req, state, { event, to: to.value, actor: actor.userId, at: now, version: state.submittedVersion ?? null })
    }
    return ok({ id: state.id, state: changed.state, publishAt: changed.publishAt ?? null })
  })
}

/**
 * Makes public at once what an editor let pass and what waits for its time or for its author. Failures: `state` where
 * nothing does, `stale`, `not_found`, `gone`, `forbidden` (also for a suspended profile), `unauthenticated`.
 */
export async function publishApproved(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ id: string; state: Stage }>> {
  return ctx.tx('publish approved piece', async (req) => {
    const found = await ownPiece(req, actor, id)
    if (!found.ok) return found
    const author = (await findAuthors(req, [actor.creatorId ?? ''])).get(actor.creatorId ?? '')
    if (author?.status !== 'active') return fail('forbidden', 'This creator profile is suspended.')
    const published = await publishScheduled(req, found.value, { actor: actor.userId, now: ctx.clock.now() })
    return published.ok ? ok({ id, state: published.value.state }) : published
  })
}
