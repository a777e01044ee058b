import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { plainText } from '../../lib/text.ts'
import type { SearchDocument } from '../../modules/discovery/index.ts'
import {
  type IndexedCreator,
  type IndexedProduct,
  readCounters,
  readCreators,
  readProducts,
  readTopicSlugs,
} from '../../modules/discovery/store.ts'
import { likesCounter } from '../../modules/engagement/index.ts'
import type { PublicPiece } from '../../modules/publishing/store.ts'
import { offerOf, readShelf } from '../shop/product-facts.ts'

const nothing = { likes: 0, comments: 0, followers: 0, orders: 0 }

/**
 * The version of a piece's document: it rises with every change of the piece's state and of its creator, whose suspension
 * hides it and whose return shows it again.
 */
export const pieceVersion = (lockVersion: number, creator: { version: number } | undefined): number => lockVersion + (creator?.version ?? 0)

/** Search documents of public pieces. */
export async function pieceDocuments(req: PayloadRequest, pieces: readonly PublicPiece[], now: Date): Promise<SearchDocument[]> {
  const creators = await readCreators(
    req,
    pieces.map(({ authorId }) => authorId),
  )
  const products = await readProducts(
    req,
    pieces.flatMap(({ piece }) => (piece.placements ?? []).map(({ product }) => idOf(product))),
  )
  const topics = await readTopicSlugs(
    req,
    pieces.flatMap(({ piece }) => (piece.topics ?? []).map(idOf)),
  )
  const likes = await readCounters(
    req,
    pieces.map(({ id }) => likesCounter(id)),
  )
  const lowered = await readLowered(req, [...products.keys()], now)
  return pieces.map((one): SearchDocument => {
    const { piece } = one
    const placed = [...new Set((piece.placements ?? []).map(({ product }) => idOf(product)))].flatMap((id) => products.get(id) ?? [])
    const onSale = placed.filter(({ status }) => status === 'active')
    const creator = creators.get(one.authorId)
    return {
      id: one.id,
      kind: 'piece',
      version: pieceVersion(one.state.lockVersion, creator),
      visibility: 'public',
      language: piece.language,
      pieceType: one.kind === 'posts' ? 'post' : 'video-note',
      title: piece.title ?? '',
      text: plainText(piece.body ?? ''),
      creator: creator ? { id: creator.id, name: creator.name, handle: creator.handle } : null,
      productNames: onSale.flatMap(({ titles }) => titles),
      category: onSale.find(({ category }) => category)?.category ?? null,
      topics: (piece.topics ?? []).flatMap((topic) => topics.get(idOf(topic)) ?? []),
      brand: onSale.find(({ brand }) => brand)?.brand ?? null,
      onSale: onSale.length > 0 ? onSale.some(({ id }) => lowered.has(id)) : null,
      level: levelOf(creator),
      price: lowest(onSale),
      inStock: onSale.length > 0 ? onSale.some(({ stock }) => stock > 0) : null,
      createdAt: Date.parse(one.publishedAt),
      counters: { ...nothing, likes: likes.get(likesCounter(one.id)) ?? 0 },
    }
  })
}

/** Documents of products for sale; the others have none. Found by their names in every language. */
export async function productDocuments(req: PayloadRequest, products: readonly IndexedProduct[], now: Date): Promise<SearchDocument[]> {
  const lowered = await readLowered(
    req,
    products.map(({ id }) => id),
    now,
  )
  return products
    .filter(({ status }) => status === 'active')
    .map((product) => ({
      id: product.id,
      kind: 'product',
      version: product.version,
      visibility: 'public',
      language: null,
      pieceType: null,
      title: product.titles[0] ?? '',
      text: product.text,
      creator: null,
      productNames: [...product.titles.slice(1), ...(product.brand ? [product.brand] : [])],
      category: product.category,
      topics: product.topics,
      brand: product.brand,
      onSale: lowered.has(product.id),
      level: null,
      price: product.price,
      inStock: product.stock > 0,
      createdAt: product.createdAt,
      counters: nothing,
    }))
}

/** Documents of active creators. */
export async function creatorDocuments(req: PayloadRequest, ids: readonly string[]): Promise<SearchDocument[]> {
  const creators = [...(await readCreators(req, ids)).values()].filter(({ active }) => active)
  const followers = await readCounters(
    req,
    creators.map(({ id }) => `followers:${id}`),
  )
  return creators.map(({ id, name, handle, bio, level, version, createdAt }) => ({
    id,
    kind: 'creator',
    version,
    visibility: 'public',
    language: null,
    pieceType: null,
    title: name,
    text: bio,
    creator: { id, name, handle },
    productNames: [],
    category: null,
    topics: [],
    brand: null,
    onSale: null,
    level: levelOf({ level }),
    price: null,
    inStock: null,
    createdAt,
    counters: { ...nothing, followers: followers.get(`followers:${id}`) ?? 0 },
  }))
}

function lowest(products: readonly IndexedProduct[]): number | null {
  const prices = products.flatMap(({ price }) => price ?? [])
  return prices.length > 0 ? Math.min(...prices) : null
}

const levelOf = (creator: Pick<IndexedCreator, 'level'> | undefined): string | null =>
  !creator || creator.level === 'none' ? null : creator.level

/** Products whose price the log proves to have been cut. */
async function readLowered(req: PayloadRequest, ids: readonly string[], now: Date): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const shelf = await readShelf(req, ids, { log: true })
  return new Set(ids.filter((id) => offerOf(shelf, id, now)?.was))
}
