import type { MetaDescriptor } from 'react-router'
import { type ShareCard, shareCardPath, shareCardSize } from '../../ui/view/share-card.ts'
import { visitContext } from '../contexts.ts'
import { graph, type Place, type Thing } from './json-ld.ts'
import { type MetaParts, type PageFacts, pageMeta, placeOf } from './meta.ts'

/** What a page says about itself that is shared and found. */
export interface PublicFacts extends Omit<PageFacts, 'images'> {
  /** What the picture shows that goes with a shared link; without it, the logo. */
  card?: ShareCard
  /** What the page says to machines; gets the addresses that it needs. */
  things?: (place: Place) => readonly Thing[]
}

/** What a loader is called with, as much as is needed here. */
interface LoaderParts {
  request: Request
  context: { get<T>(key: { defaultValue?: T }): T }
}

/**
 * `pageMeta` with the picture for messengers and schema.org. For loaders: the browser is given the list and needs none of
 * what makes it; the route says `export const meta = (args: Route.MetaArgs) => args.loaderData?.meta ?? []`.
 */
export function loaderMeta({ request, context }: LoaderParts, facts: PublicFacts): MetaDescriptor[] {
  const { origin } = context.get(visitContext)
  const { pathname } = new URL(request.url)
  return publicMeta({ location: { pathname }, matches: [{ id: 'root', loaderData: { origin } }] }, facts)
}

export function publicMeta(parts: MetaParts, { card, things, ...facts }: PublicFacts): MetaDescriptor[] {
  const { origin, locale, canonical } = placeOf(parts, facts)
  const list = pageMeta(parts, { ...facts, ...(card ? { images: cardMeta(origin, card) } : {}) })
  const said = things?.({ origin, url: canonical, locale }) ?? []
  return said.length > 0 ? [...list, { 'script:ld+json': graph(said) }] : list
}

/** A large picture, drawn for this page. */
const cardMeta = (origin: string, card: ShareCard): MetaDescriptor[] => [
  { property: 'og:image', content: `${origin}${shareCardPath(card)}` },
  { property: 'og:image:type', content: 'image/jpeg' },
  { property: 'og:image:width', content: String(shareCardSize.width) },
  { property: 'og:image:height', content: String(shareCardSize.height) },
  { property: 'og:image:alt', content: card.title },
  { name: 'twitter:card', content: 'summary_large_image' },
]
