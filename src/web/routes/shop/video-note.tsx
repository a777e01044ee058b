import { readVideoNote } from '../../../flows/shop/read-piece.ts'
import { plainText } from '../../../lib/text.ts'
import { VideoNote } from '../../../ui/shop/VideoNote.tsx'
import { valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/video-note'
import { openShop } from './door.ts'
import { pieceAddresses } from './piece-addresses.ts'
import { pieceView } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => {
  const note = args.loaderData?.note
  if (!note) return []
  return pageMeta(args, {
    title: note.title,
    description: plainText(note.body),
    type: 'video.other',
    ...pieceAddresses(note, 'v'),
    ...(note.video.posterUrl ? { picture: note.video.posterUrl } : {}),
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale } = openShop(args)
  return { note: pieceView(valueOr404(await readVideoNote(ctx, { id: args.params.id, locale })), locale) }
}

export default function VideoNotePage({ loaderData }: Route.ComponentProps) {
  const { note } = loaderData
  return <VideoNote key={note.id} note={note} />
}
