import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Ctx } from '../../context.ts'
import { isDuplicateKey } from '../../database/duplicate-key.ts'
import { sameSecret, sha256 } from '../../lib/hash.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { hashPassword, newToken, tokenAge } from '../../modules/accounts/index.ts'
import { findUserByEmail, hasAdmin, insertUser } from '../../modules/accounts/store.ts'
import { takeTurn } from '../../modules/operations/store/turns.ts'
import { checkEmail, checkName, checkPassword } from './check-input.ts'

/** Holds the hash only. A start writes a fresh one, so an old link from a log opens nothing. */
const fileOf = (ctx: Ctx): string => path.join(ctx.env.dataDir, 'first-admin-token')
const TERM_MS = 24 * 3_600_000

/** A one-time token for making the first admin, when nobody can administer this site; else null. Called at every start. */
export async function issueFirstAdminToken(ctx: Ctx): Promise<string | null> {
  if (await hasAdmin(await ctx.req())) {
    await rm(fileOf(ctx), { force: true })
    return null
  }
  const token = newToken(ctx.clock.now())
  await writeFile(fileOf(ctx), sha256(token), { mode: 0o600 })
  return token
}

export interface FirstAdminInput {
  token: string
  email: string
  password: string
  name: string
}

/** Makes the first admin by the token that the start printed: once, within a day, and only while there is none. */
export async function createFirstAdmin(ctx: Ctx, input: FirstAdminInput): Promise<Result<{ userId: string }>> {
  const email = checkEmail(input.email)
  if (!email.ok) return email
  const name = checkName(input.name)
  if (!name.ok) return name
  const password = checkPassword(input.password)
  if (!password.ok) return password
  const gone = fail('gone', 'This link was used or is not the latest: start the server again, it prints a fresh one.')
  if (!(await isCurrent(ctx, input.token))) return gone
  const secrets = await hashPassword(password.value)
  try {
    const made = await ctx.tx('first admin', async (req) => {
      await takeTurn(req, 'first-admin')
      if (await hasAdmin(req)) return gone
      if (await findUserByEmail(req, email.value))
        return fail('conflict', 'This address has an account: choose another.', { field: 'email', details: { problem: 'invalid' } })
      const account = {
        email: email.value,
        name: name.value,
        locale: 'zh',
        roles: ['fan', 'admin'],
        ...secrets,
        verificationToken: null,
        demo: false,
      } as const
      return ok({ userId: await insertUser(req, { ...account, roles: [...account.roles] }) })
    })
    if (made.ok) await rm(fileOf(ctx), { force: true })
    return made
  } catch (error) {
    if (isDuplicateKey(error))
      return fail('conflict', 'This address has an account: choose another.', { field: 'email', details: { problem: 'invalid' } })
    throw error
  }
}

async function isCurrent(ctx: Ctx, token: string): Promise<boolean> {
  if (tokenAge(token, ctx.clock.now()) > TERM_MS) return false
  try {
    return sameSecret((await readFile(fileOf(ctx), 'utf8')).trim(), sha256(token))
  } catch {
    return false
  }
}
