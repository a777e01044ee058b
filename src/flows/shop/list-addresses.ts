import type { Ctx } from '../../context.ts'
import { countCreators, listCreators } from '../../modules/accounts/store/creators.ts'
import { countOnShelf, listProducts, listTopics } from '../../modules/catalogue/store/site-list.ts'
import type { PieceKind } from '../../modules/publishing/index.ts'
import { listPublicPieces } from '../../modules/publishing/store/site-list.ts'
import { countPublicPieces } from '../../modules/publishing/store.ts'
import type { ShopLocale } from './views.ts'

/** A public page, by its path below the language. */
export interface ListedPage {
  /** The languages it has and its path in each; the first is the one that is named. */
  paths: [ShopLocale, string][]
  /** Only the first stands here: the other is a page of its own in the list. */
  alone?: true
  /** ISO; absent where nobody knows. */
  changedAt?: string
}

export const addressKinds = ['pages', 'posts', 'videos', 'products', 'creators', 'topics'] as const
export type AddressKind = (typeof addressKinds)[number]

/** Addresses in one part: a sitemap may hold 50,000 and 50 MB, and a part is made while somebody waits. */
export const PART_SIZE = 10_000

const bothAt = (path: string): ListedPage['paths'] => [
  ['zh', `/zh${path}`],
  ['en', `/en${path}`],
]

/** One part of the public pages of a kind; empty behind the last. Only what everybody may see (Visibility). */
export async function listAddresses(ctx: Ctx, kind: AddressKind, page: number): Promise<ListedPage[]> {
  const req = await ctx.req()
  const part = { page, size: PART_SIZE }
  switch (kind) {
    case 'pages':
      return page === 1 ? [{ paths: bothAt('') }, { paths: bothAt('/search?kind=product') }] : []
    case 'posts':
    case 'videos':
      return listPieces(ctx, kind === 'posts' ? 'posts' : 'video-notes', page)
    case 'products':
      return (await listProducts(req, part)).map(({ slug, changedAt }) => ({ paths: bothAt(`/product/${slug}`), changedAt }))
    case 'creators':
      return (await listCreators(req, part)).map(({ handle, changedAt }) => ({ paths: bothAt(`/creator/${handle}`), changedAt }))
    case 'topics':
      return (await listTopics(req, part)).map(({ slug, changedAt }) => ({ paths: bothAt(`/topic/${slug}`), changedAt }))
  }
}

/** A piece is at home in its own language; its other language is its translation, a piece of its own. */
async function listPieces(ctx: Ctx, kind: PieceKind, page: number): Promise<ListedPage[]> {
  const where = kind === 'posts' ? 'p' : 'v'
  const pieces = await listPublicPieces(await ctx.req(), kind, { page, size: PART_SIZE })
  return pieces.map(({ id, language, changedAt, translation }) => {
    const other = language === 'zh' ? ('en' as const) : ('zh' as const)
    const paths: ListedPage['paths'] = [[language, `/${language}/${where}/${id}`]]
    if (translation) paths.push([other, `/${other}/${where}/${translation}`])
    return { paths, alone: true, changedAt }
  })
}

/** How many parts each kind has, at least one. */
export async function countParts(ctx: Ctx): Promise<Record<AddressKind, number>> {
  const req = await ctx.req()
  const pieces = await countPublicPieces(req)
  const parts = (total: number) => Math.max(1, Math.ceil(total / PART_SIZE))
  return {
    pages: 1,
    posts: parts(pieces.posts),
    videos: parts(pieces['video-notes']),
    products: parts(await countOnShelf(req, 'products')),
    creators: parts(await countCreators(req)),
    topics: parts(await countOnShelf(req, 'topics')),
  }
}
