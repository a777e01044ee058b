import type { PayloadRequest } from 'payload'
import { findOrder } from '../../modules/checkout/store/order-state.ts'
import { conversionsByIds } from '../../modules/conversions/store.ts'

/** Ids of the lines of an order of ours, or of a sale that another shop told. */
export async function lineIdsOf(req: PayloadRequest, order: string): Promise<string[]> {
  const found = (await findOrder(req, order)) ?? (await conversionsByIds(req, [order]))[0]
  return found?.lines.map(({ id }) => String(id)) ?? []
}
