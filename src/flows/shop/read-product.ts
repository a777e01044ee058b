import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { optionChoices, shownOption, swatchOf } from '../../modules/catalogue/index.ts'
import { findProductRows, type ProductRow } from '../../modules/catalogue/store/shelf.ts'
import { readShippingRates } from '../../modules/checkout/store/settings.ts'
import { findPublicPieces, type PublicPiece } from '../../modules/publishing/store.ts'
import { keptPart, pageShows } from '../pages/page-shows.ts'
import { bearsCommission } from '../programmes/earning-rows.ts'
import { type Around, creatorFacts, readAround } from './around.ts'
import { galleryFacts, idOf } from './media-facts.ts'
import { pictureWords } from './picture-words.ts'
import { pieceCardFacts } from './piece-cards.ts'
import { priceProof } from './price-proof.ts'
import { textIn } from './product-facts.ts'
import { sharedPieces } from './shared-rows.ts'
import type { MediaFacts, ProductFacts, ShopLocale, VariantFacts } from './views.ts'

/** Pieces about a product that its page looks at: who recommends it is counted among these. */
const PIECES = 100
const PIECES_SHOWN = 8

/** A product on sale: `gone` once it was archived, `not_found` for drafts and unknown names. */
export async function readProduct(ctx: Ctx, { slug, locale }: { slug: string; locale: ShopLocale }): Promise<Result<ProductFacts>> {
  const req = await ctx.req()
  pageShows(tag.productSlug(slug))
  const [row] = slug ? await findProductRows(req, { slug }) : []
  if (row) pageShows(tag.product(row.id))
  if (!row || row.status === 'draft') return fail('not_found', 'There is no such product.')
  if (row.status === 'archived') return fail('gone', 'This product is no longer sold.')
  const pieces = await piecesAbout(req, row.id)
  const pictures = (row.pictures ?? []).flatMap((id) => idOf(id) ?? [])
  pageShows(...pictures.map(tag.media)) // for what they are described by
  const around = await readAround(ctx, req, pieces, { productsShown: true, products: [row.id], media: pictures })
  const variants = around.shelf.variants.get(row.id) ?? []
  if (variants.length === 0) return fail('not_found', 'There is nothing of this product on sale.')
  const shown = pictures.flatMap((id) => galleryFacts(around.media, id) ?? []).map((one) => inWords(one, row, { variants, locale }))
  return ok({
    ...textsOf(row, locale),
    id: row.id,
    slug: row.slug,
    ...(row.brand ? { subtitle: row.brand } : {}),
    pictures: shown,
    options: optionsOf(row, variants, locale),
    variants: variantsOf(around, variants, shown),
    recommenders: recommendersOf(row.id, pieces, around),
    pieces: pieces.slice(0, PIECES_SHOWN).map((piece) => pieceCardFacts(piece, around)),
    ...((await hasShippingRates(req)) ? {} : { shipping: shippingOf(around) }),
    returnDays: around.settings.returnDays,
  })
}

/** Its newest public pieces. Whatever happens to one of them purges the product; what it is now is asked of the piece itself. */
async function piecesAbout(req: PayloadRequest, product: string): Promise<PublicPiece[]> {
  let read: PublicPiece[] | undefined
  const ids = await keptPart(`pieces about ${product}`, async () => {
    pageShows(tag.product(product))
    read = await findPublicPieces(req, { product, limit: PIECES })
    return read.map(({ id }) => id)
  })
  if (read) return read
  const found = await sharedPieces(req, ids)
  return ids.flatMap((id) => found.get(id) ?? [])
}

type Variants = NonNullable<ReturnType<Around['shelf']['variants']['get']>>

function textsOf(row: ProductRow, locale: ShopLocale): Pick<ProductFacts, 'title' | 'lang' | 'description' | 'descriptionLang'> {
  const title = textIn(row.title, locale) ?? { text: row.slug, lang: locale }
  const description = textIn(row.description, locale)
  return {
    title: title.text,
    lang: title.lang,
    ...(description ? { description: description.text, descriptionLang: description.lang } : {}),
  }
}

/** What there is to choose, in the reader's words and with swatches; ids and values stay as they are stored. Nothing where there is one variant. */
function optionsOf({ optionWords }: ProductRow, variants: Variants, locale: ShopLocale): ProductFacts['options'] {
  const choices = optionChoices(variants.map(({ options }) => ({ options: options ?? [] })))
  if (variants.length < 2) return []
  return choices.map(({ name, values }) => ({
    id: name,
    label: shownOption(optionWords, name, locale),
    values: values.map((value) => {
      const colour = swatchOf(optionWords, value)
      return { value, label: shownOption(optionWords, value, locale), ...(colour ? { colour } : {}) }
    }),
  }))
}

/** A picture with its description in the reader's language. */
function inWords(picture: MediaFacts, row: ProductRow, { variants, locale }: { variants: Variants; locale: ShopLocale }): MediaFacts {
  const of = variants.find((variant) => idOf(variant.picture) === picture.id)
  const values = (of?.options ?? []).map(({ value }) => value)
  return { ...picture, alt: pictureWords(picture.alt, row, { values, locale }) }
}

function variantsOf({ shelf, now }: Around, variants: Variants, pictures: readonly { id: string }[]): VariantFacts[] {
  return variants.map((variant) => {
    const picture = pictures.findIndex(({ id }) => id === idOf(variant.picture))
    const options = (variant.options ?? []).map(({ name, value }) => [name, value] as const)
    return {
      id: variant.id,
      options: variants.length < 2 ? {} : Object.fromEntries(options),
      price: { amount: variant.price, currency: variant.currency },
      ...priceProof(shelf.log.get(variant.id) ?? [], { now, currency: variant.currency }),
      stock: Math.max(0, shelf.stock.get(variant.id) ?? 0),
      ...(picture >= 0 ? { picture } : {}),
    }
  })
}

/** Creators with a public piece about it, each once; with commission when she may earn on it by her link in one of them, or by her code. */
function recommendersOf(product: string, pieces: readonly PublicPiece[], around: Around): ProductFacts['recommenders'] {
  const isPaid = ({ piece }: PublicPiece) =>
    (piece.placements ?? []).some((one) => idOf(one.product) === product && bearsCommission(around.links.get(idOf(one.link) ?? '')))
  const paid = new Set(pieces.filter(isPaid).map(({ authorId }) => authorId))
  const creators = [...new Set(pieces.map(({ authorId }) => authorId))]
  return {
    count: creators.length,
    withCommission: creators.filter((id) => paid.has(id)).length,
    some: creators.slice(0, 4).map((id) => creatorFacts(around, id)),
  }
}

/** Whether the shop sends by rates of its own: what they come to depends on where and how heavy, which the checkout knows. */
const hasShippingRates = (req: PayloadRequest): Promise<boolean> =>
  keptPart('shipping rates', async () => (await readShippingRates(req)).length > 0)

function shippingOf({ settings }: Around): NonNullable<ProductFacts['shipping']> {
  const { currency, shippingFlat, freeShippingFrom } = settings
  return { flat: { amount: shippingFlat, currency }, freeFrom: { amount: freeShippingFrom, currency } }
}
