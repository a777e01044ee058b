import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { openSite, type Reply, type Site } from '../../builders/http.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world.ctx)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const PASSWORD = 'correct horse 7'
const codeOf = ({ body }: Reply) => (body as { errors?: { code: string }[] } | null)?.errors?.[0]?.code

async function session(email: string): Promise<{ token: string; cookie: string; reply: Reply }> {
  const reply = await site.ask('POST', '/v1/auth/log-in', { body: { email, password: PASSWORD } })
  const { token } = reply.body as { token: string }
  return { token, cookie: `payload-token=${token}`, reply }
}

describe('log-in over HTTP', () => {
  it('sets Payload’s own cookie, for this site only and not for scripts', async () => {
    const fan = await person(world)
    const { reply, token } = await session(fan.email)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('cache-control')).toContain('no-store')
    expect(reply.cookies[0]).toMatch(
      new RegExp(`^payload-token=${token.replaceAll('.', '\\.')}; Path=/; SameSite=Lax; Max-Age=1209600; HttpOnly$`),
    )
    expect((await site.ask('GET', '/v1/me', { headers: { cookie: `payload-token=${token}` } })).body).toMatchObject({
      email: fan.email,
      roles: ['fan'],
    })
    expect((await site.ask('GET', '/v1/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
  })

  it('logs out on the server: the token is worth nothing afterwards', async () => {
    const fan = await person(world)
    const { cookie, token } = await session(fan.email)
    const out = await site.ask('POST', '/v1/auth/log-out', { headers: { cookie, origin: site.url } })
    expect([out.status, out.cookies[0]]).toEqual([204, 'payload-token=; Path=/; SameSite=Lax; Max-Age=0; HttpOnly'])
    expect((await site.ask('GET', '/v1/me', { headers: { authorization: `JWT ${token}` } })).status).toBe(401)
  })

  it('tells a stranger nothing: same status and body for unknown and known addresses', async () => {
    const fan = await person(world)
    const both = async (path: string, body: (email: string) => object) =>
      Promise.all([fan.email, 'unknown@example.test'].map((email) => site.ask('POST', path, { body: body(email) })))
    for (const [path, body] of [
      ['/v1/auth/log-in', (email: string) => ({ email, password: 'not the password' })],
      ['/v1/auth/forgot-password', (email: string) => ({ email })],
      ['/v1/auth/verify-email/resend', (email: string) => ({ email })],
      ['/v1/auth/sign-up', (email: string) => ({ email, password: 'a long sentence 9', name: 'x' })],
    ] as const) {
      const [known, unknown] = await both(path, body)
      expect([known?.status, known?.text], path).toEqual([unknown?.status, unknown?.text])
    }
  })

  it('refuses roles, ids and anything else that the form does not have', async () => {
    for (const extra of [{ roles: ['admin'] }, { _verified: true }, { id: newId() }, { demo: true }]) {
      const reply = await site.ask('POST', '/v1/auth/sign-up', {
        body: { email: 'x@example.test', password: 'a long sentence 9', name: 'x', ...extra },
      })
      expect([reply.status, codeOf(reply)]).toEqual([422, 'invalid'])
    }
    expect((await world.payload.count({ collection: 'users', where: { email: { equals: 'x@example.test' } } })).totalDocs).toBe(0)
  })

  it.each([
    '/api/users/login',
    '/api/users/forgot-password',
    '/api/users/reset-password',
    '/api/users/first-register',
    '/api/users/unlock',
    '/api/users/verify/abc',
    '/api/payload-jobs/run',
    '/api/graphql',
  ])('leaves Payload’s own door %s shut', async (path) => {
    const fan = await person(world)
    const reply = await site.ask('POST', path, { body: { email: fan.email, password: PASSWORD } })
    expect([reply.status, codeOf(reply)]).toEqual([403, 'forbidden'])
    expect(reply.cookies).toEqual([])
  })
})

describe('writes with a cookie', () => {
  const doors = [
    ['PUT', (id: string) => `/v1/creators/${id}/follow`],
    ['PATCH', () => '/api/users'],
    ['POST', () => '/zh/account'],
  ] as const

  it.each(doors)('are refused without our own Origin: %s', async (method, path) => {
    const [fan, star] = [await person(world), await creator(world)]
    const { cookie } = await session(fan.email)
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: `${site.url}.evil.example` },
    ] as Record<string, string>[]) {
      const reply = await site.ask(method, path(star.creatorId), { headers: { cookie, ...headers }, body: { name: 'changed' } })
      expect([reply.status, codeOf(reply)], JSON.stringify(headers)).toEqual([403, 'bad_origin'])
    }
    expect((await world.payload.count({ collection: 'follows', where: { user: { equals: fan.userId } } })).totalDocs).toBe(0)
    expect((await world.payload.findByID({ collection: 'users', id: fan.userId, depth: 0 })).name).not.toBe('changed')
  })

  it('are taken from our own pages, and without a cookie from programs', async () => {
    const [fan, star] = [await person(world), await creator(world)]
    const { cookie, token } = await session(fan.email)
    const path = `/v1/creators/${star.creatorId}/follow`
    expect((await site.ask('PUT', path, { headers: { cookie, origin: site.url } })).body).toEqual({ on: true, count: 1 })
    expect((await site.ask('DELETE', path, { headers: { authorization: `Bearer ${token}` } })).body).toEqual({ on: false, count: 0 })
    expect(
      (await site.ask('PATCH', `/api/users/${fan.userId}`, { headers: { cookie, origin: site.url }, body: { name: 'renamed' } })).status,
    ).toBe(200)
  })
})

