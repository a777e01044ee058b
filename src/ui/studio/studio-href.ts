import type { DailyView } from './days-view.ts'

/** The dashboard's own address with these choices; usual ones are left out. Relative, so it keeps the language. */
export function studioHref({ span, metric, piece }: Pick<DailyView, 'span' | 'metric' | 'piece'>): string {
  const chosen = new URLSearchParams({
    ...(span === 30 ? {} : { days: String(span) }),
    ...(metric === 'commission' ? {} : { metric }),
    ...(piece === null ? {} : { piece }),
  }).toString()
  return chosen === '' ? '.' : `?${chosen}`
}
