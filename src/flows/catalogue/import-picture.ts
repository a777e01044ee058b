import type { Ctx } from '../../context.ts'
import { bytes } from '../../lib/bytes.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { ImportPicture } from '../../modules/catalogue/index.ts'
import { findShopPicture } from '../../modules/catalogue/store/import.ts'
import { kindOf } from '../../modules/media/index.ts'
import { createMedia, imageRow } from '../../modules/media/store.ts'

/** Where pictures of an import come from. Expected trouble (not found, refused, too slow) is a failure, never thrown. */
export interface PictureSource {
  /** The bytes of a file that the person gave along, by the name or address that the file uses; null when there is none. */
  local(source: string): Promise<Uint8Array | null>
  /** The bytes behind a public http(s) address. */
  remote(address: string): Promise<Result<Uint8Array>>
}

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

/**
 * Brings one picture of an import into the shop, once: the same bytes are the same picture, and an address that was
 * loaded before is not loaded again. Answers its id and whether it is new. What it is, its bytes say.
 */
export async function importPicture(
  ctx: Ctx,
  { source, alt }: ImportPicture,
  from: PictureSource,
): Promise<Result<{ id: string; isNew: boolean }>> {
  const local = await from.local(source)
  if (!local && !isAddress(source))
    return fail('not_found', `Expected a picture called ${JSON.stringify(source.slice(0, 120))} in the folder of pictures, found none`)
  const loaded = local ? null : await findShopPicture(await ctx.req(), { source })
  if (loaded) return ok({ id: loaded.id, isNew: false })
  const content = local ? ok(local) : await from.remote(source)
  if (!content.ok) return content
  const received = await ctx.media.files.receive(bytes(content.value))
  if (!received.ok) return received
  const upload = received.value
  try {
    if (kindOf(upload.type) !== 'image') return fail('unsupported_type', 'Expected a picture, got a video')
    const known = await findShopPicture(await ctx.req(), { hash: upload.hash })
    if (known) return ok({ id: known.id, isNew: false })
    const made = await ctx.media.image(upload)
    if (!made.ok) return made
    const row = { ...imageRow(newId(), null, upload.type, made.value, alt), source }
    await ctx.tx('import picture', (req) => createMedia(req, row))
    return ok({ id: row.id, isNew: true })
  } finally {
    await ctx.media.files.discard(upload.file)
  }
}
