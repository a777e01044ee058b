import { data, redirect } from 'react-router'
import { ownPath } from '../../lib/own-path.ts'
import { failureStatus, type Result } from '../../lib/result.ts'
import { type Locale, localePath } from '../../ui/i18n/index.ts'

/** Whether a browser asks for a page: then the form was sent without our script. */
export const wantsDocument = (request: Request): boolean =>
  request.headers.get('sec-fetch-dest') === 'document' || (request.headers.get('accept') ?? '').includes('text/html')

/**
 * The answer to a small button (like, follow): `{ ok }` to our script, a way back to a document. Whoever is not logged
 * in is led to the log-in and back to where he was.
 */
export function markAnswer(request: Request, result: Result<unknown>, given: { back: unknown; locale: Locale }) {
  const back = ownPath(given.back, localePath(given.locale, '/'))
  if (!result.ok && result.failure.code === 'unauthenticated') {
    return redirect(`${localePath(given.locale, '/login')}?next=${encodeURIComponent(back)}`)
  }
  if (wantsDocument(request)) return redirect(back)
  return result.ok ? data({ ok: true as const }) : data({ ok: false as const }, { status: failureStatus[result.failure.code] })
}
