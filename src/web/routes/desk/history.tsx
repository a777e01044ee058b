import type { LinksFunction } from 'react-router'
import { listDecided } from '../../../flows/review/list-decided.ts'
import { DecidedList } from '../../../ui/desk/DecidedList.tsx'
import deskCss from '../../../ui/desk/desk.css?url'
import { translate } from '../../../ui/i18n/index.ts'
import { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import { Shell } from '../../../ui/shell/index.ts'
import studioCss from '../../../ui/studio/studio.css?url'
import { valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { RefusedOrProblem } from '../studio/RefusedOrProblem.tsx'
import type { Route } from './+types/history'
import { decidedEntryOf } from './desk-views.ts'

export const links: LinksFunction = () => [studioCss, deskCss].map((href) => ({ rel: 'stylesheet', href }))

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(studioPages, args.params.lang === 'en' ? 'en' : 'zh', 'metaDecided'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor } = await rolesOnly(args, 'editor', 'admin')
  return { entries: valueOr404(await listDecided(ctx, actor)).map(decidedEntryOf) }
}

export default function History({ loaderData: { entries } }: Route.ComponentProps) {
  return (
    <Shell section="desk">
      <main id="main">
        <DecidedList entries={entries} />
      </main>
    </Shell>
  )
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => <RefusedOrProblem error={error} />
