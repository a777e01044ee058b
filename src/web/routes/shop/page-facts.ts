import type { PostFacts, TopicPageFacts, VideoNoteFacts } from '../../../flows/shop/views.ts'
import { plainText } from '../../../lib/text.ts'
import { type Locale, translate } from '../../../ui/i18n/index.ts'
import { common } from '../../../ui/i18n/messages/common.ts'
import { discovery } from '../../../ui/i18n/messages/discovery.ts'
import { creatorPath } from '../../../ui/view/piece.ts'
import { creatorCard, postCard, productCard, videoCard } from '../../../ui/view/share-card.ts'
import {
  breadcrumbs,
  collectionThing,
  type Place,
  postThing,
  productThing,
  profileThings,
  type SaidCreator,
  type SaidProduct,
  type Thing,
  videoThings,
  websiteThing,
} from '../../lib/json-ld.ts'
import type { PublicFacts } from '../../lib/public-meta.ts'
import { pieceAddresses } from './piece-addresses.ts'

/** What each public page says about itself to browsers, messengers and search engines. */

const site = (locale: Locale): string => translate(common, locale, 'siteName')

const under =
  (locale: Locale, ...steps: { name: string; path?: string }[]) =>
  (place: Place): Thing =>
    breadcrumbs(place, site(locale), steps)

export const homePage = (locale: Locale): Pick<PublicFacts, 'description' | 'things'> => {
  const description = translate(discovery, locale, 'siteDescription')
  return { description, things: (place) => [websiteThing(place, site(locale), description)] }
}

export function postPage(post: PostFacts, locale: Locale): PublicFacts {
  const { title, creator } = post
  const way = under(locale, { name: creator.name, path: creatorPath(creator) }, { name: title })
  return {
    title,
    description: plainText(post.body),
    type: 'article',
    ...pieceAddresses(post, 'p'),
    card: postCard(post, locale),
    things: (place) => [postThing(place, post), way(place)],
  }
}

export function videoPage(note: VideoNoteFacts, locale: Locale): PublicFacts {
  const { title, creator } = note
  const way = under(locale, { name: creator.name, path: creatorPath(creator) }, { name: title })
  return {
    title,
    description: plainText(note.body),
    type: 'video.other',
    ...pieceAddresses(note, 'v'),
    card: videoCard(note, locale),
    things: (place) => [...videoThings(place, note), way(place)],
  }
}

export function productPage(product: SaidProduct, locale: Locale): PublicFacts {
  const browse = { name: translate(discovery, locale, 'browseProducts'), path: '/search?kind=product' }
  const way = under(locale, browse, { name: product.title })
  return {
    title: product.title,
    description: plainText(product.description ?? product.title),
    card: productCard(product, locale),
    things: (place) => [productThing(place, product), way(place)],
  }
}

export function creatorPage(creator: SaidCreator, locale: Locale): PublicFacts {
  const way = under(locale, { name: creator.name })
  return {
    title: creator.name,
    type: 'profile',
    ...(creator.bio ? { description: creator.bio } : {}),
    ...(creator.suspended ? { noindex: true } : { card: creatorCard(creator, locale) }),
    things: (place) => [...profileThings(place, creator), way(place)],
  }
}

export function topicPage({ name, description }: Pick<TopicPageFacts, 'name' | 'description'>, locale: Locale): PublicFacts {
  const way = under(locale, { name })
  return { title: `# ${name}`, ...(description ? { description } : {}), things: (place) => [collectionThing(place, name), way(place)] }
}
