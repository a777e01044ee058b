import type { PayloadRequest } from 'payload'
import { tag } from '../../lib/page-tags.ts'
import { listOwners } from '../../modules/accounts/store/owners.ts'
import { purgeCommented } from '../comments/purge-commented.ts'
import { purgePages } from './purge-pages.ts'

/**
 * Makes the pages old that say what an account bought (S-02): where its words stand, and, when it is a creator's, where
 * her pieces stand. In the transaction that pays or refunds.
 */
export async function purgeBuyer(req: PayloadRequest, userId: string): Promise<void> {
  await purgeCommented(req, userId)
  const creator = (await listOwners(req, [userId])).get(userId)
  if (creator) await purgePages(req, [tag.creator(creator)])
}
