import { commissionOf } from '../../lib/commission.ts'
import { taxInside } from '../../modules/checkout/index.ts'
import type { PublicPiece } from '../../modules/publishing/store.ts'
import type { Around } from './around.ts'
import { idOf } from './media-facts.ts'
import { placedProductFacts } from './product-facts.ts'
import type { PlacementFacts, ShopLocale } from './views.ts'

/** The products of a piece by number, with the code of their link and what its creator would earn on one at this price. */
export function placementFacts({ authorId, piece }: PublicPiece, around: Around, locale: ShopLocale): PlacementFacts[] {
  const facts = { now: around.now, locale, currency: around.settings.currency }
  const placed = (piece.placements ?? []).flatMap((placement): PlacementFacts[] => {
    const productId = idOf(placement.product) ?? ''
    const product = placedProductFacts(around.shelf, around.media, productId, facts)
    if (!product) return []
    const link = around.links.get(idOf(placement.link) ?? '')
    const { id, number, kind, ...position } = placement
    return [
      {
        id: id ?? String(number),
        number,
        kind,
        product,
        ...(link ? { code: link.code } : {}),
        ...(link?.rateBps && !product.withdrawn
          ? { credit: creditOf(link.rateBps, product.price, nameOf(around, authorId), around.settings) }
          : {}),
        ...positionOf(position),
      },
    ]
  })
  return placed.sort((a, b) => a.number - b.number)
}

const nameOf = ({ creators }: Around, id: string): string => creators.get(id)?.displayName ?? ''

type Price = { amount: number; currency: string }
type Tax = Pick<Around['settings'], 'taxBps' | 'taxMode'>

/** ATT-22, ATT-24: as a line of one at this price would be credited; tax inside the price bears no commission. */
const creditOf = (basisPoints: number, { amount, currency }: Price, name: string, { taxBps, taxMode }: Tax): PlacementFacts['credit'] => ({
  name,
  basisPoints,
  amount: { amount: commissionOf(amount - (taxMode === 'included' ? taxInside(amount, taxBps) : 0), basisPoints), currency },
})

/** Positions that belong to the placement's kind; what is null in the row is absent here. */
function positionOf(position: Partial<Record<'picture' | 'x' | 'y' | 'from' | 'to', number | null>>): Partial<PlacementFacts> {
  const names = ['picture', 'x', 'y', 'from', 'to'] as const
  return Object.fromEntries(names.flatMap((name) => (typeof position[name] === 'number' ? [[name, position[name]]] : [])))
}
