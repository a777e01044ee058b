import type { PayloadRequest } from 'payload'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { QueueItem } from '../../modules/moderation/index.ts'
import { type AuthorFacts, findAuthors, findItem, queueItemOf } from '../../modules/moderation/store.ts'
import type { ReviewItem } from '../../payload-types.ts'

/** Somebody who reviews: roles editor and admin. */
export function editorOf(actor: Actor): Result<string> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to review.')
  return hasRole(actor, 'editor', 'admin') ? ok(actor.userId) : fail('forbidden', 'This needs the role editor or admin.')
}

export interface FoundItem {
  row: ReviewItem
  item: QueueItem
  author: AuthorFacts | null
}

/** An item of the queue, open or closed, with who wrote the piece. Failure `not_found`. */
export async function itemOf(req: PayloadRequest, id: string): Promise<Result<FoundItem>> {
  const row = isId(id) ? await findItem(req, id) : null
  if (!row) return fail('not_found', 'There is no such review item.')
  const author = (await findAuthors(req, [idOf(row.author)])).get(idOf(row.author)) ?? null
  return ok({ row, item: queueItemOf(row, author?.userId ?? null), author })
}

/** An item changed between reading and writing: somebody else was faster (MOD-05). */
export const overtaken = (): Result<never> => fail('stale', 'Somebody changed this item at the same moment: load it again.')
