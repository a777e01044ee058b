import type { CollectionConfig } from 'payload'
import { nobody } from './access/index.ts'
import { notedAdmin } from './admin-parts.ts'
import { categories, priceChanges, productLinks, products, stockLevels, stockMovements, topics, variants } from './catalogue.ts'
import { corrections } from './corrections.ts'
import { fraudDecisions, fraudSignals, orderClaims } from './fraud.ts'
import { disputes, exchangeOffers, exchanges, refundRequests, shipments } from './fulfilment.ts'
import { counters, follows, ledgerEntries, programmes, reactions, touches } from './money.ts'
import {
  bonuses,
  bookChecks,
  creatorTiers,
  holds,
  ledgerSeals,
  payoutAccounts,
  payoutLines,
  payoutRuns,
  payouts,
  statements,
} from './payouts.ts'
import { media, pieceStates, pieceStats, posts, videoNotes } from './pieces.ts'
import { reviewHistory, reviewItems } from './review.ts'
import { carts, idempotencyKeys, orderContacts, orderHistory, orders, payments, providerEvents, refunds } from './sales.ts'
import { addresses, boardItems, boards, cachePurges, comments, engagementEvents } from './social.ts'
import {
  attributionBindings,
  conversions,
  coupons,
  couponUses,
  programmeMembers,
  rateChanges,
  salesPartners,
  shippingRates,
  taxRates,
  touchJoins,
} from './terms.ts'
import { type AccountOptions, creators, notifications, users } from './users.ts'

export { shopSettings } from './settings.ts'

/**
 * A fresh array at every call: Payload's buildConfig changes the one it gets. Nothing can be duplicated: a copy would
 * carry owners, states and keys that no flow decided. Versions are shown by collections that say so; Payload would ask
 * the database for versions that a collection does not have, and fail.
 */
export const allCollections = (options: AccountOptions): CollectionConfig[] =>
  [
    users(options),
    creators,
    posts,
    videoNotes,
    pieceStates,
    pieceStats,
    media,
    productLinks,
    reviewItems,
    reviewHistory,
    categories,
    topics,
    products,
    variants,
    stockLevels,
    stockMovements,
    priceChanges,
    carts,
    orders,
    orderContacts,
    orderHistory,
    payments,
    providerEvents,
    refunds,
    shipments,
    refundRequests,
    exchanges,
    exchangeOffers,
    disputes,
    coupons,
    couponUses,
    taxRates,
    shippingRates,
    idempotencyKeys,
    programmes,
    programmeMembers,
    rateChanges,
    attributionBindings,
    touchJoins,
    touches,
    ledgerEntries,
    ledgerSeals,
    holds,
    payoutAccounts,
    payoutRuns,
    payouts,
    payoutLines,
    statements,
    creatorTiers,
    bonuses,
    corrections,
    bookChecks,
    fraudSignals,
    fraudDecisions,
    orderClaims,
    salesPartners,
    conversions,
    follows,
    reactions,
    boards,
    boardItems,
    comments,
    engagementEvents,
    counters,
    notifications,
    addresses,
    cachePurges,
  ].map((collection) => {
    const { access, ...rest } = freshCopy(collection)
    return { ...rest, admin: notedAdmin(collection), disableDuplicate: true, access: { readVersions: nobody, ...access } }
  })

/** Tables (SQLite) or collections (MongoDB) that only ever grow, guarded in the database itself. */
export const appendOnlySlugs = [
  'ledger-entries',
  'ledger-seals',
  'holds',
  'payout-lines',
  'statements',
  'creator-tiers',
  'corrections',
  'fraud-signals',
  'fraud-decisions',
  'conversions',
  'rate-changes',
  'touch-joins',
  'touches',
  'order-history',
  'review-history',
  'stock-movements',
  'price-changes',
] as const

/** Plain objects and arrays anew, functions as they are. */
function freshCopy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(freshCopy) as T
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, freshCopy(inner)])) as T
  }
  return value
}
