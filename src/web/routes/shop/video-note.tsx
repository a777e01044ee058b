import { readNextVideo } from '../../../flows/shop/read-next-video.ts'
import { readVideoNote } from '../../../flows/shop/read-piece.ts'
import { readSocial } from '../../../flows/shop/read-social.ts'
import { localeOf } from '../../../ui/i18n/index.ts'
import { VideoNote } from '../../../ui/shop/VideoNote.tsx'
import { valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/video-note'
import { openShop } from './door.ts'
import { videoPage } from './page-facts.ts'
import { pieceView, socialOf } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => {
  const note = args.loaderData?.note
  if (!note) return []
  return pageMeta(args, videoPage(note, localeOf(args.location.pathname)))
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale } = openShop(args)
  const note = pieceView(valueOr404(await readVideoNote(ctx, { id: args.params.id, locale })), locale)
  const next = await readNextVideo(ctx, note)
  return { note: { ...note, ...(next ? { next } : {}), social: await readSocial(ctx, socialOf('video-notes', note)) } }
}

export default function VideoNotePage({ loaderData }: Route.ComponentProps) {
  const { note } = loaderData
  return <VideoNote key={note.id} note={note} />
}
