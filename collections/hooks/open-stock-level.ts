import type { CollectionAfterChangeHook } from 'payload'

/**
 * Every variant has its level from its first moment, in the same transaction: empty, its id the variant's. A row and not
 * an effect outside the database, so a hook may write it, whichever door the variant came through.
 */
export const openStockLevel: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return doc
  await req.payload.create({
    collection: 'stock-levels',
    data: { id: doc.id, variant: doc.id, available: 0, reserved: 0 },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return doc
}
