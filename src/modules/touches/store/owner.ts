import type { PayloadRequest } from 'payload'

/** Whose touch this is, when it is one that was stored; null for an id that is none. */
export async function findTouchOwner(
  req: PayloadRequest,
  touch: string,
): Promise<{ visitor: string | null; account: string | null } | null> {
  const { docs } = await req.payload.db.find<{ visitor?: string | null; account?: string | null }>({
    collection: 'touches',
    where: { id: { equals: touch } },
    limit: 1,
    pagination: false,
    req,
  })
  const [found] = docs
  return found ? { visitor: found.visitor ?? null, account: found.account ?? null } : null
}
