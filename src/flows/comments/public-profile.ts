import type { PayloadRequest } from 'payload'
import type { Actor } from '../../lib/actor.ts'
import { findCreator } from '../../modules/accounts/store.ts'

/** The public profile that an account owns; null for fans and for promoters, who have no page (S-06). */
export async function publicProfile(req: PayloadRequest, { creatorId }: Actor): Promise<string | null> {
  const profile = creatorId ? await findCreator(req, { id: { equals: creatorId } }) : null
  return profile?.kind === 'creator' ? profile.id : null
}
