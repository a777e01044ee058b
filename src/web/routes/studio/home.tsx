import { translate } from '../../../ui/i18n/index.ts'
import { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import { StudioDashboard } from '../../../ui/studio/StudioDashboard.tsx'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import { creatorsOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/home'
import { RefusedOrProblem } from './RefusedOrProblem.tsx'
import { readPieces } from './read-pieces.ts'
import { studioLinks } from './studio-links.ts'
import { funnelOf } from './studio-views.ts'

export const links = studioLinks

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(studioPages, args.params.lang === 'en' ? 'en' : 'zh', 'metaStudio'), noindex: true })

/** Pieces that the dashboard shows; the list has all. */
const SHOWN = 8

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await creatorsOnly(args)
  const { studio, pieces, reversed } = await readPieces(ctx, actor)
  const period = { from: countedSince(studio.joinedAt, pieces), to: ctx.clock.now().toISOString() }
  return {
    creatorName: studio.author.name,
    period,
    funnel: funnelOf(pieces, studio.currency, reversed),
    pieces: pieces.slice(0, SHOWN),
    totalPieces: pieces.length,
  }
}

/** Since when the figures count: pieces that were brought here may be older than the account that holds them. */
function countedSince(joinedAt: string, pieces: readonly { publishedAt: string | null }[]): string {
  const dates = [joinedAt, ...pieces.flatMap(({ publishedAt }) => publishedAt ?? [])]
  return dates.reduce((first, date) => (Date.parse(date) < Date.parse(first) ? date : first))
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return (
    <StudioShell part="overview">
      <StudioDashboard {...loaderData} />
    </StudioShell>
  )
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => <RefusedOrProblem error={error} />
