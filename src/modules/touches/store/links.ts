import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { Creator, PieceState, Post, Product, ProductLink, User } from '../../../payload-types.ts'

/** Everything that a click on a short code needs to know, read at once. References are ids. */
export interface LinkFacts {
  id: string
  code: string
  status: 'active' | 'off'
  creator: string
  creatorActive: boolean
  piece: string | null
  pieceKind: 'posts' | 'video-notes' | null
  /** Language of the piece, null without one. */
  language: 'zh' | 'en' | null
  /** Where the link stands in the published piece. */
  placement: string | null
  /** Whether people may see the piece now; null when the link has none. */
  pieceVisible: boolean | null
  product: string | null
  /** Slug of the product's page while it is on sale. */
  slug: string | null
  url: string | null
  programme: string | null
  campaign: string | null
}

const idOf = (value: string | { id: string } | null | undefined): string | null =>
  value && typeof value === 'object' ? value.id : (value ?? null)

/** One raw row: of what is read here nothing is localized, hidden from somebody or made by a hook. */
async function rowOf<T>(req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<T | undefined> {
  const { docs } = await req.payload.db.find({ collection, where, limit: 1, pagination: false, req })
  return docs[0] as unknown as T | undefined
}

/** The same of a collection whose documents can be put into the bin. */
const presentRow = <T>(req: PayloadRequest, collection: CollectionSlug, id: string): Promise<T | undefined> =>
  rowOf<T>(req, collection, { and: [{ id: { equals: id } }, { deletedAt: { exists: false } }] })

/** The link of a code with what it leads to, or null. */
export async function findLink(req: PayloadRequest, code: string): Promise<LinkFacts | null> {
  const link = await rowOf<ProductLink>(req, 'product-links', { code: { equals: code } })
  if (!link) return null
  const creator = idOf(link.creator) as string
  const [creatorActive, slug, piece] = await Promise.all([isActive(req, creator), slugOf(req, idOf(link.product)), pieceOf(req, link)])
  return {
    id: link.id,
    code: link.code,
    status: link.status,
    creator,
    creatorActive,
    piece: link.piece ?? null,
    pieceKind: link.pieceKind ?? null,
    ...piece,
    product: idOf(link.product),
    slug,
    url: link.url ?? null,
    programme: idOf(link.programme),
    campaign: link.campaign ?? null,
  }
}

/** Kinds of the pieces behind these links, by link. */
export async function findPieceKinds(req: PayloadRequest, links: readonly string[]): Promise<Map<string, 'posts' | 'video-notes'>> {
  if (links.length === 0) return new Map()
  const { docs } = await req.payload.db.find<ProductLink>({
    collection: 'product-links',
    where: { id: { in: [...links] } },
    limit: links.length,
    pagination: false,
    req,
  })
  return new Map(docs.flatMap(({ id, pieceKind }) => (pieceKind ? [[id, pieceKind] as const] : [])))
}

/** A creator's account may be suspended as well as her profile. */
async function isActive(req: PayloadRequest, id: string): Promise<boolean> {
  const creator = await rowOf<Creator>(req, 'creators', { id: { equals: id } })
  const owner = idOf(creator?.user)
  if (creator?.status !== 'active' || owner === null) return false
  const user = await presentRow<User>(req, 'users', owner)
  return Boolean(user && !user.suspendedAt)
}

async function slugOf(req: PayloadRequest, product: string | null): Promise<string | null> {
  if (!product) return null
  const found = await presentRow<Product>(req, 'products', product)
  return found?.status === 'active' ? found.slug : null
}

async function pieceOf(req: PayloadRequest, link: ProductLink): Promise<Pick<LinkFacts, 'language' | 'placement' | 'pieceVisible'>> {
  if (!link.piece || !link.pieceKind) return { language: null, placement: null, pieceVisible: null }
  const state = await rowOf<PieceState>(req, 'piece-states', { id: { equals: link.piece } })
  const piece = await presentRow<Pick<Post, 'language' | 'placements'>>(req, link.pieceKind, link.piece)
  const placement = piece?.placements?.find((one) => idOf(one.link) === link.id)
  return {
    language: piece?.language ?? null,
    placement: placement?.id ?? null,
    pieceVisible: state?.isPublic === true && (state.restriction === 'none' || state.restriction === 'limited'),
  }
}
