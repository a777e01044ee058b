import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { likeKey, likesCounter, worthIndexing } from '../../modules/engagement/index.ts'
import { setMark } from '../../modules/engagement/store.ts'
import { findTarget } from '../comments/find-target.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { queueIndex } from '../search/queue-index.ts'
import { againOnDuplicate } from './again-on-duplicate.ts'

export interface LikeInput {
  kind: 'posts' | 'video-notes' | 'products'
  id: string
  on: boolean
}

/** Likes a public piece or a product on sale (S-32), or takes it back. Saying it twice changes nothing. Answers how many like it. */
export async function likePiece(ctx: Ctx, actor: Actor, { kind, id, on }: LikeInput): Promise<Result<{ on: boolean; count: number }>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to like.')
  const row = { user: userId, pieceKind: kind, piece: id, kind: 'like', at: ctx.clock.now().toISOString() }
  return againOnDuplicate(() =>
    ctx.tx('like piece', async (req) => {
      if (!(await findTarget(req, { kind, id }))) return fail('not_found', 'There is no such public piece or product.')
      const mark = { collection: 'reactions', key: likeKey(userId, id), counter: likesCounter(id), row } as const
      const { count, changed } = await setMark(req, mark, on)
      if (changed) await purgePages(req, [tag.counts(id)])
      if (changed && worthIndexing(count)) await queueIndex(req, kind === 'products' ? 'product' : 'piece', id)
      return ok({ on, count })
    }),
  )
}
