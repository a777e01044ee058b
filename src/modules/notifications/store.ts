import type { PayloadRequest, Where } from 'payload'
import type { Creator, Order, OrderContact, Post, Refund, ReviewHistory, VideoNote } from '../../payload-types.ts'

const base = { limit: 1, pagination: false, depth: 0, overrideAccess: true } as const
type Piece = (Post | VideoNote) & { kind: 'posts' | 'video-notes' }

/** What letters need to know, read when they are sent. */
export async function findMailOrder(req: PayloadRequest, id: string): Promise<Order | null> {
  return (await req.payload.find({ collection: 'orders', where: { id: { equals: id } }, ...base, req })).docs[0] ?? null
}

export async function findMailContact(req: PayloadRequest, order: string): Promise<OrderContact | null> {
  return (await req.payload.find({ collection: 'order-contacts', where: { order: { equals: order } }, ...base, req })).docs[0] ?? null
}

export async function findMailRefund(req: PayloadRequest, id: string): Promise<Refund | null> {
  return (await req.payload.find({ collection: 'refunds', where: { id: { equals: id } }, ...base, req })).docs[0] ?? null
}

/** The latest text of a piece of either kind, public or not. */
export async function findMailPiece(req: PayloadRequest, id: string): Promise<Piece | null> {
  const where: Where = { id: { equals: id } }
  for (const kind of ['posts', 'video-notes'] as const) {
    const piece = (await req.payload.find({ collection: kind, where, draft: true, ...base, req })).docs[0]
    if (piece) return { ...piece, kind }
  }
  return null
}

/** The latest decision of this kind (an event of the history) about a piece that gave a reason, or null. */
export async function findLastReason(req: PayloadRequest, piece: string, event: string): Promise<ReviewHistory | null> {
  const where: Where = { and: [{ piece: { equals: piece } }, { event: { equals: event } }, { reason: { exists: true } }] }
  return (await req.payload.find({ collection: 'review-history', where, sort: '-at', ...base, req })).docs[0] ?? null
}

/** Whether readers see some version of a piece now. */
export async function isMailPiecePublic(req: PayloadRequest, piece: string): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: piece } }, { isPublic: { equals: true } }, { restriction: { in: ['none', 'limited'] } }] }
  return (await req.payload.find({ collection: 'piece-states', where, ...base, req })).docs.length > 0
}

export async function findMailCreator(req: PayloadRequest, id: string): Promise<Creator | null> {
  return (await req.payload.find({ collection: 'creators', where: { id: { equals: id } }, ...base, req })).docs[0] ?? null
}

/** Name of the shop in both languages and its time zone. */
export async function readMailSettings(req: PayloadRequest, locale: 'zh' | 'en'): Promise<{ shopName: string; timeZone: string }> {
  const { shopName, timeZone } = await req.payload.findGlobal({ slug: 'shop-settings', locale, depth: 0, overrideAccess: true, req })
  return { shopName, timeZone }
}
