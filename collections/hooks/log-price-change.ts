import type { CollectionAfterChangeHook } from 'payload'
import { pastOf } from '../../src/lib/past.ts'
import { personOf } from '../access/index.ts'

/**
 * Writes the price log in the same transaction as the price. It is a row, not an effect outside the database, so a
 * hook may do it: whichever door a price came through, its change is on record or did not happen.
 */
export const logPriceChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const before = operation === 'update' ? ((previousDoc as { price?: number } | undefined)?.price ?? null) : null
  if (before === doc.price) return doc
  await req.payload.create({
    collection: 'price-changes',
    data: {
      variant: doc.id,
      from: before,
      to: doc.price,
      currency: doc.currency,
      actor: personOf(req)?.id ?? 'system',
      at: (pastOf(req) ?? new Date()).toISOString(),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return doc
}
