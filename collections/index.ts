import type { CollectionConfig } from 'payload'
import { categories, priceChanges, productLinks, products, stockLevels, stockMovements, topics, variants } from './catalogue.ts'
import { counters, follows, ledgerEntries, programmes, reactions, touches } from './money.ts'
import { media, pieceStates, pieceStats, posts, videoNotes } from './pieces.ts'
import { reviewHistory, reviewItems } from './review.ts'
import { carts, idempotencyKeys, orderContacts, orderHistory, orders, payments, providerEvents, refunds } from './sales.ts'
import { creators, notifications, users } from './users.ts'

export { shopSettings } from './settings.ts'

/** A fresh array at every call: Payload's buildConfig changes the one it gets. */
export const allCollections = (options: { secureCookies: boolean }): CollectionConfig[] =>
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
    idempotencyKeys,
    programmes,
    touches,
    ledgerEntries,
    follows,
    reactions,
    counters,
    notifications,
  ].map(freshCopy)

/** Tables (SQLite) or collections (MongoDB) that only ever grow, guarded in the database itself. */
export const appendOnlySlugs = ['ledger-entries', 'touches', 'order-history', 'review-history', 'stock-movements', 'price-changes'] as const

/** Plain objects and arrays anew, functions as they are. */
function freshCopy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(freshCopy) as T
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, freshCopy(inner)])) as T
  }
  return value
}
