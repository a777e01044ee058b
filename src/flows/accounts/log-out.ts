import type { Ctx } from '../../context.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { closeSession } from './log-in.ts'

/** Ends the session of this visit on the server, not only in the browser. Without a session nothing happens. */
export async function logOut(ctx: Ctx, visit: Visit): Promise<Result<{ loggedOut: true }>> {
  if (visit.sessionToken) await closeSession(ctx, visit.sessionToken)
  return ok({ loggedOut: true })
}
