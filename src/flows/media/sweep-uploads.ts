import type { Ctx } from '../../context.ts'
import { waitingUploads } from '../../modules/media/store.ts'

/** Removes what broken uploads and crashes left in the temporary folder, but not what a job still needs. At boot, before requests. Answers how many. */
export async function sweepUploads(ctx: Ctx): Promise<number> {
  const keep = await waitingUploads(await ctx.req())
  return ctx.media.files.sweep(ctx.clock.now(), keep)
}
