import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askPasswordReset } from '../../../src/flows/accounts/ask-password-reset.ts'
import { logIn } from '../../../src/flows/accounts/log-in.ts'
import { logOut } from '../../../src/flows/accounts/log-out.ts'
import { readActor } from '../../../src/flows/accounts/read-actor.ts'
import { resetPassword } from '../../../src/flows/accounts/reset-password.ts'
import { type SendMailInput, sendMail } from '../../../src/flows/accounts/send-mail.ts'
import { signUp } from '../../../src/flows/accounts/sign-up.ts'
import { resendVerification, verifyEmail } from '../../../src/flows/accounts/verify-email.ts'
import { handlersOf } from '../../../src/jobs/handlers.ts'
import { newId } from '../../../src/lib/ids.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let serial = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
// Every test begins with fresh counts of tries.
beforeEach(() => world.clock.advance(16 * 60_000))

const address = () => `reader-${++serial}@example.test`
const PASSWORD = 'a long sentence 9'
const input = (email: string) => ({ email, password: PASSWORD, name: '小满', locale: 'zh' as const })

async function jobs(): Promise<{ id: string; input: SendMailInput }[]> {
  const { docs } = await world.payload.find({
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
    await handlersOf(world.ctx)['send-mail']({ ...job.input }, job.id)
    await world.payload.delete({ collection: 'payload-jobs', id: job.id, overrideAccess: true })
  }
  return queued.map(({ input: { template, subject } }) => ({ template, subject }))
}

const outbox = async (): Promise<string[]> => {
  const dir = path.join(world.dir, 'outbox')
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
  const { docs } = await world.payload.find({
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
  await signUp(world.ctx, input(email))
  await verifyEmail(world.ctx, { token: await tokenFor(email, 'verify-email') })
  await deliver()
  return email
}

const enter = (email: string, password = PASSWORD) => logIn(world.ctx, visitOf(), { email, password })

describe('signing up', () => {
  it('makes a fan who waits for the letter, and gives no other role', async () => {
    const email = address()
    expect(await signUp(world.ctx, input(` ${email.toUpperCase()} `))).toEqual({ ok: true, value: { accepted: true } })
    const user = await userOf(email)
    expect([user.roles, user._verified, user.demo]).toEqual([['fan'], false, false])
    expect(await deliver()).toEqual([{ template: 'verify-email', subject: user.id }])
  })

  it('answers a known address alike, changes nothing, and tells its owner by mail', async () => {
    const email = await member()
    const before = await userOf(email)
    expect(await signUp(world.ctx, { ...input(email), password: 'another long sentence', name: 'Eve' })).toEqual({
      ok: true,
      value: { accepted: true },
    })
    expect(await userOf(email)).toEqual(before)
    expect(await deliver()).toEqual([{ template: 'already-registered', subject: before.id }])
  })

  it('binds a letter to the password that was given with it: who signed up first with a stranger’s address gains nothing', async () => {
    const email = address()
    await signUp(world.ctx, { ...input(email), password: 'chosen by a stranger' })
    const first = await tokenFor(email, 'verify-email')
    await signUp(world.ctx, input(email))
    expect((await verifyEmail(world.ctx, { token: first })).ok).toBe(false)
    expect((await verifyEmail(world.ctx, { token: await tokenFor(email, 'verify-email') })).ok).toBe(true)
    expect((await enter(email, 'chosen by a stranger')).ok).toBe(false)
    expect((await enter(email)).ok).toBe(true)
    await deliver()
  })

  it.each([
    ['email', { email: 'nobody' }],
    ['email', { email: 'a@b@c.test' }],
    ['password', { password: 'short' }],
    ['password', { password: '1234567890' }],
    ['password', { password: 'password123' }],
    ['name', { name: '   ' }],
    ['name', { name: 'x'.repeat(41) }],
  ])('names the field %s of %j', async (field, wrong) => {
    const answer = await signUp(world.ctx, { ...input(address()), ...wrong })
    expect(answer.ok ? null : [answer.failure.code, answer.failure.field]).toEqual(['invalid', field])
    expect(await jobs()).toEqual([])
  })

  it('made twice at the same moment makes one account', async () => {
    const email = address()
    const both = await Promise.all([signUp(world.ctx, input(email)), signUp(world.ctx, input(email))])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect((await world.payload.count({ collection: 'users', where: { email: { equals: email } } })).totalDocs).toBe(1)
    await deliver()
  })
})

describe('the letter of confirmation', () => {
  it('carries a link that works once, and goes to the account’s address in its language', async () => {
    const email = address()
    await signUp(world.ctx, { ...input(email), locale: 'en' })
    const before = (await outbox()).length
    await deliver()
    const letters = (await outbox()).slice(before)
    expect(letters).toHaveLength(1)
    const token = await tokenFor(email, 'verify-email')
    const plain = letters[0]?.replace(/=\r?\n/g, '').replaceAll('=3D', '=') ?? ''
    expect(plain).toContain(email)
    expect(
      plain.includes(token) ||
        Buffer.from(
          plain
            .split(/\r?\n\r?\n/)
            .slice(1)
            .join('')
            .replace(/\s/g, ''),
          'base64',
        )
          .toString()
          .includes(token),
    ).toBe(true)
    expect((await verifyEmail(world.ctx, { token })).ok).toBe(true)
    const again = await verifyEmail(world.ctx, { token })
    expect(again.ok ? null : again.failure.code).toBe('gone')
  })

  it('works for 72 hours, and another can be asked for', async () => {
    const email = address()
    await signUp(world.ctx, input(email))
    const old = await tokenFor(email, 'verify-email')
    world.clock.advance(72 * 3_600_000 + 1)
    expect((await verifyEmail(world.ctx, { token: old })).ok).toBe(false)
    expect(await resendVerification(world.ctx, { email })).toEqual({ ok: true, value: { accepted: true } })
    expect((await verifyEmail(world.ctx, { token: await tokenFor(email, 'verify-email') })).ok).toBe(true)
    await deliver()
  })

  it('is sent again for nobody who is confirmed or unknown, and says so to nobody', async () => {
    const email = await member()
    for (const one of [email, 'unknown@example.test'])
      expect(await resendVerification(world.ctx, { email: one })).toEqual({ ok: true, value: { accepted: true } })
    expect(await jobs()).toEqual([])
  })

  it('is not sent when its token was used meanwhile, and a repeat is the same message', async () => {
    const email = address()
    await signUp(world.ctx, input(email))
    const [job] = await jobs()
    if (!job) throw new Error('no job')
    const before = (await outbox()).length
    await sendMail(world.ctx, job.input, job.id)
    await sendMail(world.ctx, job.input, job.id)
    expect(await outbox()).toHaveLength(before + 1)
    await verifyEmail(world.ctx, { token: await tokenFor(email, 'verify-email') })
    await sendMail(world.ctx, { ...job.input, key: newId() }, job.id)
    expect(await outbox()).toHaveLength(before + 1)
    await deliver()
  })
})

describe('letters', () => {
  it('are two although their jobs had one number: the ids of finished jobs are given again', async () => {
    const before = (await outbox()).length
    for (let n = 0; n < 2; n++) {
      await signUp(world.ctx, input(address()))
      await deliver()
    }
    expect(await outbox()).toHaveLength(before + 2)
  })

  it('of an unknown kind are a fault, and of a vanished account none', async () => {
    await expect(sendMail(world.ctx, { template: 'advertisement', subject: newId() }, 'x')).rejects.toThrow('advertisement')
    const before = (await outbox()).length
    await sendMail(world.ctx, { template: 'verify-email', subject: newId() }, 'x')
    expect(await outbox()).toHaveLength(before)
  })
})

describe('logging in', () => {
  it('opens a session that the actor is read from, and logging out ends it on the server', async () => {
    const email = await member()
    const opened = await enter(email)
    if (!opened.ok) throw new Error(opened.failure.message)
    const { token, userId } = opened.value
    expect(await readActor(world.ctx, token, false)).toEqual({ userId, roles: ['fan'], creatorId: null })
    await logOut(world.ctx, visitOf(undefined, { sessionToken: token }))
    expect((await readActor(world.ctx, token, false)).userId).toBeNull()
  })

  it('ends only the session that logged out', async () => {
    const email = await member()
    const [a, b] = [await enter(email), await enter(email)]
    if (!a.ok || !b.ok) throw new Error('no session')
    await logOut(world.ctx, visitOf(undefined, { sessionToken: a.value.token }))
    expect((await readActor(world.ctx, a.value.token, false)).userId).toBeNull()
    expect((await readActor(world.ctx, b.value.token, false)).userId).toBe(b.value.userId)
  })

  it('answers an unknown address, a wrong password and a suspended account with one sentence', async () => {
    const [wrong, suspended] = [await member(), await member()]
    await world.payload.update({
      collection: 'users',
      id: (await userOf(suspended)).id,
      data: { suspendedAt: world.clock.now().toISOString() },
    })
    const answers = [await enter('nobody@example.test'), await enter(wrong, 'not the password'), await enter(suspended)]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } })
  })

  it('takes as long for an unknown address as for a wrong password', async () => {
    const email = await member()
    const time = async (one: string) => {
      const began = performance.now()
      await enter(one, 'not the password')
      return performance.now() - began
    }
    const known = Math.min(await time(email), await time(email), await time(email))
    const unknown = Math.min(await time('no@example.test'), await time('no@example.test'), await time('no@example.test'))
    expect(unknown).toBeGreaterThan(known * 0.5)
    expect(known).toBeGreaterThan(unknown * 0.5)
  })

  it('says that the address is not confirmed only to who knows the password', async () => {
    const email = address()
    await signUp(world.ctx, input(email))
    expect(await enter(email)).toMatchObject({ ok: false, failure: { code: 'state' } })
    expect(await enter(email, 'not the password')).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } })
    await deliver()
  })

  it('takes ten tries in a quarter of an hour for one address, known or not, and forgets them after it', async () => {
    for (const email of [await member(), address()]) {
      const codes: string[] = []
      for (let tries = 0; tries < 11; tries++) {
        const answer = await enter(email, 'not the password')
        codes.push(answer.ok ? 'ok' : answer.failure.code)
      }
      expect(codes).toEqual([...Array<string>(10).fill('unauthenticated'), 'too_many'])
    }
    const email = await member()
    for (let tries = 0; tries < 9; tries++) await enter(email, 'not the password')
    expect((await enter(email)).ok).toBe(true)
    world.clock.advance(15 * 60_000)
    expect((await enter(email)).ok).toBe(true)
  })

  it('makes a suspended account nobody at once, whatever session it holds', async () => {
    const email = await member()
    const opened = await enter(email)
    if (!opened.ok) throw new Error('no session')
    await world.payload.update({ collection: 'users', id: opened.value.userId, data: { suspendedAt: world.clock.now().toISOString() } })
    expect((await readActor(world.ctx, opened.value.token, false)).userId).toBeNull()
  })
})

