import { z } from 'zod'
import { facetNames, flagNames, searchKinds, searchSorts } from '../../lib/search-params.ts'

/**
 * What shop pages and `/v1` show of the public catalogue. The schemas make the OpenAPI document, the types are what
 * flows answer, and both fit the screens' own view models. Amounts in minor units, times ISO, seconds as numbers.
 */

const locale = z.enum(['zh', 'en'])
const moneyView = z.object({ amount: z.int(), currency: z.string() })

/** A picture, or the poster of a video: what a card shows of it. */
export const pictureView = z.object({
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  colours: z.string().optional().describe('What is shown in its place before it comes: colours from top to bottom, #rrggbb'),
  sources: z
    .array(z.object({ url: z.string(), type: z.string(), widths: z.array(z.int()) }))
    .describe('One for each format; put one of the widths in place of {width}'),
  posterUrl: z.string().optional(),
})

export const mediaView = pictureView.extend({
  id: z.string(),
  kind: z.enum(['image', 'video']),
  videoUrl: z.string().optional(),
  captionsUrl: z.string().optional(),
  durationSeconds: z.number().optional(),
})

export const creatorRef = z.object({ id: z.string(), handle: z.string(), name: z.string(), avatar: pictureView.optional() })
const topicRef = z.object({ slug: z.string(), name: z.string() })
const highlighted = z.array(z.object({ text: z.string(), hit: z.boolean() }))
const adLabel = z.enum(['ad', 'commission', 'sample', 'paid', 'relation', 'ai', 'ai-maybe'])
const pieceKind = z.enum(['post', 'video-note'])

export const pieceCard = z.object({
  id: z.string(),
  kind: pieceKind,
  title: z.string(),
  titleParts: highlighted.optional(),
  lang: locale,
  picture: pictureView.optional(),
  creator: creatorRef,
  likes: z.int(),
  label: adLabel.optional(),
  bought: z.boolean().optional(),
  price: z.object({ from: moneyView, soldOut: z.boolean() }).optional(),
  durationSeconds: z.number().optional(),
})

export const productCard = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  titleParts: highlighted.optional(),
  lang: locale,
  picture: pictureView.optional(),
  price: moneyView,
  several: z.boolean().optional(),
  was: moneyView.optional(),
  stock: z.int(),
})

const placedProduct = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  lang: locale,
  picture: pictureView.optional(),
  price: moneyView,
  several: z.boolean().optional(),
  was: moneyView.optional(),
  stock: z.int(),
  variantId: z.string().optional(),
  withdrawn: z.boolean().optional(),
})

const placement = z.object({
  id: z.string(),
  number: z.int(),
  kind: z.enum(['text', 'hotspot', 'moment']),
  product: placedProduct,
  code: z.string().optional(),
  credit: z.object({ name: z.string(), basisPoints: z.int(), amount: moneyView }).optional(),
  picture: z.int().optional(),
  x: z.number().optional(),
  y: z.number().optional(),
  from: z.number().optional(),
  to: z.number().optional(),
})

const verticals = z.array(z.string())

const pieceBase = z.object({
  id: z.string(),
  lang: locale,
  title: z.string(),
  body: z.string(),
  creator: creatorRef.extend({ followers: z.int(), verticals }),
  labels: z.array(adLabel),
  bought: z.boolean().optional(),
  placements: z.array(placement),
  topics: z.array(topicRef),
  likes: z.int(),
  publishedAt: z.string(),
  editedAt: z.string().optional(),
  editNote: z.string().optional(),
  translation: z.object({ path: z.string(), lang: locale }).optional(),
  related: z.array(pieceCard),
})

export const postView = pieceBase.extend({ pictures: z.array(mediaView) })
export const videoNoteView = pieceBase.extend({ video: mediaView })

const variantView = z.object({
  id: z.string(),
  options: z.record(z.string(), z.string()),
  price: moneyView,
  was: z.object({ price: moneyView, from: z.string(), to: z.string() }).optional(),
  lowestIn30Days: z.boolean().optional(),
  stock: z.int(),
  picture: z.int().optional(),
})

const optionValue = z.object({ value: z.string(), label: z.string(), colour: z.string().optional() })

export const productView = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  lang: locale,
  subtitle: z.string().optional(),
  pictures: z.array(mediaView),
  options: z.array(z.object({ id: z.string(), label: z.string(), values: z.array(optionValue) })),
  variants: z.array(variantView),
  description: z.string().optional(),
  descriptionLang: locale.optional(),
  recommenders: z.object({ count: z.int(), withCommission: z.int(), some: z.array(creatorRef) }),
  pieces: z.array(pieceCard),
  shipping: z
    .object({ flat: moneyView, freeFrom: moneyView })
    .optional()
    .describe('Left out where the shop has rates of delivery by country or weight: the checkout tells'),
  /** Days in which goods may come back without a reason; 0 for never. */
  returnDays: z.int(),
})

const creatorHit = creatorRef.extend({ nameParts: highlighted.optional(), verticals, followers: z.int() })

export const feedView = z.object({
  pieces: z.array(pieceCard),
  /** Cursor of the next part; null at the end. */
  next: z.string().nullable(),
  /** Whether the order is this reader's own. */
  personal: z.boolean(),
})

