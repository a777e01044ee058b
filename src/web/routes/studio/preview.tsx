import { useNavigate } from 'react-router'
import { readWorkingPiece } from '../../../flows/pieces/read-working-piece.ts'
import { readStudio } from '../../../flows/studio/read-studio.ts'
import { useTo } from '../../../ui/i18n/index.ts'
import { PreviewMode } from '../../../ui/studio/PreviewMode.tsx'
import { valueOr404 } from '../../lib/answers.ts'
import { creatorsOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/preview'
import { draftOf } from './draft-wire.ts'
import { PiecePreview } from './PiecePreview.tsx'
import { RefusedOrProblem } from './RefusedOrProblem.tsx'
import { studioLinks } from './studio-links.ts'

export const links = studioLinks

export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: args.loaderData?.draft.title ?? '', noindex: true })

/** The stored words as readers would see them, for nobody but their author. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await creatorsOnly(args)
  const working = valueOr404(await readWorkingPiece(ctx, actor, { id: args.params.id }))
  return { draft: draftOf(working, locale), studio: valueOr404(await readStudio(ctx, actor)) }
}

export default function Preview({ loaderData: { draft, studio } }: Route.ComponentProps) {
  const to = useTo()
  const navigate = useNavigate()
  return (
    <PreviewMode onBack={() => void navigate(to(`/studio/pieces/${draft.id}`))}>
      <PiecePreview draft={draft} studio={studio} />
    </PreviewMode>
  )
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => <RefusedOrProblem error={error} />
