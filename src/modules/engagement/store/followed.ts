import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Follow } from '../../../payload-types.ts'

/** Which of these creators an account follows. */
export async function findFollowed(req: PayloadRequest, userId: string, creators: readonly string[]): Promise<string[]> {
  if (creators.length === 0) return []
  const { docs } = await req.payload.db.find<Follow>({
    collection: 'follows',
    where: { and: [{ user: { equals: userId } }, { creator: { in: [...creators] } }] },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ creator }) => idOf(creator))
}