const signal = z.enum(['likes', 'collects', 'comments', 'shares', 'follows', 'orders', 'reports'])

/** Why pieces stand where they stand in the for-you feed. */
export const whyView = z.object({
  /** Logged in, and the reader's switch. */
  member: z.boolean(),
  on: z.boolean(),
  /** Whether anything of this reader's own is in the order. */
  personal: z.boolean(),
  pieces: z.array(
    z.object({
      piece: pieceCard,
      signals: z.array(z.object({ signal, count: z.int(), weight: z.number(), points: z.number() })),
      points: z.number(),
      ageHours: z.number(),
      score: z.number(),
      /** In another language than the reader's, without a translation: the score is half. */
      foreign: z.boolean(),
      /** One place of ten is kept for pieces like this. */
      newcomer: z.boolean(),
      own: z
        .object({
          score: z.number(),
          /** 0 to 1. */
          fit: z.number(),
          topic: topicRef.optional(),
          author: z.boolean(),
          product: z.boolean(),
          /** Liked or collected already: it goes down. */
          known: z.boolean(),
        })
        .optional(),
    }),
  ),
})

export const homeView = feedView.omit({ personal: true }).extend({
  topics: z.array(topicRef),
  /** Whom one could follow, on the page of the following feed. */
  suggested: z.array(creatorHit),
})

export const creatorView = creatorRef.extend({
  bio: z.string().optional(),
  verticals,
  verified: z.boolean().optional(),
  followers: z.int(),
  posts: z.int(),
  videos: z.int(),
  likes: z.int(),
  joinedAt: z.string(),
  /** Then nothing else is shown. */
  suspended: z.boolean().optional(),
  pieces: z.array(pieceCard),
  next: z.string().nullable(),
})

export const topicView = topicRef.extend({
  description: z.string().optional(),
  sort: z.enum(['newest', 'hot']),
  count: z.int(),
  pieces: z.array(pieceCard),
  /** On the first part alone. */
  products: z.array(productCard),
  creators: z.array(creatorHit),
  near: z.array(topicRef),
  next: z.string().nullable(),
})

export const searchKind = z.enum(searchKinds)
export const searchSort = z.enum(searchSorts)
const filterName = z.enum([...facetNames, ...flagNames])

/** What one can filter by: alternatives with how many hits each has. A flag has one value, `1`, and no words of its own. */
const searchFacet = z.object({
  name: filterName,
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int(), on: z.boolean() })),
})

export const searchView = z.object({
  query: z.string(),
  kind: searchKind,
  counts: z.record(searchKind, z.int()),
  pieces: z.array(pieceCard),
  products: z.array(productCard),
  creators: z.array(creatorHit),
  page: z.int(),
  nextPage: z.int().nullable(),
  sort: searchSort,
  facets: z.array(searchFacet),
  /** How the query was understood where not to the letter. */
  read: z.object({ pinyin: z.boolean(), misspelt: z.boolean() }),
  relaxed: z.array(z.object({ word: z.string(), rest: z.string(), count: z.int() })),
  /** For zero results under filters: each that, dropped, gives results; `all`: without any. */
  loosened: z.array(z.object({ name: z.enum([...facetNames, ...flagNames, 'all']), value: z.string(), count: z.int() })),
  topics: z.array(topicRef),
  /** Whether `topics` are about what was searched, or those that people read. */
  topicsNear: z.boolean(),
})

export const suggestView = z.object({
  query: z.string(),
  /** `slug`: of a topic, or the handle of a creator; the others are words to search for. */
  suggestions: z.array(z.object({ kind: z.enum(['topic', 'product', 'creator', 'piece']), text: z.string(), slug: z.string().optional() })),
})

export type SuggestFacts = z.infer<typeof suggestView>
export type ShopLocale = z.infer<typeof locale>
export type PictureFacts = z.infer<typeof pictureView>
export type MediaFacts = z.infer<typeof mediaView>
export type CreatorFacts = z.infer<typeof creatorRef>
export type TopicFacts = z.infer<typeof topicRef>
export type AdLabelFacts = z.infer<typeof adLabel>
export type PieceCardFacts = z.infer<typeof pieceCard>
export type ProductCardFacts = z.infer<typeof productCard>
export type PlacedProductFacts = z.infer<typeof placedProduct>
export type PlacementFacts = z.infer<typeof placement>
export type PieceFacts = z.infer<typeof pieceBase>
export type PostFacts = z.infer<typeof postView>
export type VideoNoteFacts = z.infer<typeof videoNoteView>
export type VariantFacts = z.infer<typeof variantView>
export type ProductFacts = z.infer<typeof productView>
export type CreatorHitFacts = z.infer<typeof creatorHit>
export type FeedFacts = z.infer<typeof feedView>
export type WhyFacts = z.infer<typeof whyView>
export type HomeFacts = z.infer<typeof homeView>
export type CreatorPageFacts = z.infer<typeof creatorView>
export type TopicPageFacts = z.infer<typeof topicView>
export type SearchKind = z.infer<typeof searchKind>
export type SearchFacetFacts = z.infer<typeof searchFacet>
export type SearchFacts = z.infer<typeof searchView>
