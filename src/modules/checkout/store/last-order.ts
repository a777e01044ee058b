import type { PayloadRequest } from 'payload'

/** The order that this basket became last; null when it never became one. */
export async function lastOrderOfCart(req: PayloadRequest, cart: string): Promise<string | null> {
  const { docs } = await req.payload.db.find<{ order?: string | null }>({
    collection: 'carts',
    where: { id: { equals: cart } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.order ?? null
}
