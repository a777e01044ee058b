import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askPasswordReset } from '../../../src/flows/accounts/ask-password-reset.ts'
import { logOut } from '../../../src/flows/accounts/log-out.ts'
import { readActor } from '../../../src/flows/accounts/read-actor.ts'
import { resetPassword } from '../../../src/flows/accounts/reset-password.ts'
import { signUp } from '../../../src/flows/accounts/sign-up.ts'
import { withAllRounds } from '../../builders/rounds.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

import { address, input, PASSWORD, toolsOf } from './tools.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
// Every test begins with fresh counts of tries.
beforeEach(() => world.clock.advance(16 * 60_000))

const { jobs, deliver, tokenFor, userOf, member, enter } = toolsOf(() => world)

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

  it('takes as much work for an unknown address as for a wrong password', () =>
    withAllRounds(async () => {
      const email = await member()
      // Of a processor, not on the clock: a busy machine tells one from the other only by chance.
      const work = async (one: string) => {
        const before = process.cpuUsage()
        await enter(one, 'not the password')
        const { user, system } = process.cpuUsage(before)
        return user + system
      }
      const known = Math.min(await work(email), await work(email), await work(email))
      const unknown = Math.min(await work('no@example.test'), await work('no@example.test'), await work('no@example.test'))
      expect(unknown).toBeGreaterThan(known * 0.5)
      expect(known).toBeGreaterThan(unknown * 0.5)
    }))

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
