import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { hashPassword, tokenAge } from '../../modules/accounts/index.ts'
import { findUserByToken, patchUser } from '../../modules/accounts/store.ts'
import { RESET_MINUTES } from './ask-password-reset.ts'
import { checkPassword } from './check-input.ts'
import { clearTries } from './limit-tries.ts'

/**
 * Sets a new password by the token of a letter: once, within its hour, and ends every session of the account. Whoever
 * reads the letter owns the address, so it is confirmed with it.
 */
export async function resetPassword(ctx: Ctx, input: { token: string; password: string }): Promise<Result<{ changed: true }>> {
  const password = checkPassword(input.password)
  if (!password.ok) return password
  const gone = fail('gone', `This link was used or is older than ${RESET_MINUTES} minutes; ask for another.`)
  if (tokenAge(input.token, ctx.clock.now()) > RESET_MINUTES * 60_000) return gone
  const secrets = await hashPassword(password.value)
  const email = await ctx.tx('reset password', async (req) => {
    const user = await findUserByToken(req, 'resetPasswordToken', input.token)
    if (!user || user.suspendedAt || user.demo) return null
    const done = { resetPasswordToken: null, resetPasswordExpiration: null, _verified: true, _verificationToken: null, sessions: [] }
    await patchUser(req, user.id, { ...secrets, ...done })
    return user.email
  })
  if (email === null) return gone
  clearTries(ctx, 'log-in', email)
  return ok({ changed: true })
}
