import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'

/** The account behind a creator's profile, null when there is none any more. */
export async function userOfCreator(req: PayloadRequest, creatorId: string): Promise<string | null> {
  const { docs } = await req.payload.db.find<{ user?: string | { id: string } | null }>({
    collection: 'creators',
    where: { id: { equals: creatorId } },
    limit: 1,
    pagination: false,
    req,
  })
  const user = docs[0]?.user
  return user ? idOf(user) : null
}
