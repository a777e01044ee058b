import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { ItemRow } from '../../modules/boards/store.ts'
import { findOnSale } from '../../modules/catalogue/store/on-sale.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import { findPublicIds } from '../../modules/publishing/store/public-ids.ts'
import { findPublicPieces } from '../../modules/publishing/store.ts'
import { readPieceCards } from '../shop/piece-cards.ts'
import { mainPicture, productCardFacts, readShelf } from '../shop/product-facts.ts'
import type { ShopLocale } from '../shop/views.ts'
import type { BoardItemFacts } from './views.ts'

const isProduct = ({ targetKind }: ItemRow): boolean => targetKind === 'products'

/** Which of these things readers may see now, by target. Taken down and unsold things are on no board. */
export async function visibleTargets(req: PayloadRequest, items: readonly ItemRow[]): Promise<Set<string>> {
  const pieces = await findPublicIds(
    req,
    items.filter((item) => !isProduct(item)).map(({ target }) => target),
  )
  const products = await findOnSale(
    req,
    items.filter(isProduct).map(({ target }) => target),
  )
  return new Set([...pieces, ...products])
}

/** Cards of these things in their order; what readers may not see is left out. */
export async function showItems(ctx: Ctx, req: PayloadRequest, items: readonly ItemRow[], locale: ShopLocale): Promise<BoardItemFacts[]> {
  const pieceIds = items.filter((item) => !isProduct(item)).map(({ target }) => target)
  const productIds = items.filter(isProduct).map(({ target }) => target)
  const pieces = await findPublicPieces(req, { ids: pieceIds, limit: pieceIds.length })
  const cards = new Map((await readPieceCards(ctx, req, pieces)).map((card) => [card.id, card]))
  const shelf = await readShelf(req, productIds)
  const media = await findMediaRows(
    req,
    [...shelf.products.values()].flatMap((row) => mainPicture(row) ?? []),
  )
  const now = ctx.clock.now()
  return items.flatMap((item): BoardItemFacts[] => {
    const { target } = item
    if (isProduct(item)) {
      const product = productCardFacts(shelf, media, target, { now, locale })
      return product ? [{ kind: 'product', target, product }] : []
    }
    const piece = cards.get(target)
    return piece ? [{ kind: 'piece', target, piece }] : []
  })
}
