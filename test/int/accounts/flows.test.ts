import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendMail } from '../../../src/flows/accounts/send-mail.ts'
import { signUp } from '../../../src/flows/accounts/sign-up.ts'
import { resendVerification, verifyEmail } from '../../../src/flows/accounts/verify-email.ts'
import { newId } from '../../../src/lib/ids.ts'
import { openWorld, type World } from '../../builders/world.ts'

import { address, input, toolsOf } from './tools.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
// Every test begins with fresh counts of tries.
beforeEach(() => world.clock.advance(16 * 60_000))

const { jobs, deliver, outbox, tokenFor, userOf, member, enter } = toolsOf(() => world)

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
