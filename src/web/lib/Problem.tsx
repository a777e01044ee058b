import { isRouteErrorResponse, useLocation, useRouteLoaderData } from 'react-router'
import { type ErrorKind, ErrorPage, errorKind } from '../../ui/shop/ErrorPage.tsx'
import type { PieceCardView } from '../../ui/view/piece.ts'

/**
 * The page for whatever a loader, an action or a render threw. The request's id is that of the document: shown only
 * where the fault came with it, since a later navigation has an id of its own that the browser does not know.
 */
export function Problem({ error }: { error: unknown }) {
  const root = useRouteLoaderData('root') as { requestId?: string } | undefined
  const { key } = useLocation()
  const kind = kindOf(error)
  const id = kind === 'error' && key === 'default' ? root?.requestId : undefined
  return <ErrorPage kind={kind} related={relatedOf(error)} {...(id ? { requestId: id } : {})} />
}

/** What it was: an answer's status, a page that could not be fetched without a connection, else a fault. */
function kindOf(error: unknown): ErrorKind {
  if (isRouteErrorResponse(error)) return errorKind(error.status)
  return error instanceof TypeError && typeof navigator !== 'undefined' && navigator.onLine === false ? 'offline' : 'error'
}

/** What the page of something that is gone offers instead; see `valueOrGone`. */
function relatedOf(error: unknown): PieceCardView[] {
  const told = isRouteErrorResponse(error) ? (error.data as { related?: PieceCardView[] } | null) : null
  return told?.related ?? []
}
