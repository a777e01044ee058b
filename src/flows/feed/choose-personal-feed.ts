import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { patchUser } from '../../modules/accounts/store.ts'

/** Turns the order by one's own likes on or off (S-04). Off is the order that everybody gets. */
export async function choosePersonalFeed(ctx: Ctx, actor: Actor, on: boolean): Promise<Result<{ on: boolean }>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to choose the order of your feed.')
  await ctx.tx('choose the order of the feed', (req) => patchUser(req, userId, { personalFeed: on }))
  return ok({ on })
}
