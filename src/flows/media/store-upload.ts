import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { kindOf, type MediaType } from '../../modules/media/index.ts'
import { createMedia, imageRow } from '../../modules/media/store.ts'
import type { Media } from '../../payload-types.ts'
import { type MediaView, mediaView } from './media-view.ts'

export interface Upload {
  stream: AsyncIterable<Uint8Array>
  /** As the client calls it: kept nowhere, believed in nothing. */
  fileName?: string
  declaredType?: string
}

type Received = { file: string; name: string; type: MediaType; hash: string; bytes: number }

/**
 * Takes one picture or video of a creator or of staff. What it is, its bytes say. A picture is ready in the answer; a
 * video is worked on by a job. Failures: `forbidden`, `unsupported_type`, `too_large`, `invalid` (does not decode),
 * `unavailable` (no ffmpeg for videos). Throws when the stream breaks off; nothing is left behind then.
 */
export async function storeUpload(ctx: Ctx, actor: Actor, { stream }: Upload): Promise<Result<{ media: MediaView }>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to upload.')
  if (!hasRole(actor, 'creator', 'editor', 'admin'))
    return fail('forbidden', 'Only creators and editors upload files: become a creator first.')
  const received = await ctx.media.files.receive(stream)
  if (!received.ok) return received
  const upload = received.value
  let kept = false
  try {
    const row = kindOf(upload.type) === 'image' ? await storeImage(ctx, actor.userId, upload) : await storeVideo(ctx, actor.userId, upload)
    kept = row.ok && row.value.kind === 'video'
    return row.ok ? ok({ media: mediaView(row.value) }) : row
  } finally {
    if (!kept) await ctx.media.files.discard(upload.file)
  }
}

async function storeImage(ctx: Ctx, owner: string, upload: Received): Promise<Result<Media>> {
  const made = await ctx.media.image(upload)
  if (!made.ok) return made
  const data = imageRow(newId(), owner, upload.type, made.value)
  return ok(await ctx.tx('store picture', (req) => createMedia(req, data)))
}

/** The row and its job are one: a video is never waiting for nobody. */
async function storeVideo(ctx: Ctx, owner: string, upload: Received): Promise<Result<Media>> {
  const able = await ctx.media.canVideo()
  if (!able.ok) return able
  const { hash, bytes, name, type } = upload
  const data = {
    id: newId(),
    owner,
    kind: 'video' as const,
    state: 'processing' as const,
    hash,
    original: name,
    type: `video/${type}`,
    bytes,
  }
  return ok(
    await ctx.tx('store video', async (req) => {
      const row = await createMedia(req, data)
      await req.payload.jobs.queue({ task: 'process-media', input: { media: row.id }, queue: 'media', req })
      return row
    }),
  )
}
