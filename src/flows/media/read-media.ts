import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findMedia } from '../../modules/media/store.ts'
import { type MediaView, mediaView, refId } from './media-view.ts'

/** One file of one's own (editors: any), with how far the work on it is. Failure `not_found` for everybody else's. */
export async function readMedia(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ media: MediaView }>> {
  const req = await ctx.req()
  const row = await findMedia(req, id)
  if (!row || !mayUse(actor, refId(row.owner))) return fail('not_found', 'There is no such file of yours.')
  const posterId = refId(row.poster)
  const poster = posterId ? await findMedia(req, posterId) : null
  return ok({ media: mediaView(row, poster, ctx.media.progressOf(id)) })
}

/** Whose files somebody may see and change. */
export const mayUse = (actor: Actor, owner: string | null): boolean =>
  actor.userId !== null && (owner === actor.userId || hasRole(actor, 'editor', 'admin'))
