import type { PayloadRequest } from 'payload'
import { findOwn } from '../../modules/comments/store.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { targetTag } from './find-target.ts'

/** Newest comments whose pages are made anew; older ones follow when their page changes for another reason. */
const MOST = 500

/** Makes the pages old on which an account's words stand: its name changed, or what it bought (S-02). */
export async function purgeCommented(req: PayloadRequest, userId: string): Promise<void> {
  const own = await findOwn(req, userId, { states: ['shown'], limit: MOST })
  await purgePages(
    req,
    own.map(({ targetKind, target }) => targetTag({ kind: targetKind, id: target })),
  )
}
