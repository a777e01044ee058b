import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreator } from '../../modules/accounts/store.ts'
import { followersCounter, followKey, worthIndexing } from '../../modules/engagement/index.ts'
import { setMark } from '../../modules/engagement/store.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { queueIndex } from '../search/queue-index.ts'
import { againOnDuplicate } from './again-on-duplicate.ts'

/** Follows a creator or stops. Saying it twice changes nothing. Answers how many follow her. */
export async function followCreator(
  ctx: Ctx,
  actor: Actor,
  input: { creatorId: string; on: boolean },
): Promise<Result<{ on: boolean; count: number }>> {
  const { userId } = actor
  const { creatorId, on } = input
  if (!userId) return fail('unauthenticated', 'Log in to follow.')
  if (on && actor.creatorId === creatorId) return fail('invalid', 'Nobody follows himself.')
  const at = ctx.clock.now().toISOString()
  return againOnDuplicate(() =>
    ctx.tx('follow creator', async (req) => {
      const creator = await findCreator(req, { id: { equals: creatorId } })
      if (creator?.kind !== 'creator' || (on && creator.status !== 'active')) return fail('not_found', 'There is no such creator.')
      const mark = {
        collection: 'follows',
        key: followKey(userId, creatorId),
        counter: followersCounter(creatorId),
        row: { user: userId, creator: creatorId, at },
      } as const
      const { count, changed } = await setMark(req, mark, on)
      if (changed) await purgePages(req, [tag.counts(creatorId)])
      if (changed && worthIndexing(count)) await queueIndex(req, 'creator', creatorId)
      return ok({ on, count })
    }),
  )
}
