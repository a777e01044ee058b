import { isId } from '../../../lib/ids.ts'
import { type CommentTargetKind, commentTargets } from '../../../modules/comments/index.ts'
import { failurePage } from '../../lib/answers.ts'

export interface AskedTarget {
  kind: CommentTargetKind
  target: string
}

/** `kind` and `target` of an address or a form. Throws the page for a bad request. */
export function targetOf(given: { kind?: string | null; target?: string | null }): AskedTarget {
  const kind = commentTargets.find((known) => known === given.kind)
  if (!kind || !isId(given.target)) throw failurePage({ code: 'not_found', message: 'Expected kind and target of something public.' })
  return { kind, target: given.target }
}

/** The same from a query. */
export const askedTarget = (query: URLSearchParams): AskedTarget => targetOf({ kind: query.get('kind'), target: query.get('target') })

/** Personal answers: kept nowhere. */
export const privateHeaders = (): Record<string, string> => ({ 'Cache-Control': 'private, no-store' })
