import type { Ctx } from '../../context.ts'
import { type AvifOutcome, hashOfPath } from '../../modules/media/index.ts'
import { findByHash } from '../../modules/media/store/withdrawals.ts'
import { variantsOf } from './media-view.ts'

/**
 * Makes the AVIF of one WebP variant of a ready picture, by the WebP's path. Pictures are shown without it. Safe to run at
 * any time, any number of times and in several processes at once; throws when the disk or the database fails.
 */
export function makeAvif(ctx: Ctx, { path }: { path: string }): Promise<AvifOutcome> {
  return ctx.media.avif(path, async () => {
    const hash = hashOfPath(path)
    const rows = hash ? await findByHash(await ctx.req(), [hash]) : []
    return rows.filter(({ kind, state }) => kind === 'image' && state === 'ready').flatMap(variantsOf)
  })
}
