import type { CollectionSlug } from 'payload'
import type { World } from './world.ts'

/** Rows in each of these collections, to see that something was written once or not at all. */
export async function countRows<S extends CollectionSlug>(
  { payload }: Pick<World, 'payload'>,
  collections: readonly S[],
): Promise<Record<S, number>> {
  const counts: [S, number][] = []
  for (const collection of collections) counts.push([collection, (await payload.count({ collection })).totalDocs])
  return Object.fromEntries(counts) as Record<S, number>
}

/** All that placing an order writes into. */
export const orderRows = [
  'orders',
  'order-contacts',
  'order-history',
  'payments',
  'stock-movements',
  'idempotency-keys',
  'payload-jobs',
] as const

/** What a variant has, and whether the sum of its movements says the same. */
export async function stockOf(
  { payload }: Pick<World, 'payload'>,
  variant: string,
): Promise<{ available: number; reserved: number; explained: boolean }> {
  const { available, reserved } = await payload.findByID({ collection: 'stock-levels', id: variant, depth: 0 })
  const { docs } = await payload.find({
    collection: 'stock-movements',
    where: { variant: { equals: variant } },
    pagination: false,
    depth: 0,
  })
  const sum = (field: 'available' | 'reserved') => docs.reduce((total, row) => total + row[field], 0)
  return { available, reserved, explained: sum('available') === available && sum('reserved') === reserved }
}
