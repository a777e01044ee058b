import { redirect } from 'react-router'
import type { Ctx } from '../../../context.ts'
import { deletePiece } from '../../../flows/pieces/delete-piece.ts'
import { publishApproved, schedulePiece } from '../../../flows/pieces/schedule-piece.ts'
import { undeletePiece } from '../../../flows/pieces/undelete-piece.ts'
import { withdrawPiece } from '../../../flows/pieces/withdraw-piece.ts'
import { readShopFrame } from '../../../flows/shop/read-shop-frame.ts'
import type { Actor } from '../../../lib/actor.ts'
import { fail } from '../../../lib/result.ts'
import { instantOf } from '../../../lib/wall-clock.ts'
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

const notices = ['submitted', 'deleted', 'undeleted', 'withdrawn', 'failed', 'scheduled', 'unscheduled', 'published', 'badTime'] as const

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
  publish: { run: publishApproved, done: 'published' },
  schedule: { run: scheduleByClock, done: 'scheduled' },
  unschedule: {
    run: (ctx: Ctx, actor: Actor, { id }: { id: string }) => schedulePiece(ctx, actor, { id, publishAt: null }),
    done: 'unscheduled',
  },
} as const

/** The form has a time of the site's clock (`2026-11-28T09:00`). */
async function scheduleByClock(ctx: Ctx, actor: Actor, { id, at }: { id: string; at: string }) {
  const moment = instantOf(at, (await readShopFrame(ctx)).timeZone)
  if (moment === null) return fail('invalid', 'Expected a time such as 2026-11-28T09:00', { field: 'publishAt' })
  return schedulePiece(ctx, actor, { id, publishAt: new Date(moment).toISOString() })
}

/** What an author does with a whole piece; works without script. Back to the list, which says what came of it. */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await creatorsOnly(args)
  const { intent = '', id = '', title = '', at = '' } = textFields(await args.request.formData())
  const verb = Object.hasOwn(verbs, intent) ? verbs[intent as keyof typeof verbs] : null
  const result = verb === null ? null : await verb.run(ctx, actor, { id, at })
  const badTime = result !== null && !result.ok && result.failure.code === 'invalid' && intent === 'schedule'
  const done = verb !== null && result?.ok ? verb.done : badTime ? 'badTime' : 'failed'
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
