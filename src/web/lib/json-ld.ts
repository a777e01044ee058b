import type { CreatorPageFacts, PictureFacts, PieceFacts, PostFacts, ProductFacts, VideoNoteFacts } from '../../flows/shop/views.ts'
import { toMajor } from '../../lib/money.ts'
import { widestUrl } from '../../lib/picture-sizes.ts'
import { plainText } from '../../lib/text.ts'
import { htmlLang, type Locale, localePath } from '../../ui/i18n/index.ts'
import { momentAnchor } from '../../ui/view/moment-anchor.ts'
import { creatorPath, productPath } from '../../ui/view/piece.ts'

/**
 * What a page says to machines (schema.org as JSON-LD), made from what it shows and from nothing else: prices, stock and
 * dates are the page's own. Addresses are absolute.
 */
export type Thing = { '@type': string } & Record<string, unknown>

/** Where the page is: the site's address, the page's canonical address, the reader's language. */
export interface Place {
  origin: string
  url: string
  locale: Locale
}

/** As much of a product and of a creator as is said. */
export type SaidProduct = Pick<ProductFacts, 'id' | 'slug' | 'title' | 'subtitle' | 'description' | 'pictures'> & {
  variants: readonly Pick<ProductFacts['variants'][number], 'id' | 'options' | 'price' | 'stock'>[]
}
export type SaidCreator = Pick<CreatorPageFacts, 'id' | 'handle' | 'name' | 'avatar' | 'bio' | 'joinedAt' | 'suspended'>

/** One block for a page, so that things can name each other by `@id`. */
export const graph = (things: readonly Thing[]): Record<string, unknown> => ({ '@context': 'https://schema.org', '@graph': things })

/** The site itself, on its first page, with the way to search it. */
export const websiteThing = ({ origin, locale }: Place, name: string, description: string): Thing => ({
  '@type': 'WebSite',
  '@id': `${origin}/#site`,
  url: `${origin}${localePath(locale, '/')}`,
  name,
  description,
  inLanguage: htmlLang[locale],
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${origin}${localePath(locale, '/search')}?q={query}` },
    'query-input': 'required name=query',
  },
})

/** The way from the first page to this one; the last step is the page itself. */
export const breadcrumbs = ({ origin, url, locale }: Place, home: string, steps: readonly { name: string; path?: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: home, path: '/' }, ...steps].map(({ name, path }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: path === undefined ? url : `${origin}${localePath(locale, path)}`,
  })),
})

/** A post, with the products it names. */
export function postThing(place: Place, post: PostFacts): Thing {
  return {
    ...pieceThing(place, post),
    '@type': 'SocialMediaPosting',
    articleBody: plainText(post.body),
    image: pictures(place, post.pictures),
  }
}

/** A video note. Absent while its film is still being prepared: a video without a file is none. */
export function videoThings(place: Place, note: VideoNoteFacts): Thing[] {
  const { video } = note
  if (!video.videoUrl) return []
  const moments = note.placements.filter(({ kind, from }) => kind === 'moment' && from !== undefined)
  const clips = moments.map(({ from = 0, to, product }) => ({
    '@type': 'Clip',
    name: product.title,
    startOffset: Math.floor(from),
    ...(to === undefined ? {} : { endOffset: Math.ceil(to) }),
    url: `${place.url}${momentAnchor(from)}`,
  }))
  const thing: Thing = {
    ...pieceThing(place, note),
    '@type': 'VideoObject',
    name: note.title,
    description: plainText(note.body) || note.title,
    thumbnailUrl: pictures(place, [video]),
    uploadDate: note.publishedAt,
    contentUrl: absolute(place, video.videoUrl),
    ...(video.durationSeconds ? { duration: duration(video.durationSeconds) } : {}),
    ...(clips.length > 0 ? { hasPart: clips } : {}),
  }
  return [thing]
}

function pieceThing(place: Place, piece: PieceFacts): Thing {
  const { creator } = piece
  return {
    '@type': 'CreativeWork',
    '@id': `${place.url}#piece`,
    url: place.url,
    mainEntityOfPage: place.url,
    headline: piece.title,
    inLanguage: htmlLang[piece.lang],
    datePublished: piece.publishedAt,
    ...(piece.editedAt ? { dateModified: piece.editedAt } : {}),
    author: { '@type': 'Person', name: creator.name, url: `${place.origin}${localePath(place.locale, creatorPath(creator))}` },
    ...(piece.topics.length > 0 ? { keywords: piece.topics.map(({ name }) => name) } : {}),
    ...mentions(place, piece),
  }
}

