import { isRouteErrorResponse, useLocation, useRouteLoaderData } from 'react-router'
import { ErrorPage, errorKind } from '../../ui/shop/ErrorPage.tsx'

/**
 * The page for whatever a loader, an action or a render threw. The request's id is that of the document: shown only
 * where the fault came with it, since a later navigation has an id of its own that the browser does not know.
 */
export function Problem({ error }: { error: unknown }) {
  const root = useRouteLoaderData('root') as { requestId?: string } | undefined
  const { key } = useLocation()
  const kind = errorKind(isRouteErrorResponse(error) ? error.status : 500)
  return <ErrorPage kind={kind} {...(kind === 'error' && key === 'default' && root?.requestId ? { requestId: root.requestId } : {})} />
}
