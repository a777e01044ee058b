import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { OrderRow } from './order-state.ts'

/** Reads that walk through all rows in the order of their ids, for proofs and lists. */
type Reference = string | { id: string }

export interface MovementRow {
  variant: string
  order: string
  orderLine: string
  available: number
  reserved: number
}

async function after<T>(req: PayloadRequest, collection: 'orders' | 'variants', id: string, limit: number): Promise<T[]> {
  const { docs } = await req.payload.db.find<Record<string, unknown>>({
    collection,
    where: { id: { greater_than: id } },
    sort: 'id',
    limit,
    pagination: false,
    req,
  })
  return docs as T[]
}

export const ordersAfter = (req: PayloadRequest, id: string, limit: number): Promise<OrderRow[]> =>
  after<OrderRow>(req, 'orders', id, limit)

export async function ordersByIds(req: PayloadRequest, ids: readonly string[]): Promise<OrderRow[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<OrderRow>({
    collection: 'orders',
    where: { id: { in: [...ids] } },
    sort: 'id',
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

/** Ids of the next variants, those in the bin too. */
export const variantsAfter = async (req: PayloadRequest, id: string, limit: number): Promise<string[]> =>
  (await after<{ id: string }>(req, 'variants', id, limit)).map((variant) => variant.id)

export async function stockLevelsOf(
  req: PayloadRequest,
  variants: readonly string[],
): Promise<{ variant: string; available: number; reserved: number }[]> {
  const { docs } = await req.payload.db.find<{ id: string; available: number; reserved: number }>({
    collection: 'stock-levels',
    where: { id: { in: [...variants] } },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id, available, reserved }) => ({ variant: id, available, reserved }))
}

export const movementsOf = (req: PayloadRequest, variants: readonly string[]): Promise<MovementRow[]> =>
  movements(req, { variant: { in: [...variants] } })

export const movementsOfOrders = (req: PayloadRequest, orders: readonly string[]): Promise<MovementRow[]> =>
  movements(req, { order: { in: [...orders] } })

async function movements(req: PayloadRequest, where: Record<string, { in: string[] }>): Promise<MovementRow[]> {
  const { docs } = await req.payload.db.find<Omit<MovementRow, 'variant'> & { variant: Reference }>({
    collection: 'stock-movements',
    where,
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map((row) => ({ ...row, variant: idOf(row.variant) }))
}