describe('what is about one person', () => {
  it('is a summary for guests, too', async () => {
    expect((await site.ask('GET', '/v1/me/summary')).body).toEqual({
      status: 'anonymous',
      roles: [],
      cartCount: 0,
      follows: [],
      likes: [],
      collects: [],
    })
    const star = await creator(world, { handle: 'summary_star' })
    const { token } = await session(star.email)
    expect((await site.ask('GET', '/v1/me/summary', { headers: { authorization: `Bearer ${token}` } })).body).toMatchObject({
      status: 'member',
      creatorHandle: 'summary_star',
      roles: ['fan', 'creator'],
    })
  })

  it.each(['/v1/me', '/v1/me/notifications'])('is nothing for guests: %s', async (path) => {
    expect((await site.ask('GET', path)).status).toBe(401)
  })

  it('makes a creator by a short form and refuses the handle twice', async () => {
    const body = { handle: 'http_hand', displayName: 'x', verticals: ['food'] }
    const ask = async () =>
      site.ask('POST', '/v1/me/creator', {
        body,
        headers: { authorization: `Bearer ${(await session((await person(world)).email)).token}` },
      })
    expect((await ask()).status).toBe(201)
    expect(codeOf(await ask())).toBe('conflict')
  })

  it('names bad input: ids, kinds, bodies', async () => {
    const { token } = await session((await person(world)).email)
    const headers = { authorization: `Bearer ${token}` }
    for (const [method, path] of [
      ['PUT', '/v1/creators/1/follow'],
      ['PUT', `/v1/pieces/users/${newId()}/like`],
      ['PUT', '/v1/pieces/posts/x/like'],
    ] as const) {
      expect((await site.ask(method, path, { headers })).status, path).toBe(422)
    }
    expect((await site.ask('PUT', `/v1/pieces/posts/${newId()}/like`, { headers })).status).toBe(404)
  })
})

describe('Payload’s REST behind Express', () => {
  it('keeps preferences for the staff, also by the path that asks no rule', async () => {
    const [fan, editor] = [await person(world), await person(world, ['fan', 'editor'])]
    const put = async (email: string) =>
      site.ask('POST', '/api/payload-preferences/nav', {
        body: { value: { open: true } },
        headers: { authorization: `JWT ${(await session(email)).token}` },
      })
    expect((await put(fan.email)).status).toBe(403)
    expect((await put(editor.email)).status).toBe(200)
  })

  it('refuses a suspended account there as everywhere', async () => {
    const fan = await person(world)
    const { token } = await session(fan.email)
    const headers = { authorization: `JWT ${token}` }
    expect((await site.ask('GET', '/api/users/me', { headers })).body).toMatchObject({ user: { id: fan.userId } })
    await world.payload.update({ collection: 'users', id: fan.userId, data: { suspendedAt: world.clock.now().toISOString() } })
    for (const path of ['/api/users/me', `/api/users/${fan.userId}`, '/api/orders', '/admin'])
      expect((await site.ask('GET', path, { headers })).status, path).toBe(403)
    expect((await site.ask('GET', '/v1/me', { headers })).status).toBe(401)
    expect((await site.ask('POST', '/v1/auth/log-in', { body: { email: fan.email, password: PASSWORD } })).status).toBe(401)
  })
})
