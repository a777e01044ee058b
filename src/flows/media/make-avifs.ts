import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { findMedia } from '../../modules/media/store.ts'
import { variantsOf } from './media-view.ts'

/** Makes the AVIFs of a ready picture (job; runs at least once, and does what is left). Pictures are shown without it. */
export async function makeAvifs(ctx: Ctx, { media }: { media: string }): Promise<void> {
  const row = await findMedia(await ctx.req(), media)
  if (row?.kind === 'image' && row.state === 'ready') await ctx.media.avifs(variantsOf(row))
}

/** Queues that work with the row that needs it, in its transaction. */
export const queueAvifs = (req: PayloadRequest, media: string): Promise<unknown> =>
  req.payload.jobs.queue({ task: 'make-avifs', input: { media }, queue: 'avif', req })
