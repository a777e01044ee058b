/** The two languages of the interface. A piece's own language is another matter (`lang` on its text). */
export type Locale = 'zh' | 'en'

export const locales: readonly Locale[] = ['zh', 'en']

/** Whether a text (a path segment, a cookie) names one of our languages. */
export const isLocale = (text: unknown): text is Locale => text === 'zh' || text === 'en'

/** The value of `lang` on `<html>` and on any text in that language. */
export const htmlLang: Record<Locale, string> = { zh: 'zh-CN', en: 'en' }

/** The `lang` of a text whose language is known: `<b {...langOf(product.lang)}>`. */
export const langOf = (locale: Locale | undefined): { lang?: string } => (locale ? { lang: htmlLang[locale] } : {})

/** What `Intl` is asked for. English is the international form: `9 Nov`, not `Nov 9`. */
export const intlTag: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' }

/** Each language's own name for itself. */
export const localeName: Record<Locale, string> = { zh: '中文', en: 'English' }

/** A path inside a language: `localePath('en', '/cart')` is `/en/cart`. Leaves paths without a language (`/go/…`, `/v1/…`) to the caller. */
export const localePath = (locale: Locale, path: string): string => (path === '/' ? `/${locale}` : `/${locale}${path}`)

/** The language of a path, also of one that leads nowhere; 中文 where it names none. */
export function localeOf(pathname: string): Locale {
  const first = pathname.split('/')[1]
  return isLocale(first) ? first : 'zh'
}

/** The same page in another language: replaces a leading `/zh` or `/en`, keeps path and query. */
export function switchLocale(pathWithQuery: string, to: Locale): string {
  const rest = pathWithQuery.replace(/^\/(zh|en)(?=[/?]|$)/, '')
  return `/${to}${rest.startsWith('/') || rest.startsWith('?') || rest === '' ? rest : `/${rest}`}`
}
