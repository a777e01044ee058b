import { readEarnings } from '../../../flows/earnings/read-earnings.ts'
import { readStudioDays } from '../../../flows/studio/read-days.ts'
import { readStudio } from '../../../flows/studio/read-studio.ts'
import { translate } from '../../../ui/i18n/index.ts'
import { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import { StudioDashboard } from '../../../ui/studio/StudioDashboard.tsx'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import { valueOr404 } from '../../lib/answers.ts'
import { creatorsOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { orNull } from '../../lib/or-null.ts'
import type { Route } from './+types/home'
import { dailyView, dashboardAsk, whenView } from './dashboard-views.ts'
import { RefusedOrProblem } from './RefusedOrProblem.tsx'
import { bookedPieces } from './read-pieces.ts'
import { dashboardLinks } from './studio-links.ts'

export const links = dashboardLinks

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(studioPages, args.params.lang === 'en' ? 'en' : 'zh', 'metaStudio'), noindex: true })

/** Pieces and ledger entries that the dashboard shows; their own pages have all. */
const SHOWN = { pieces: 8 }

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await creatorsOnly(args)
  const ask = dashboardAsk(new URL(args.request.url).searchParams)
  const studio = valueOr404(await readStudio(ctx, actor))
  // Each part by itself: what one of them cannot read leaves the others as they are.
  const pieces = await orNull(ctx, 'the pieces', () => bookedPieces(ctx, actor, studio.currency))
  const piece = pieces?.some(({ id }) => id === ask.piece) ? ask.piece : null
  const days = await orNull(ctx, 'the days', async () =>
    valueOr404(await readStudioDays(ctx, actor, { days: ask.span, piece: piece ?? undefined })),
  )
  const when = await orNull(ctx, 'the earnings', async () => whenView(valueOr404(await readEarnings(ctx, actor, { limit: 1 }))))
  return {
    creatorName: studio.author.name,
    span: ask.span,
    daily: days && dailyView(days, { ...ask, piece }, pieces ?? []),
    when,
    pieces: pieces?.slice(0, SHOWN.pieces) ?? null,
    totalPieces: pieces?.length ?? 0,
  }
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return (
    <StudioShell part="overview">
      <StudioDashboard {...loaderData} />
    </StudioShell>
  )
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => <RefusedOrProblem error={error} />
