import type { Ctx } from '../../../context.ts'
import { bytes } from '../../../lib/bytes.ts'
import type { MediaService } from '../../../modules/media/processors/index.ts'
import { worldFiles } from './world-files.ts'

type Made = ReturnType<MediaService['image']>

/**
 * The same shop whose pictures are our own drawings: a picture is worked on once, whoever uses it, and its largest size is
 * the file as it was drawn. Two hundred pictures are done beside everything else, so the shop waits for few of them.
 */
export function withDrawings(ctx: Ctx): Ctx {
  const made = new Map<string, Made>()
  const image: MediaService['image'] = (source) => {
    const known = made.get(source.hash)
    if (known) return known
    const fresh = ctx.media.image(source, { drawn: true })
    made.set(source.hash, fresh)
    return fresh
  }
  return { ...ctx, media: { ...ctx.media, image } }
}

/**
 * Works on these files one after the other, ahead of who will want them. Never throws: a fault is left to whoever wants
 * the picture.
 */
export async function prepareDrawings(ctx: Ctx, files: readonly string[]): Promise<void> {
  for (const file of files) await prepare(ctx, file).catch(() => null)
}

async function prepare(ctx: Ctx, file: string): Promise<void> {
  const received = await ctx.media.files.receive(bytes(await worldFiles.picture(file)))
  if (!received.ok) return
  await ctx.media.image(received.value)
  await ctx.media.files.discard(received.value.file)
}