/** Products by name and address only: what they cost is said where it is sold. */
function mentions({ origin, locale }: Place, { placements }: PieceFacts): Record<string, unknown> {
  const shown = new Map(placements.filter(({ product }) => !product.withdrawn).map(({ product }) => [product.slug, product]))
  if (shown.size === 0) return {}
  return {
    mentions: [...shown.values()].map((product) => ({
      '@id': `${origin}${localePath(locale, productPath(product))}#product`,
      name: product.title,
    })),
  }
}

/** A product with what it costs now. Variants that differ are one offer each, inside their range. */
export function productThing(place: Place, product: SaidProduct): Thing {
  const { variants } = product
  const offers = variants.map((variant) => ({
    '@type': 'Offer',
    url: variants.length > 1 ? `${place.url}?variant=${variant.id}` : place.url,
    price: toMajor(variant.price),
    priceCurrency: variant.price.currency,
    availability: variant.stock > 0 ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
    itemCondition: 'https://schema.org/NewCondition',
    ...(variants.length > 1 ? { name: Object.values(variant.options).join(' · '), sku: variant.id } : {}),
  }))
  return {
    '@type': 'Product',
    '@id': `${place.url}#product`,
    url: place.url,
    name: product.title,
    description: plainText(product.description ?? product.title),
    image: pictures(place, product.pictures),
    productID: product.id,
    ...(product.subtitle ? { brand: { '@type': 'Brand', name: product.subtitle } } : {}),
    offers: offers.length === 1 ? offers[0] : range(variants, offers),
  }
}

function range(variants: SaidProduct['variants'], offers: readonly object[]): object {
  const sorted = variants.map(({ price }) => price).toSorted((a, b) => a.amount - b.amount)
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (!low || !high) return {}
  return {
    '@type': 'AggregateOffer',
    lowPrice: toMajor(low),
    highPrice: toMajor(high),
    priceCurrency: low.currency,
    offerCount: offers.length,
    offers,
  }
}

/** A creator's page; nothing for a suspended one. */
export const profileThings = (place: Place, creator: SaidCreator): Thing[] =>
  creator.suspended
    ? []
    : [
        {
          '@type': 'ProfilePage',
          '@id': `${place.url}#page`,
          url: place.url,
          dateCreated: creator.joinedAt,
          inLanguage: htmlLang[place.locale],
          mainEntity: {
            '@type': 'Person',
            '@id': `${place.url}#person`,
            name: creator.name,
            alternateName: creator.handle,
            identifier: creator.id,
            url: place.url,
            ...(creator.bio ? { description: creator.bio } : {}),
            ...(creator.avatar ? { image: pictures(place, [creator.avatar])[0] } : {}),
          },
        },
      ]

/** A page that collects others, such as a topic. */
export const collectionThing = ({ url, locale }: Place, name: string): Thing => ({
  '@type': 'CollectionPage',
  '@id': `${url}#page`,
  url,
  name,
  inLanguage: htmlLang[locale],
})

/** The widest size of each picture, or of a video's poster. */
const pictures = (place: Place, media: readonly PictureFacts[]): string[] =>
  media.flatMap(({ sources }) => {
    const widest = widestUrl(sources)
    return widest ? [absolute(place, widest)] : []
  })

const absolute = ({ origin }: Place, path: string): string => new URL(path, `${origin}/`).href

/** ISO 8601: `PT1M5S`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  return `PT${minutes > 0 ? `${minutes}M` : ''}${rest > 0 || minutes === 0 ? `${rest}S` : ''}`
}
