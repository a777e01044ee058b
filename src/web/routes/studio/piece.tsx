import { readWorkingPiece } from '../../../flows/pieces/read-working-piece.ts'
import { readStudio } from '../../../flows/studio/read-studio.ts'
import { translate } from '../../../ui/i18n/index.ts'
import { editor } from '../../../ui/i18n/messages/editor.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { creatorsOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/piece'
import { draftOf } from './draft-wire.ts'
import { EditorPage } from './EditorPage.tsx'
import { RefusedOrProblem } from './RefusedOrProblem.tsx'
import { studioLinks } from './studio-links.ts'
import { openPieceOf } from './studio-views.ts'

export const links = studioLinks

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, {
    title: args.loaderData?.start.draft.title || translate(editor, args.params.lang === 'en' ? 'en' : 'zh', 'newPost'),
    noindex: true,
  })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await creatorsOnly(args)
  const working = valueOr404(await readWorkingPiece(ctx, actor, { id: args.params.id }))
  const studio = valueOr404(await readStudio(ctx, actor))
  const draft = draftOf(working, locale)
  // A topic that the shop gave up since cannot be stored again.
  const topics = draft.topics.filter((id) => studio.topics.some((topic) => topic.id === id))
  const start = {
    draft: { ...draft, topics },
    version: working.version,
    savedAt: working.updatedAt,
    piece: openPieceOf(working, studio.currency),
  }
  return { start, studio }
}

/** The open editor holds the newer words: nothing is read again under it. */
export const shouldRevalidate = () => false

export default function Piece({ loaderData: { start, studio } }: Route.ComponentProps) {
  return <EditorPage key={start.draft.id} start={start} studio={studio} />
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => <RefusedOrProblem error={error} />
