import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { isDuplicateKey } from '../../database/duplicate-key.ts'
import { ok, type Result } from '../../lib/result.ts'
import { hashPassword, newToken } from '../../modules/accounts/index.ts'
import { findUserByEmail, insertUser, type NewUser, patchUser } from '../../modules/accounts/store.ts'
import { checkEmail, checkName, checkPassword } from './check-input.ts'
import { takeTry } from './limit-tries.ts'
import { queueMail } from './queue-mail.ts'

export interface SignUpInput {
  email: string
  password: string
  name: string
  locale: 'zh' | 'en'
}

/**
 * Makes an account that waits for its address to be confirmed. Neutral: a known address gets the same answer after the
 * same work, and its owner a letter that says so. The account gets no role but `fan`.
 */
export async function signUp(ctx: Ctx, input: SignUpInput): Promise<Result<{ accepted: true }>> {
  const email = checkEmail(input.email)
  if (!email.ok) return email
  const name = checkName(input.name)
  if (!name.ok) return name
  const password = checkPassword(input.password)
  if (!password.ok) return password
  const allowed = takeTry(ctx, 'mail', email.value)
  if (!allowed.ok) return allowed
  const account: NewUser = {
    email: email.value,
    name: name.value,
    locale: input.locale,
    roles: ['fan'],
    ...(await hashPassword(password.value)),
    verificationToken: newToken(ctx.clock.now()),
    demo: false,
  }
  try {
    await ctx.tx('sign up', (req) => register(req, account))
  } catch (error) {
    // Signed up twice at the same moment, or an address of a removed account: told nobody, like a known one.
    if (!isDuplicateKey(error)) throw error
  }
  return ok({ accepted: true })
}

async function register(req: PayloadRequest, account: NewUser): Promise<void> {
  const known = await findUserByEmail(req, account.email)
  if (known?._verified) return queueMail(req, { template: 'already-registered', subject: known.id })
  // A letter confirms the password that was given with it, never one that somebody else gave before for this address.
  const { name, hash, salt, verificationToken } = account
  if (known) await patchUser(req, known.id, { name, hash, salt, _verificationToken: verificationToken })
  const subject = known?.id ?? (await insertUser(req, account))
  await queueMail(req, { template: 'verify-email', subject })
}
