import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { createMedia, findMedia, imageRow, patchMedia } from '../../modules/media/store.ts'
import { type MediaView, mediaView, refId } from './media-view.ts'
import { mayUse } from './read-media.ts'

/**
 * Takes the frame at a second of a ready video as its poster, as a picture of its own. A published piece keeps the
 * poster that was reviewed with it. Failures: `not_found`, `state` while it is worked on, `invalid`, `unavailable`.
 */
export async function choosePoster(
  ctx: Ctx,
  actor: Actor,
  { id, second }: { id: string; second: number },
): Promise<Result<{ media: MediaView }>> {
  const video = await findMedia(await ctx.req(), id)
  if (video?.kind !== 'video' || !mayUse(actor, refId(video.owner))) return fail('not_found', 'There is no such video of yours.')
  if (video.state !== 'ready' || !video.playable) return fail('state', 'The video is not ready yet: wait until it is.')
  const last = video.durationSeconds ?? 0
  if (!(second >= 0 && second <= last)) return fail('invalid', `Expected a second from 0 to ${last}, got ${second}.`, { field: 'second' })
  const made = await ctx.media.poster(video.playable, Math.min(second, Math.max(0, last - 0.1)), video.aiSign ?? null)
  if (!made.ok) return made
  const data = imageRow(newId(), refId(video.owner), 'png', made.value)
  return ctx.tx('choose poster', async (req) => {
    const poster = await createMedia(req, data)
    const changed = await patchMedia(req, id, 'ready', { poster: poster.id, thumbhash: made.value.thumbhash })
    return ok({ media: mediaView(changed ?? video, poster) })
  })
}
