import { readNextVideo } from '../../../flows/shop/read-next-video.ts'
import { readVideoNote } from '../../../flows/shop/read-piece.ts'
import { readSocial } from '../../../flows/shop/read-social.ts'
import { VideoNote } from '../../../ui/shop/VideoNote.tsx'
import { loaderMeta } from '../../lib/public-meta.ts'
import type { Route } from './+types/video-note'
import { openShop } from './door.ts'
import { valueOrGone } from './gone.ts'
import { videoPage } from './page-facts.ts'
import { pieceView, socialOf } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => args.loaderData?.meta ?? []

export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale } = openShop(args)
  const note = pieceView(await valueOrGone(await readVideoNote(ctx, { id: args.params.id, locale }), args), locale)
  const next = await readNextVideo(ctx, note)
  const meta = loaderMeta(args, videoPage(note, locale))
  return { meta, note: { ...note, ...(next ? { next } : {}), social: await readSocial(ctx, socialOf('video-notes', note)) } }
}

export default function VideoNotePage({ loaderData }: Route.ComponentProps) {
  const { note } = loaderData
  return <VideoNote key={note.id} note={note} />
}
