import { translate } from '../../../ui/i18n/index.ts'
import { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import { NewPiece } from '../../../ui/studio/NewPiece.tsx'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import { creatorsOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/new'
import { RefusedOrProblem } from './RefusedOrProblem.tsx'
import { studioLinks } from './studio-links.ts'

export const links = studioLinks

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(studioPages, args.params.lang === 'en' ? 'en' : 'zh', 'metaNew'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  await creatorsOnly(args)
  return null
}

export default function New() {
  return (
    <StudioShell part={null}>
      <NewPiece />
    </StudioShell>
  )
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => <RefusedOrProblem error={error} />
