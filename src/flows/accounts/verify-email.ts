import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { newToken, tokenAge } from '../../modules/accounts/index.ts'
import { findUserByEmail, findUserByToken, patchUser } from '../../modules/accounts/store.ts'
import { checkEmail } from './check-input.ts'
import { takeTry } from './limit-tries.ts'
import { queueMail } from './queue-mail.ts'

/** How long the link of the letter works. */
export const VERIFY_HOURS = 72
const TERM_MS = VERIFY_HOURS * 3_600_000

/** Confirms the address of an account by the token of its letter. Once, within three days: `gone` after that. */
export async function verifyEmail(ctx: Ctx, { token }: { token: string }): Promise<Result<{ verified: true }>> {
  const gone = fail('gone', `This link was used or is older than ${VERIFY_HOURS} hours; log in to get another.`)
  if (tokenAge(token, ctx.clock.now()) > TERM_MS) return gone
  return ctx.tx('verify e-mail', async (req) => {
    const user = await findUserByToken(req, '_verificationToken', token)
    if (!user) return gone
    await patchUser(req, user.id, { _verified: true, _verificationToken: null })
    return ok({ verified: true as const })
  })
}

/** Sends the letter of confirmation again, with a fresh token. Neutral: says nothing about the address. */
export async function resendVerification(ctx: Ctx, input: { email: string }): Promise<Result<{ accepted: true }>> {
  const email = checkEmail(input.email)
  if (!email.ok) return email
  const allowed = takeTry(ctx, 'mail', email.value)
  if (!allowed.ok) return allowed
  const token = newToken(ctx.clock.now())
  await ctx.tx('send the confirmation again', async (req) => {
    const user = await findUserByEmail(req, email.value)
    if (!user || user._verified) return
    await patchUser(req, user.id, { _verificationToken: token })
    await queueMail(req, { template: 'verify-email', subject: user.id })
  })
  return ok({ accepted: true })
}
