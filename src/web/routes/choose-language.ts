import { redirect } from 'react-router'
import { cookieNames } from '../../lib/cookies.ts'
import { isLocale, type Locale } from '../../ui/i18n/index.ts'
import { visitContext } from '../contexts.ts'
import type { Route } from './+types/choose-language'

/** `/` goes where the reader chose before, else where the browser's languages say, else to 中文. */
export function loader({ context, request }: Route.LoaderArgs) {
  const saved = context.get(visitContext).cookies[cookieNames.language]
  const locale = isLocale(saved) ? saved : preferred(request.headers.get('accept-language') ?? '')
  return redirect(`/${locale}`, { headers: { Vary: 'Accept-Language, Cookie', 'Cache-Control': 'private, no-store' } })
}

function preferred(header: string): Locale {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', q = 'q=1'] = part.trim().split(';')
      return { tag: tag.slice(0, 2).toLowerCase(), weight: Number(q.replace('q=', '')) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
    .find(({ tag }) => isLocale(tag))
  return wanted && isLocale(wanted.tag) ? wanted.tag : 'zh'
}
