import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { SearchHit } from '../../modules/discovery/index.ts'
import { followersCounter } from '../../modules/engagement/index.ts'
import { readCounters } from '../../modules/engagement/store/counters.ts'
import { oneOfEachFamily } from '../../modules/publishing/index.ts'
import { findPublicPieces } from '../../modules/publishing/store.ts'
import { creatorFacts, readAround } from './around.ts'
import { pieceCardFacts } from './piece-cards.ts'
import { productCardFacts } from './product-facts.ts'
import type { SearchFacts, ShopLocale } from './views.ts'

type Shown = Pick<SearchFacts, 'pieces' | 'products' | 'creators'>

/**
 * Hits as cards, in their order. The index only says which: what is shown comes from the database, and what stopped
 * being public a moment ago is left out.
 */
export async function readHits(ctx: Ctx, req: PayloadRequest, hits: readonly SearchHit[], locale: ShopLocale): Promise<Shown> {
  const idsOf = (kind: SearchHit['document']['kind']) =>
    hits.filter(({ document }) => document.kind === kind).map(({ document }) => document.id)
  const [pieceIds, productIds, creatorIds] = [idsOf('piece'), idsOf('product'), idsOf('creator')]
  const hit = pieceIds.length > 0 ? await findPublicPieces(req, { ids: pieceIds, limit: pieceIds.length }) : []
  // Only what both matched is one thing twice: whoever searches in other words is shown what has them.
  const found = oneOfEachFamily(hit, locale, ({ id, piece }) => ({ id, language: piece.language, translationOf: piece.translationOf }))
  const around = await readAround(ctx, req, found, { products: productIds, creators: creatorIds, productsShown: productIds.length > 0 })
  const followers = await readCounters(req, creatorIds.map(followersCounter))
  const pieces = new Map(found.map((piece) => [piece.id, piece]))
  const shown: Shown = { pieces: [], products: [], creators: [] }
  for (const { document, highlights } of hits) {
    const parts = highlights.title
    const piece = pieces.get(document.id)
    if (piece) {
      const card = pieceCardFacts(piece, around)
      shown.pieces.push({ ...card, ...markedIn(card.title, parts, 'titleParts') })
    }
    const product =
      document.kind === 'product' ? productCardFacts(around.shelf, around.media, document.id, { now: around.now, locale }) : null
    if (product) shown.products.push({ ...product, ...markedIn(product.title, parts, 'titleParts') })
    const creator = document.kind === 'creator' ? around.creators.get(document.id) : undefined
    if (creator?.status !== 'active') continue
    const { name, ...facts } = creatorFacts(around, creator.id)
    shown.creators.push({
      ...facts,
      name,
      ...markedIn(name, parts, 'nameParts'),
      verticals: creator.verticals ?? [],
      followers: followers.get(followersCounter(creator.id)) ?? 0,
    })
  }
  return shown
}

/** Marks only where the index speaks of the very text that is shown: a product's title may be indexed in another language. */
function markedIn<K extends string>(
  text: string,
  parts: SearchHit['highlights']['title'],
  name: K,
): { [key in K]?: NonNullable<typeof parts> } {
  const same = parts && parts.map((part) => part.text).join('') === text
  return (same ? { [name]: parts } : {}) as { [key in K]?: NonNullable<typeof parts> }
}
