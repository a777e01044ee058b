import type { MetaDescriptor } from 'react-router'
import { htmlLang, type Locale, localeOf, locales, switchLocale, translate } from '../../ui/i18n/index.ts'
import { common } from '../../ui/i18n/messages/common.ts'

/** What the `meta` function of every route gets and this needs: `export const meta = (args: Route.MetaArgs) => pageMeta(args, {…})`. */
export interface MetaParts {
  location: { pathname: string }
  matches: readonly ({ id: string; loaderData?: unknown } | undefined)[]
}

export interface PageFacts {
  /** Without the site's name, which is added; absent on the home page. */
  title?: string
  /** One or two sentences; cut at 160 characters. */
  description?: string
  /** Query that belongs to the page's identity, such as `kind=product`; everything else (`via`, `after`) is left out of its address. */
  query?: string
  /** The languages of this page and where they are; absent: both, at the same path. `null`: this address alone. */
  alternates?: Partial<Record<Locale, string>> | null
  /** Path of the address to be named instead of this one, such as a piece's in its own language. */
  canonical?: string
  /** Kept out of search engines: personal pages and results. */
  noindex?: boolean
  type?: 'website' | 'article' | 'profile' | 'video.other'
  /** What says which picture goes with a shared link; without it, the logo. */
  images?: readonly MetaDescriptor[]
}

/** Title, description, canonical address, hreflang (zh, en, x-default) and the basics of Open Graph, in one list. */
export function pageMeta(parts: MetaParts, facts: PageFacts): MetaDescriptor[] {
  const { origin, locale, canonical } = placeOf(parts, facts)
  const site = translate(common, locale, 'siteName')
  const title = facts.title ? `${facts.title} · ${site}` : site
  const description = facts.description ? shorten(facts.description) : undefined
  const list: MetaDescriptor[] = [
    { title },
    { property: 'og:title', content: facts.title ?? site },
    { property: 'og:site_name', content: site },
  ]
  if (description) list.push({ name: 'description', content: description }, { property: 'og:description', content: description })
  list.push(
    { property: 'og:type', content: facts.type ?? 'website' },
    { property: 'og:locale', content: locale === 'zh' ? 'zh_CN' : 'en_GB' },
    ...(facts.images ?? logo(origin)),
  )
  if (facts.noindex) return [...list, { name: 'robots', content: 'noindex' }]
  list.push({ property: 'og:url', content: canonical }, { tagName: 'link', rel: 'canonical', href: canonical })
  const { alternates = bothAt(parts.location.pathname + queryOf(facts)) } = facts
  return [...list, ...alternateLinks(origin, alternates ?? {})]
}

/** The site's address (empty when the root loader failed, so that links stay relative), and the page's one address. */
export function placeOf({ location, matches }: MetaParts, facts: PageFacts): { origin: string; locale: Locale; canonical: string } {
  const data = matches.find((match) => match?.id === 'root')?.loaderData as { origin?: string } | undefined
  const origin = data?.origin ?? ''
  return {
    origin,
    locale: localeOf(location.pathname),
    canonical: `${origin}${facts.canonical ?? location.pathname + queryOf(facts)}`,
  }
}

const queryOf = ({ query }: PageFacts): string => (query ? `?${query}` : '')

/** The logo beside the words. */
const logo = (origin: string): MetaDescriptor[] => [
  { property: 'og:image', content: `${origin}/icon-512.png` },
  { name: 'twitter:card', content: 'summary' },
]

const bothAt = (path: string): Partial<Record<Locale, string>> =>
  Object.fromEntries(locales.map((locale) => [locale, switchLocale(path, locale)]))

function alternateLinks(origin: string, alternates: Partial<Record<Locale, string>>): MetaDescriptor[] {
  const known = locales.flatMap((locale) => (alternates[locale] ? [{ locale, href: `${origin}${alternates[locale]}` }] : []))
  const standard = known[0]
  if (!standard || known.length < 2) return []
  return [
    ...known.map(({ locale, href }) => ({ tagName: 'link', rel: 'alternate', hrefLang: htmlLang[locale], href })),
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: standard.href },
  ] as MetaDescriptor[]
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  const characters = [...flat]
  return characters.length <= 160 ? flat : `${characters.slice(0, 159).join('')}…`
}
