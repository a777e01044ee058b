import { z } from 'zod'

/**
 * What schema.org and the search engines that read it demand of each kind of thing that our pages say, written by hand
 * from their documents: required fields, and what recommended ones must look like when they are there. Strict: a field
 * that is not listed here is a mistake of ours.
 */
const url = z.url({ protocol: /^https?$/ })
const text = z.string().trim().min(1)
const instant = z.iso.datetime({ offset: true })
const language = z.enum(['zh-CN', 'en'])
const pictures = z.array(url)
const typed = <T extends string>(type: T) => ({ '@type': z.literal(type) })
const id = url

const offer = z.strictObject({
  ...typed('Offer'),
  url,
  /** A plain decimal with a point and without a currency, as Google wants it. */
  price: z.string().regex(/^\d+(\.\d{1,3})?$/),
  priceCurrency: z.string().regex(/^[A-Z]{3}$/),
  availability: z.enum(['https://schema.org/InStock', 'https://schema.org/OutOfStock']),
  itemCondition: z.literal('https://schema.org/NewCondition'),
  name: text.optional(),
  sku: text.optional(),
})

const aggregate = z
  .strictObject({
    ...typed('AggregateOffer'),
    lowPrice: offer.shape.price,
    highPrice: offer.shape.price,
    priceCurrency: offer.shape.priceCurrency,
    offerCount: z.int().min(2),
    offers: z.array(offer).min(2),
  })
  .refine(({ offerCount, offers }) => offerCount === offers.length, 'offerCount counts the offers')
  .refine(({ lowPrice, highPrice, offers }) => {
    const prices = offers.map(({ price }) => Number(price))
    return Number(lowPrice) === Math.min(...prices) && Number(highPrice) === Math.max(...prices)
  }, 'the range is that of the offers')
  .refine(({ offers }) => new Set(offers.map(({ sku }) => sku)).size === offers.length, 'each offer is another variant')

const product = z.strictObject({
  ...typed('Product'),
  '@id': id,
  url,
  name: text.max(150),
  description: text,
  image: pictures.min(1),
  productID: text,
  brand: z.strictObject({ ...typed('Brand'), name: text }).optional(),
  offers: z.union([offer, aggregate]),
})

const person = z.strictObject({ ...typed('Person'), name: text, url })
const piece = {
  '@id': id,
  url,
  mainEntityOfPage: url,
  headline: text.max(110),
  inLanguage: language,
  datePublished: instant,
  dateModified: instant.optional(),
  author: person,
  keywords: z.array(text).min(1).optional(),
  mentions: z
    .array(z.strictObject({ '@id': id, name: text }))
    .min(1)
    .optional(),
}

const posting = z.strictObject({ ...typed('SocialMediaPosting'), ...piece, articleBody: text, image: pictures.min(1) })

const clip = z
  .strictObject({ ...typed('Clip'), name: text, startOffset: z.int().min(0), endOffset: z.int().positive().optional(), url })
  .refine(({ startOffset, endOffset }) => endOffset === undefined || endOffset > startOffset, 'a clip ends after it starts')

const video = z.strictObject({
  ...typed('VideoObject'),
  ...piece,
  name: text.max(100),
  description: text,
  thumbnailUrl: pictures.min(1),
  uploadDate: instant,
  contentUrl: url,
  duration: z
    .string()
    .regex(/^PT(?=\d)(\d+M)?(\d+S)?$/)
    .optional(),
  hasPart: z.array(clip).min(1).optional(),
})

const profile = z.strictObject({
  ...typed('ProfilePage'),
  '@id': id,
  url,
  dateCreated: instant,
  inLanguage: language,
  mainEntity: z.strictObject({
    ...typed('Person'),
    '@id': id,
    name: text,
    alternateName: text,
    identifier: text,
    url,
    description: text.optional(),
    image: url.optional(),
  }),
})

const breadcrumbs = z
  .strictObject({
    ...typed('BreadcrumbList'),
    itemListElement: z.array(z.strictObject({ ...typed('ListItem'), position: z.int().positive(), name: text, item: url })).min(2),
  })
  .refine(({ itemListElement }) => itemListElement.every(({ position }, at) => position === at + 1), 'positions count from one')

const website = z.strictObject({
  ...typed('WebSite'),
  '@id': id,
  url,
  name: text,
  description: text,
  inLanguage: language,
  potentialAction: z.strictObject({
    ...typed('SearchAction'),
    target: z.strictObject({ ...typed('EntryPoint'), urlTemplate: z.string().regex(/^https?:\/\/[^{]+\{query\}$/) }),
    'query-input': z.literal('required name=query'),
  }),
})

const collection = z.strictObject({ ...typed('CollectionPage'), '@id': id, url, name: text, inLanguage: language })

/** One block of a page. */
export const jsonLdBlock = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.discriminatedUnion('@type', [product, posting, video, profile, breadcrumbs, website, collection])).min(1),
})

/** The kinds of things in a block, in order. */
export const kindsIn = (block: z.infer<typeof jsonLdBlock>): string[] => block['@graph'].map((thing) => thing['@type'])
