import type { Ctx } from '../../context.ts'
import { type Actor, isStaff } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findMediaByIds } from '../../modules/media/store.ts'
import { type MediaView, mediaView } from '../media/media-view.ts'

/** Files by id for the admin's fields, in the order asked for; unknown ones are absent. Failure `forbidden` unless staff asks. */
export async function readPictures(
  ctx: Ctx,
  actor: Actor,
  { ids }: { ids: readonly string[] },
): Promise<Result<{ pictures: MediaView[] }>> {
  if (!isStaff(actor)) return fail('forbidden', 'Pictures of others are seen by the staff.')
  const rows = new Map((await findMediaByIds(await ctx.req(), ids)).map((row) => [row.id, row]))
  return ok({ pictures: ids.flatMap((id) => (rows.has(id) ? [mediaView(rows.get(id)!)] : [])) })
}
