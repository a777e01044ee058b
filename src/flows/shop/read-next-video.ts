import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { findNextVideoId } from '../../modules/publishing/store/next-video.ts'
import { pageShows } from '../pages/page-shows.ts'

/** Which public video note one swipes to from this one; null where there is no other. */
export async function readNextVideo(ctx: Ctx, { id }: { id: string }): Promise<string | null> {
  const next = await findNextVideoId(await ctx.req(), id)
  // When that one is taken down, this page has to name another.
  if (next) pageShows(tag.piece(next))
  return next
}