describe('a forgotten password', () => {
  it('is replaced by the link of the letter, once, and every session ends', async () => {
    const email = await member()
    const session = await enter(email)
    if (!session.ok) throw new Error('no session')
    expect(await askPasswordReset(world.ctx, { email })).toEqual({ ok: true, value: { accepted: true } })
    expect(await deliver()).toEqual([{ template: 'reset-password', subject: session.value.userId }])
    const token = await tokenFor(email, 'reset-password')
    expect(await resetPassword(world.ctx, { token, password: 'a new long sentence' })).toEqual({ ok: true, value: { changed: true } })
    expect((await resetPassword(world.ctx, { token, password: 'once more, please' })).ok).toBe(false)
    expect((await readActor(world.ctx, session.value.token, false)).userId).toBeNull()
    expect((await enter(email)).ok).toBe(false)
    expect((await enter(email, 'a new long sentence')).ok).toBe(true)
  })

  it('works for an hour', async () => {
    const email = await member()
    await askPasswordReset(world.ctx, { email })
    const token = await tokenFor(email, 'reset-password')
    world.clock.advance(60 * 60_000 + 1)
    expect(await resetPassword(world.ctx, { token, password: PASSWORD })).toMatchObject({ ok: false, failure: { code: 'gone' } })
    await deliver()
  })

  it('is asked for alike by anybody, and leaves nothing behind for an unknown address', async () => {
    expect(await askPasswordReset(world.ctx, { email: address() })).toEqual({ ok: true, value: { accepted: true } })
    expect(await jobs()).toEqual([])
  })

  it('holds no token in the job', async () => {
    const email = await member()
    await askPasswordReset(world.ctx, { email })
    const [job] = await jobs()
    expect(JSON.stringify(job)).not.toContain(await tokenFor(email, 'reset-password'))
    await deliver()
  })
})
