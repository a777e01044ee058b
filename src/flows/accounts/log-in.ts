import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { hashPassword, tidyEmail } from '../../modules/accounts/index.ts'
import { findUserByEmail, removeSession } from '../../modules/accounts/store.ts'
import { adoptCart } from '../carts/adopt-cart.ts'
import { joinTouches } from '../touches/join-touches.ts'
import { clearTries, takeTry } from './limit-tries.ts'
import { refusalOf } from './refuse-account.ts'

export interface Session {
  token: string
  expiresAt: Date
  userId: string
  locale: 'zh' | 'en'
  /** Other cookies that change with it: the guest's basket joined the account's. */
  setCookies: string[]
}

const wrong = () => fail('unauthenticated', 'The e-mail or the password is wrong, or this account cannot log in now.')

/**
 * Opens a session. An unknown address, a wrong password, a suspended account and a refused demo account get one answer
 * after the same work. The right password of an address that is not confirmed gets `state`. Ten tries in 15 minutes.
 */
export async function logIn(ctx: Ctx, visit: Visit, input: { email: string; password: string }): Promise<Result<Session>> {
  const email = tidyEmail(input.email)
  if (!email || input.password === '' || input.password.length > 1000) return wrong()
  const allowed = takeTry(ctx, 'log-in', email)
  if (!allowed.ok) return allowed
  const user = await findUserByEmail(await ctx.req(), email)
  if (!user) {
    await hashPassword(input.password)
    return wrong()
  }
  const session = await openSession(ctx, email, input.password)
  if (!session.ok) return session
  if (refusalOf(ctx.env, user, visit.forwarded)) {
    await closeSession(ctx, session.value.token)
    return wrong()
  }
  clearTries(ctx, 'log-in', email)
  await takeTouchesAlong(ctx, visit, user.id)
  return ok({ ...session.value, userId: user.id, locale: user.locale, setCookies: await takeCartAlong(ctx, visit, user.id) })
}

/** Whether a password opens this account: the session that shows it is closed at once. */
export async function passwordFits(ctx: Ctx, email: string, password: string): Promise<boolean> {
  const session = await openSession(ctx, email, password)
  if (session.ok) await closeSession(ctx, session.value.token)
  return session.ok
}

/** ATT-18. Touches that cannot be joined must not keep anybody out, either. */
async function takeTouchesAlong(ctx: Ctx, visit: Visit, userId: string): Promise<void> {
  try {
    await joinTouches(ctx, visit, userId)
  } catch (error) {
    ctx.log.error({ err: error, requestId: visit.requestId }, 'The touches of a device could not be joined at log-in')
  }
}

/** A basket that cannot be taken along must not keep anybody out. */
async function takeCartAlong(ctx: Ctx, visit: Visit, userId: string): Promise<string[]> {
  try {
    return (await adoptCart(ctx, visit, userId)).setCookies
  } catch (error) {
    ctx.log.error({ err: error, requestId: visit.requestId }, 'A guest’s basket could not be taken along at log-in')
    return []
  }
}

/** Payload's own log-in: checks the hash, adds the session, signs the token. */
async function openSession(ctx: Ctx, email: string, password: string): Promise<Result<{ token: string; expiresAt: Date }>> {
  try {
    const { token, exp } = await ctx.payload.login({
      collection: 'users',
      data: { email, password },
      depth: 0,
      overrideAccess: true,
      req: await ctx.req(),
    })
    if (!token || !exp) throw new Error('Payload opened a session without a token')
    return ok({ token, expiresAt: new Date(exp * 1000) })
  } catch (error) {
    const { name } = error as Error
    if (name === 'UnverifiedEmail')
      return fail('state', 'The e-mail address is not confirmed yet: open the link in the letter, or ask for another.', { field: 'email' })
    if (name === 'AuthenticationError' || name === 'LockedAuth' || name === 'Forbidden') return wrong()
    throw error
  }
}

/** Ends the session of a token, so that a copy of it is worth nothing. An unknown token is no error. */
export async function closeSession(ctx: Ctx, token: string): Promise<void> {
  const { user } = await ctx.payload.auth({ headers: new Headers({ authorization: `JWT ${token}` }) })
  const sid = (user as { _sid?: string } | null)?._sid
  if (!user || !sid) return
  await ctx.tx('log out', (req) => removeSession(req, user.id, sid))
}
