import type { Ctx } from '../../context.ts'
import { ok, type Result } from '../../lib/result.ts'
import { newToken } from '../../modules/accounts/index.ts'
import { findUserByEmail, patchUser } from '../../modules/accounts/store.ts'
import { checkEmail } from './check-input.ts'
import { takeTry } from './limit-tries.ts'
import { queueMail } from './queue-mail.ts'

/** How long the link of the letter works. */
export const RESET_MINUTES = 60

/** Sends a link to change the password. Neutral: the same answer whether or not the address has an account. */
export async function askPasswordReset(ctx: Ctx, input: { email: string; locale?: 'zh' | 'en' }): Promise<Result<{ accepted: true }>> {
  const email = checkEmail(input.email)
  if (!email.ok) return email
  const allowed = takeTry(ctx, 'mail', email.value)
  if (!allowed.ok) return allowed
  const now = ctx.clock.now()
  const token = newToken(now)
  const expires = new Date(now.getTime() + RESET_MINUTES * 60_000).toISOString()
  await ctx.tx('ask for a new password', async (req) => {
    const user = await findUserByEmail(req, email.value)
    if (!user || user.suspendedAt || user.demo) return
    await patchUser(req, user.id, { resetPasswordToken: token, resetPasswordExpiration: expires })
    await queueMail(req, { template: 'reset-password', subject: user.id })
  })
  return ok({ accepted: true })
}
