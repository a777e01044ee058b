import type { Ctx } from '../../../context.ts'
import type { Visit } from '../../../lib/visit.ts'
import { isLocale, type Locale, localePath } from '../../../ui/i18n/index.ts'
import { appContext, visitContext } from '../../contexts.ts'

export interface DoorArgs {
  request: Request
  params: { lang?: string }
  context: { get<T>(key: { defaultValue?: T }): T }
}

export interface ShopDoor {
  ctx: Ctx
  visit: Visit
  locale: Locale
  /** The query of the page's own address. */
  query: URLSearchParams
  /** A path in the reader's language. */
  to(path: string): string
}

/** What loaders and actions of the shop start from. */
export function openShop({ request, params, context }: DoorArgs): ShopDoor {
  const locale = isLocale(params.lang) ? params.lang : 'zh'
  return {
    ctx: context.get(appContext),
    visit: context.get(visitContext),
    locale,
    query: new URL(request.url).searchParams,
    to: (path) => localePath(locale, path),
  }
}

/** A path with a query of those values that are given. */
export function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value)
  const text = params.toString()
  return text ? `${path}?${text}` : path
}
