import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { logIn } from '../../../src/flows/accounts/log-in.ts'
import type { SendMailInput } from '../../../src/flows/accounts/send-mail.ts'
import { signUp } from '../../../src/flows/accounts/sign-up.ts'
import { verifyEmail } from '../../../src/flows/accounts/verify-email.ts'
import { handlersOf } from '../../../src/jobs/handlers.ts'
import { visitOf, type World } from '../../builders/world.ts'

let serial = 0
export const address = () => `reader-${++serial}@example.test`
export const PASSWORD = 'a long sentence 9'
export const input = (email: string) => ({ email, password: PASSWORD, name: '小满', locale: 'zh' as const })

/** What tests of accounts do again and again, in the world that is open then. */
export function toolsOf(open: () => World) {
  async function jobs(): Promise<{ id: string; input: SendMailInput }[]> {
    const { docs } = await open().payload.find({
      collection: 'payload-jobs',
      limit: 0,
      sort: 'createdAt',
      overrideAccess: true,
      showHiddenFields: true,
    })
    return docs.map(({ id, input }) => ({ id: String(id), input: input as unknown as SendMailInput }))
  }

  /** Sends what is queued as the runner does, and answers the new letters. */
  async function deliver(): Promise<{ template: string; subject: string }[]> {
    const queued = await jobs()
    for (const job of queued) {
      await handlersOf(open().ctx)['send-mail']({ ...job.input }, job.id)
      await open().payload.delete({ collection: 'payload-jobs', id: job.id, overrideAccess: true })
    }
    return queued.map(({ input: { template, subject } }) => ({ template, subject }))
  }

  const outbox = async (): Promise<string[]> => {
    const dir = path.join(open().dir, 'outbox')
    const names = await readdir(dir).catch(() => [])
    return Promise.all(names.sort().map((name) => readFile(path.join(dir, name), 'utf8')))
  }

  /** The token of the latest letter to an address, as its reader would find it. */
  async function tokenFor(email: string, page: string): Promise<string> {
    const user = await userOf(email)
    const token = page === 'verify-email' ? user._verificationToken : user.resetPasswordToken
    if (!token) throw new Error(`no ${page} token for ${email}`)
    return token
  }

  async function userOf(email: string) {
    const { docs } = await open().payload.find({
      collection: 'users',
      where: { email: { equals: email } },
      showHiddenFields: true,
      overrideAccess: true,
      depth: 0,
    })
    const user = docs[0]
    if (!user) throw new Error(`no account ${email}`)
    return user
  }

  async function member(): Promise<string> {
    const email = address()
    await signUp(open().ctx, input(email))
    await verifyEmail(open().ctx, { token: await tokenFor(email, 'verify-email') })
    await deliver()
    return email
  }

  const enter = (email: string, password = PASSWORD) => logIn(open().ctx, visitOf(), { email, password })
  return { jobs, deliver, outbox, tokenFor, userOf, member, enter }
}
