import type { PayloadRequest } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import { purgedMark, purgeRow, tag } from '../../../lib/page-tags.ts'
import { becameAvailable, type StockMove, stockDelta } from '../stock.ts'

export interface StockMovement {
  variant: string
  move: StockMove
  /** Pieces, above zero; `adjust` may be negative. */
  quantity: number
  /** Unique: the same movement cannot be written twice, such as `reserve:<order>:<variant>`. */
  key: string
  order?: string
  orderLine?: string
  reason?: string
  actor?: string | null
  at: Date
}

/**
 * Moves stock: one conditional write, and the row that explains it. False, and nothing written, when the level does not
 * hold that many, or when there is no level. Several variants of one order go in the order of their ids, so that two
 * orders never wait for each other crosswise. Throws on a duplicate key. When the last piece goes or the first comes, the
 * search document of the product follows, by a job that exists exactly when the move does; so do pages that show how many there are.
 */
export async function moveStock(req: PayloadRequest, { variant, move, quantity, key, ...why }: StockMovement): Promise<boolean> {
  const delta = stockDelta(move, quantity)
  const enough = (['available', 'reserved'] as const).flatMap((field) =>
    delta[field] < 0 ? [{ [field]: { greater_than_equal: -delta[field] } }] : [],
  )
  const moved = await req.payload.db.updateOne({
    collection: 'stock-levels',
    where: { and: [{ id: { equals: variant } }, ...enough] },
    data: { available: { $inc: delta.available }, reserved: { $inc: delta.reserved } },
    options: { atomic: true },
    req,
  })
  if (!moved) return false
  const { at, order = null, orderLine = null, reason = null, actor = null } = why
  const data = { id: newId(), key, variant, kind: move, ...delta, order, orderLine, reason, actor, at: at.toISOString() }
  await req.payload.db.create({ collection: 'stock-movements', data, returning: false, req })
  const { available } = moved as unknown as { available: number }
  const indexed = becameAvailable(available, delta) !== null
  const shown = delta.available > 0 || (delta.available < 0 && available < countedBelow)
  if (indexed || shown) await followProduct(req, variant, { indexed, shown })
  return true
}

/** Pages count pieces exactly below this; a larger number that goes down may be some minutes old. */
const countedBelow = 200

/** In the transaction of the move, so that no door can forget it. */
async function followProduct(
  req: PayloadRequest,
  variant: string,
  { indexed, shown }: { indexed: boolean; shown: boolean },
): Promise<void> {
  const { docs } = await req.payload.db.find<{ product: string | { id: string } }>({
    collection: 'variants',
    where: { id: { equals: variant } },
    limit: 1,
    pagination: false,
    req,
  })
  const [row] = docs
  if (!row) return
  const product = idOf(row.product)
  if (indexed)
    await req.payload.jobs.queue({ task: 'index-documents', input: { kind: 'product', documentId: product }, queue: 'index', req })
  if (!shown) return
  await req.payload.db.create({ ...purgeRow([tag.product(product)]), req })
  req.context[purgedMark] = true
}

/** Pieces that can be sold now, by variant; a variant without a level has none. */
export async function availableOf(req: PayloadRequest, variants: readonly string[]): Promise<Map<string, number>> {
  if (variants.length === 0) return new Map()
  const { docs } = await req.payload.db.find<{ id: string; available: number }>({
    collection: 'stock-levels',
    where: { id: { in: [...variants] } },
    limit: variants.length,
    pagination: false,
    req,
  })
  return new Map(docs.map(({ id, available }) => [id, available]))
}
