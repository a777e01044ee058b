import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Role } from '../../lib/actor.ts'
import { demoAllowed, hashPassword } from '../../modules/accounts/index.ts'
import { findDemoUsers, findUserById, insertCreator, insertUser, patchUser } from '../../modules/accounts/store.ts'

export interface DemoAccount {
  role: Role
  email: string
  password: string
  name: string
}

const wanted: { role: Role; roles: Role[]; name: string }[] = [
  { role: 'fan', roles: ['fan'], name: '小满' },
  { role: 'creator', roles: ['fan', 'creator'], name: '阿禾' },
  { role: 'editor', roles: ['fan', 'editor'], name: '编辑' },
  { role: 'finance', roles: ['fan', 'finance'], name: '财务' },
  { role: 'admin', roles: ['fan', 'admin'], name: '管理员' },
]

/** Handle of the demo creator, for whoever seeds her work. */
export const DEMO_HANDLE = 'ahe'

const fileOf = (ctx: Ctx): string => path.join(ctx.env.dataDir, 'demo-accounts.json')
const emailOf = (role: Role): string => `${role}@demo.example`

/**
 * One account for each role with a random password, written to `DATA_DIR/demo-accounts.json` for the person at this
 * machine. Only on the embedded database and a loopback address without a public one; elsewhere none are made, the file
 * goes away, and those that exist are refused at every door. Answers them, or none.
 */
export async function ensureDemoAccounts(ctx: Ctx): Promise<DemoAccount[]> {
  if (!demoAllowed(ctx.env)) {
    await rm(fileOf(ctx), { force: true })
    return []
  }
  const users = await findDemoUsers(await ctx.req())
  const known = await readKnown(ctx)
  if (known && wanted.every(({ role }) => users.some(({ email }) => email === emailOf(role)))) return known
  const accounts = wanted.map(({ role, name }) => ({ role, email: emailOf(role), password: randomBytes(9).toString('base64url'), name }))
  const secrets = await Promise.all(accounts.map(({ password }) => hashPassword(password)))
  // The file first: a password that only the database knows is lost.
  await writePrivately(
    fileOf(ctx),
    `${JSON.stringify({ note: 'Demo accounts of this copy, for this machine only. 本机演示账号。', accounts }, null, 2)}\n`,
  )
  await ctx.tx('demo accounts', async (req) => {
    for (const [at, one] of wanted.entries()) await put(req, one, secrets[at] as { hash: string; salt: string })
  })
  return accounts
}

async function put(
  req: PayloadRequest,
  { role, roles, name }: (typeof wanted)[number],
  secrets: { hash: string; salt: string },
): Promise<void> {
  const email = emailOf(role)
  const known = (await findDemoUsers(req)).find((user) => user.email === email)
  if (known) return patchUser(req, known.id, { ...secrets, sessions: [] })
  const id = await insertUser(req, { email, name, locale: 'zh', roles, ...secrets, verificationToken: null, demo: true })
  if (role !== 'creator' || (await findUserById(req, id))?.creator) return
  const profile = { user: id, handle: DEMO_HANDLE, displayName: name, bio: '写真用过的东西，缺点也写。', verticals: ['outdoor' as const] }
  await patchUser(req, id, { creator: await insertCreator(req, profile) })
}

async function readKnown(ctx: Ctx): Promise<DemoAccount[] | null> {
  try {
    const { accounts } = JSON.parse(await readFile(fileOf(ctx), 'utf8')) as { accounts?: DemoAccount[] }
    return accounts?.length === wanted.length &&
      accounts.every(({ email, password }) => typeof email === 'string' && typeof password === 'string')
      ? accounts
      : null
  } catch {
    return null
  }
}

/** Readable by its owner only, and never half written. */
async function writePrivately(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 })
  await rename(`${file}.new`, file)
}
