import type { Ctx } from '../../context.ts'
import { type Attempts, countAttempts } from '../../lib/attempts.ts'
import { sha256 } from '../../lib/hash.ts'
import { fail, type Result } from '../../lib/result.ts'

/** Ten tries in a quarter of an hour for one address of mail, known or not: enough for a person, useless for guessing. */
const LIMITS = { tries: 10, windowMs: 15 * 60_000, keys: 20_000 }

const perContext = new WeakMap<Ctx, Attempts>()

function attemptsOf(ctx: Ctx): Attempts {
  const known = perContext.get(ctx) ?? countAttempts(LIMITS)
  perContext.set(ctx, known)
  return known
}

const keyOf = (what: string, email: string): string => sha256(`${what}:${email}`)

/** Counts one try of `what` for an address. Fails alike for known and unknown addresses, with the seconds to wait. */
export function takeTry(ctx: Ctx, what: 'log-in' | 'mail', email: string): { ok: true } | Extract<Result<never>, { ok: false }> {
  const wait = attemptsOf(ctx).take(keyOf(what, email), ctx.clock.now().getTime())
  if (wait === 0) return { ok: true }
  return fail('too_many', `Too many tries for this address; wait ${wait} seconds.`, { details: { retryAfterSeconds: wait } })
}

/** The right password clears the count. */
export const clearTries = (ctx: Ctx, what: 'log-in' | 'mail', email: string): void => attemptsOf(ctx).clear(keyOf(what, email))
