import type { Ctx } from '../../../context.ts'
import type { Visit } from '../../../lib/visit.ts'
import { isLocale, type Locale, localePath } from '../../../ui/i18n/index.ts'
import { appContext, visitContext } from '../../contexts.ts'

interface DoorArgs {
  params: { lang?: string }
  context: { get<T>(key: { defaultValue?: T }): T }
}

export interface Door {
  ctx: Ctx
  visit: Visit
  locale: Locale
  /** A path in the reader's language. */
  to(path: string): string
}

/** What loaders and actions of this area start from: guests may come in, flows decide what they see. */
export function openDoor({ params, context }: DoorArgs): Door {
  const locale = isLocale(params.lang) ? params.lang : 'zh'
  return { ctx: context.get(appContext), visit: context.get(visitContext), locale, to: (path) => localePath(locale, path) }
}

/** Headers with several cookies; a redirect takes them. */
export function withCookies(cookies: readonly (string | null)[], more: Record<string, string> = {}): Headers {
  const headers = new Headers(more)
  for (const value of cookies) if (value !== null) headers.append('Set-Cookie', value)
  return headers
}
