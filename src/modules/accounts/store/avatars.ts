import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Creator } from '../../../payload-types.ts'

/** Those of these media that are the face of an active creator. */
export async function findAvatarsAmong(req: PayloadRequest, media: readonly string[]): Promise<Set<string>> {
  if (media.length === 0) return new Set()
  return new Set(await avatars(req, { and: [{ avatar: { in: [...media] } }, { status: { equals: 'active' } }] }))
}

/** The face of one creator, whatever her status. */
export const findAvatarOf = (req: PayloadRequest, creator: string): Promise<string[]> => avatars(req, { id: { equals: creator } })

async function avatars(req: PayloadRequest, where: Where): Promise<string[]> {
  const { docs } = await req.payload.db.find<Creator>({ collection: 'creators', where, limit: 0, pagination: false, req })
  return docs.flatMap(({ avatar }) => (avatar ? [idOf(avatar)] : []))
}
