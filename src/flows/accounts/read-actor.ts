import type { Ctx } from '../../context.ts'
import { type Actor, anonymous, isRole } from '../../lib/actor.ts'
import { isForwarded } from '../../lib/forwarded.ts'
import { refusalOf } from './refuse-account.ts'

/**
 * Who holds this session token, else `anonymous`. A suspended or removed account, and a demo account that is not alone
 * with this machine, is nobody, whatever its token says.
 *
 * The token goes to Payload as a header: for a cookie it would ask for an Origin that a link from a mail does not send.
 * Writes with a cookie are guarded by their Origin in front of every door (src/server/http/security.ts).
 */
export async function readActor(ctx: Ctx, sessionToken: string | null, forwarded: boolean): Promise<Actor> {
  if (!sessionToken) return anonymous
  const { user } = await ctx.payload.auth({ headers: new Headers({ authorization: `JWT ${sessionToken}` }) })
  if (user?.collection !== 'users' || refusalOf(ctx.env, user, forwarded)) return anonymous
  const creator = user.creator && typeof user.creator === 'object' ? user.creator.id : (user.creator ?? null)
  return { userId: user.id, roles: user.roles.filter(isRole), creatorId: creator }
}

/** Whether these headers carry a session that must not be used now: for doors that ask Payload themselves. */
export async function isRefusedSession(ctx: Ctx, headers: Headers): Promise<boolean> {
  if (!headers.has('cookie') && !headers.has('authorization')) return false
  const { user } = await ctx.payload.auth({ headers })
  return user?.collection === 'users' && refusalOf(ctx.env, user, isForwarded(headers)) !== null
}
