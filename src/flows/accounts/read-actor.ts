import type { Ctx } from '../../context.ts'
import { type Actor, anonymous, isRole } from '../../lib/actor.ts'

/**
 * Who sends these headers: the account of a valid session cookie or token, else `anonymous`. A suspended or removed
 * account is nobody, whatever its cookie says.
 */
export async function readActor(ctx: Ctx, headers: Headers): Promise<Actor> {
  if (!headers.has('cookie') && !headers.has('authorization')) return anonymous
  const { user } = await ctx.payload.auth({ headers })
  if (!user || user.collection !== 'users' || user.suspendedAt || user.deletedAt) return anonymous
  const creator = user.creator && typeof user.creator === 'object' ? user.creator.id : (user.creator ?? null)
  return { userId: user.id, roles: user.roles.filter(isRole), creatorId: creator }
}
