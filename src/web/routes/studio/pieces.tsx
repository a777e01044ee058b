import { redirect } from 'react-router'
import { deletePiece } from '../../../flows/pieces/delete-piece.ts'
import { undeletePiece } from '../../../flows/pieces/undelete-piece.ts'
import { withdrawPiece } from '../../../flows/pieces/withdraw-piece.ts'
import { localePath, translate } from '../../../ui/i18n/index.ts'
import { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import { PieceList } from '../../../ui/studio/PieceList.tsx'
import { PieceNotice, type PieceNoticeView } from '../../../ui/studio/PieceNotice.tsx'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import { pieceFilters } from '../../../ui/studio/view.ts'
import { textFields } from '../../lib/answers.ts'
import { creatorsOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/pieces'
import { RefusedOrProblem } from './RefusedOrProblem.tsx'
import { readPieces } from './read-pieces.ts'
import { studioLinks } from './studio-links.ts'

export const links = studioLinks

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(studioPages, args.params.lang === 'en' ? 'en' : 'zh', 'metaPieces'), noindex: true })

const notices = ['submitted', 'deleted', 'undeleted', 'withdrawn', 'failed'] as const

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await creatorsOnly(args)
  const query = new URL(args.request.url).searchParams
  const { pieces } = await readPieces(ctx, actor)
  const done = notices.find((one) => one === query.get('done')) ?? null
  const notice: PieceNoticeView | null =
    done === null ? null : { done, id: query.get('id') ?? '', title: query.get('title')?.slice(0, 80) ?? '' }
  return { pieces, notice, filter: pieceFilters.find((one) => one === query.get('state')) ?? 'all' }
}

const verbs = {
  delete: { run: deletePiece, done: 'deleted' },
  undelete: { run: undeletePiece, done: 'undeleted' },
  withdraw: { run: withdrawPiece, done: 'withdrawn' },
} as const

/** What an author does with a whole piece; works without script. Back to the list, which says what came of it. */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await creatorsOnly(args)
  const { intent = '', id = '', title = '' } = textFields(await args.request.formData())
  const verb = Object.hasOwn(verbs, intent) ? verbs[intent as keyof typeof verbs] : null
  const result = verb === null ? null : await verb.run(ctx, actor, { id })
  const done = verb !== null && result?.ok ? verb.done : 'failed'
  return redirect(`${localePath(locale, '/studio/pieces')}?${new URLSearchParams({ done, id, title: title.slice(0, 80) })}`)
}

export default function Pieces({ loaderData: { pieces, notice, filter } }: Route.ComponentProps) {
  return (
    <StudioShell part="pieces">
      {notice === null ? null : <PieceNotice notice={notice} />}
      <PieceList pieces={pieces} filter={filter} />
    </StudioShell>
  )
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => <RefusedOrProblem error={error} />
