import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { patchMedia } from '../../modules/media/store.ts'
import { type MediaView, mediaView } from '../media/media-view.ts'
import { purgePages } from '../pages/purge-pages.ts'

/** Says what a picture shows, for those who do not see it; an empty text takes it back. Failures: `forbidden`, `not_found`. */
export async function describePicture(
  ctx: Ctx,
  actor: Actor,
  { id, alt }: { id: string; alt: string },
): Promise<Result<{ picture: MediaView }>> {
  if (!hasRole(actor, 'editor', 'admin')) return fail('forbidden', 'Pictures are described by the roles editor and admin.')
  const row = await ctx.tx('describe picture', async (req) => {
    const patched = await patchMedia(req, id, 'ready', { alt: alt.trim() || null })
    if (patched) await purgePages(req, [tag.media(id)])
    return patched
  })
  return row ? ok({ picture: mediaView(row) }) : fail('not_found', 'There is no such picture, or it is not ready yet.')
}
