import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type PageTag, tag } from '../../lib/page-tags.ts'
import type { PublicPiece } from '../../modules/publishing/store.ts'
import type { Creator, Media, ShopSetting } from '../../payload-types.ts'
import { keptPart, oncePerPage, pageShows } from '../pages/page-shows.ts'
import type { EarningRow } from '../programmes/earning-rows.ts'
import { idOf, pictureFacts } from './media-facts.ts'
import { mainPicture, readShelf, type Shelf } from './product-facts.ts'
import { sharedCreators, sharedLikes, sharedLinks, sharedMedia, sharedPurchases } from './shared-rows.ts'
import type { CreatorFacts } from './views.ts'

/** Everything that cards and pages of some pieces show and that stands elsewhere, fetched together. */
export interface Around {
  now: Date
  settings: ShopSetting
  creators: Map<string, Creator>
  media: Map<string, Media>
  likes(pieceId: string): number
  shelf: Shelf
  links: Map<string, EarningRow>
  /** Whether its author bought a product of this piece here and kept it (S-02). */
  bought(piece: PublicPiece): boolean
}

interface More {
  /** Further ids whose rows are wanted as well. */
  creators?: readonly string[]
  media?: readonly string[]
  products?: readonly string[]
  /** Pictures of the products too, and the price log: for pages that show products, not only their price. */
  productsShown?: boolean
}

/** A number of queries that does not depend on how many pieces there are. */
export async function readAround(ctx: Ctx, req: PayloadRequest, pieces: readonly PublicPiece[], more: More = {}): Promise<Around> {
  const placements = pieces.flatMap(({ piece }) => piece.placements ?? [])
  pageShows(...shownBy(pieces, more))
  const creators = await sharedCreators(req, [...pieces.map(({ authorId }) => authorId), ...(more.creators ?? [])])
  const productIds = [...placements.flatMap(({ product }) => idOf(product) ?? []), ...(more.products ?? [])]
  const shelf = await readShelf(req, productIds, { log: more.productsShown ?? false })
  const now = ctx.clock.now()
  const links = await sharedLinks(
    req,
    placements.flatMap(({ link }) => idOf(link) ?? []),
    now,
  )
  const media = await sharedMedia(req, [
    ...pieces.flatMap(mediaOf),
    ...[...creators.values()].flatMap(({ avatar }) => idOf(avatar) ?? []),
    ...(more.productsShown ? [...shelf.products.values()].flatMap((row) => mainPicture(row) ?? []) : []),
    ...(more.media ?? []),
  ])
  pageShows(...[...media.values()].filter(({ state }) => state !== 'ready').map(({ id }) => tag.media(id)))
  const likes = await sharedLikes(
    req,
    pieces.map(({ id }) => id),
  )
  const authors = new Set(pieces.filter(({ piece }) => piece.placements?.length).map(({ authorId }) => authorId))
  const purchases = await sharedPurchases(
    req,
    [...authors].flatMap((id) => creators.get(id) ?? []),
  )
  return {
    now,
    settings: await readShopSettings(ctx, req),
    creators,
    media,
    likes: (id) => likes.get(id) ?? 0,
    shelf,
    links,
    bought: ({ authorId, piece }) => (piece.placements ?? []).some(({ product }) => purchases.get(authorId)?.has(idOf(product) ?? '')),
  }
}

/** What cards and pages of these pieces depend on: themselves, who made them, and the products in them. */
function shownBy(pieces: readonly PublicPiece[], { creators = [], products = [] }: More): PageTag[] {
  const placed = pieces.flatMap(({ piece }) => (piece.placements ?? []).flatMap(({ product }) => idOf(product) ?? []))
  return [
    ...pieces.flatMap(({ id, authorId }) => [tag.piece(id), tag.creator(authorId)]),
    ...creators.map(tag.creator),
    ...[...placed, ...products].map(tag.product),
  ]
}

export const readShopSettings = (ctx: Ctx, req: PayloadRequest): Promise<ShopSetting> =>
  oncePerPage('shop settings', () =>
    keptPart('shop settings', () => ctx.payload.findGlobal({ slug: 'shop-settings', depth: 0, overrideAccess: true, req })),
  )

/** The media that a card shows first; a page asks for the rest itself. */
function mediaOf(one: PublicPiece): string[] {
  const ids = one.kind === 'posts' ? [one.piece.pictures?.[0]?.media] : [one.piece.video, one.piece.poster]
  return ids.flatMap((id) => idOf(id) ?? [])
}

/** By the rows of an answer. React Router sends an object once, however often it stands in what a loader gives. */
const told = new WeakMap<object, Map<string, CreatorFacts>>()

/**
 * Who made it: the same object for everything of hers in an answer. A profile that is missing altogether is a fault of the
 * data; it shows as nobody rather than break the page.
 */
export function creatorFacts(around: Pick<Around, 'creators' | 'media'>, id: string): CreatorFacts {
  const known = told.get(around.creators) ?? new Map<string, CreatorFacts>()
  told.set(around.creators, known)
  const facts = known.get(id) ?? factsOf(around, id)
  known.set(id, facts)
  return facts
}

function factsOf({ creators, media }: Pick<Around, 'creators' | 'media'>, id: string): CreatorFacts {
  const row = creators.get(id)
  const avatar = pictureFacts(media, idOf(row?.avatar))
  return { id, handle: row?.handle ?? id, name: row?.displayName ?? '–', ...(avatar ? { avatar } : {}) }
}
