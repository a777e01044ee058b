import type { PayloadRequest } from 'payload'
import { idOf, isId } from '../../lib/ids.ts'
import { type PageTag, tag } from '../../lib/page-tags.ts'
import { findProductRows, type ProductRow } from '../../modules/catalogue/store/shelf.ts'
import type { CommentTargetKind } from '../../modules/comments/index.ts'
import { findPublicPiece } from '../../modules/publishing/store.ts'
import type { ShopLocale } from '../shop/views.ts'

/** What can be liked, collected or commented on, as readers may see it now. */
export interface Target {
  kind: CommentTargetKind
  id: string
  /** A piece's own title, a product's in the wanted language. */
  title: string
  /** Path after the language. */
  path: string
  /** Creator profile of a piece's author; null for products. */
  author: string | null
  /** The product itself, or those that the piece places: what "bought" is about (S-02). */
  products: string[]
}

/** The target, or null when readers cannot see it: unknown, not public, taken down, not on sale. */
export async function findTarget(
  req: PayloadRequest,
  { kind, id }: { kind: CommentTargetKind; id: string },
  locale: ShopLocale = 'zh',
): Promise<Target | null> {
  if (!isId(id)) return null
  if (kind === 'products') {
    const [row] = await findProductRows(req, { ids: [id] })
    if (row?.status !== 'active' || row.deletedAt) return null
    return { kind, id, title: titleOf(row, locale), path: `/product/${encodeURIComponent(row.slug)}`, author: null, products: [id] }
  }
  const one = await findPublicPiece(req, kind, id)
  if (!one) return null
  const products = [...new Set((one.piece.placements ?? []).map(({ product }) => idOf(product)))]
  return { kind, id, title: one.piece.title ?? '', path: `/${kind === 'posts' ? 'p' : 'v'}/${id}`, author: one.authorId, products }
}

const titleOf = ({ title, slug }: ProductRow, locale: ShopLocale): string => title[locale] || title.zh || title.en || slug

/** The tag of the page that shows a target with its comments. */
export const targetTag = ({ kind, id }: Pick<Target, 'kind' | 'id'>): PageTag => (kind === 'products' ? tag.product(id) : tag.piece(id))
