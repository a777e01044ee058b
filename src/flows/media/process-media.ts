import type { Ctx } from '../../context.ts'
import { newId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import type { MediaType, ProcessedVideo } from '../../modules/media/index.ts'
import { createMedia, findMedia, imageRow, patchMedia } from '../../modules/media/store.ts'
import { purgePages } from '../pages/purge-pages.ts'

/**
 * Makes an uploaded video playable (job; runs at least once). A video that cannot be used ends as `failed` with the
 * reason; faults of this machine are thrown, so that the job is tried again.
 */
export async function processMedia(ctx: Ctx, { media }: { media: string }): Promise<void> {
  const row = await findMedia(await ctx.req(), media)
  if (row?.state !== 'processing') return
  const file = row.original ? ctx.media.files.waiting(row.original) : null
  if (!row.original || !file) return failMedia(ctx, { media, reason: 'The upload is not there any more; upload it again.' })
  const source = { file, name: row.original, type: row.type.replace('video/', '') as MediaType, hash: row.hash, bytes: row.bytes }
  try {
    const made = await ctx.media.video(source, { onProgress: (done) => ctx.media.setProgress(media, done) })
    if (!made.ok && made.failure.code === 'unavailable') throw new Error(made.failure.message)
    if (made.ok) await finish(ctx, media, made.value)
    else await failMedia(ctx, { media, reason: made.failure.message })
    await ctx.media.files.discard(file)
  } finally {
    ctx.media.setProgress(media, null)
  }
}

async function finish(ctx: Ctx, media: string, made: ProcessedVideo): Promise<void> {
  await ctx.tx('finish video', async (req) => {
    const row = await findMedia(req, media)
    if (row?.state !== 'processing') return
    const owner = typeof row.owner === 'object' && row.owner ? row.owner.id : (row.owner ?? null)
    const poster = await createMedia(req, imageRow(newId(), owner, 'png', made.poster))
    const { width, height, durationSeconds, bytes, path } = made
    const data = {
      state: 'ready' as const,
      width,
      height,
      durationSeconds,
      bytes,
      playable: path,
      poster: poster.id,
      original: null,
      thumbhash: made.poster.thumbhash,
      aiSign: made.aiSign,
    }
    await patchMedia(req, media, 'processing', data)
    await purgePages(req, [tag.media(media)])
  })
}

/** Says of a video that it cannot be used, and why: also when its job has failed for good. Nothing happens to one that is ready. */
export async function failMedia(ctx: Ctx, { media, reason }: { media: string; reason: string }): Promise<void> {
  await ctx.tx('fail video', (req) =>
    patchMedia(req, media, 'processing', { state: 'failed', failure: reason.slice(0, 500), original: null }),
  )
}
