import { data } from 'react-router'
import { readStudio } from '../../../flows/studio/read-studio.ts'
import { translate } from '../../../ui/i18n/index.ts'
import { editor } from '../../../ui/i18n/messages/editor.ts'
import { emptyDraft, type PieceKind } from '../../../ui/studio/draft.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { creatorsOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/new-piece'
import { EditorPage } from './EditorPage.tsx'
import { RefusedOrProblem } from './RefusedOrProblem.tsx'
import { studioLinks } from './studio-links.ts'

export const links = studioLinks

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, {
    title: translate(editor, args.params.lang === 'en' ? 'en' : 'zh', args.params.kind === 'video' ? 'newVideo' : 'newPost'),
    noindex: true,
  })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await creatorsOnly(args)
  const { kind: given } = args.params
  const kind: PieceKind | null = given === 'post' ? 'post' : given === 'video' ? 'video-note' : null
  if (kind === null) throw data({ code: 'not_found' }, { status: 404 })
  return { kind, locale, studio: valueOr404(await readStudio(ctx, actor)) }
}

/** A new piece is stored with its first words; the open editor then goes on at the piece's own address. */
export const shouldRevalidate = () => false

export default function NewPiece({ loaderData: { kind, locale, studio } }: Route.ComponentProps) {
  return <EditorPage key={kind} start={{ draft: emptyDraft(kind, locale), version: null, savedAt: null, piece: null }} studio={studio} />
}

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => <RefusedOrProblem error={error} />
