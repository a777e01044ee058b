import type { CollectionConfig, Field } from 'payload'

/**
 * Our own pieces of Payload's admin, named by path and not imported: they belong to the admin's bundle (src/admin/parts),
 * and the import map there is made from these names (`npm run generate:types`).
 */
export const adminPart = (name: string): string => `/admin/parts/${name}.tsx#${name}`

/** A page of ours in the admin (src/admin/views). */
export const adminView = (name: string): string => `/admin/views/${name}.tsx#${name}`

/** Something of ours between the fields of a form. Stores nothing. */
export const panelField = (name: string, component: string): Field => ({
  name,
  type: 'ui',
  admin: { components: { Field: adminPart(component) }, disableBulkEdit: true, disableListColumn: true },
})

/** Pictures are uploaded by `POST /v1/media`, shown, ordered and described where they are used. */
export const picturesPart = { components: { Field: adminPart('PicturesField') } } as const

/** An amount in minor units is shown as money, under its field and in lists. Beside it must stand `currency`. */
export const moneyPart = { components: { Description: adminPart('MoneyHint'), Cell: adminPart('MoneyCell') } } as const

/** A rate in basis points is shown in per cent under its field. */
export const ratePart = { components: { Description: adminPart('RateHint') } } as const

/** Collections that are not edited in the admin: the form and the list say why, and where it is done (parts/elsewhere.ts). */
export const notedSlugs = [
  'orders',
  'order-contacts',
  'order-history',
  'payments',
  'provider-events',
  'refunds',
  'touches',
  'ledger-entries',
  'posts',
  'video-notes',
  'review-items',
  'review-history',
  'product-links',
  'stock-levels',
  'stock-movements',
  'price-changes',
  'media',
  'comments',
  'users',
  'shipments',
  'refund-requests',
  'exchanges',
  'exchange-offers',
  'disputes',
  'coupons',
  'coupon-uses',
  'programme-members',
  'rate-changes',
  'attribution-bindings',
  'touch-joins',
  'ledger-seals',
  'holds',
  'payout-runs',
  'payouts',
  'payout-lines',
  'statements',
  'creator-tiers',
  'bonuses',
  'corrections',
  'book-checks',
  'fraud-signals',
  'fraud-decisions',
  'order-claims',
  'sales-partners',
  'conversions',
] as const

/** The admin's settings of a collection, with its note when it has one. */
export function notedAdmin({ slug, admin }: CollectionConfig): CollectionConfig['admin'] {
  if (!notedSlugs.some((noted) => noted === slug)) return admin
  const Description = { path: adminPart('DoneElsewhere'), clientProps: { slug } }
  return { ...admin, components: { ...admin?.components, Description } }
}
