import { readFile, rm, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createFirstAdmin, issueFirstAdminToken } from '../../../src/flows/accounts/create-first-admin.ts'
import { type DemoAccount, ensureDemoAccounts } from '../../../src/flows/accounts/ensure-demo-accounts.ts'
import { roles } from '../../../src/lib/actor.ts'
import { announceSite } from '../../../src/server/announce.ts'
import { product } from '../../builders/catalogue.ts'
import { openSite, type Site } from '../../builders/http.ts'
import { openWorld, type World } from '../../builders/world.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function world(options: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const made = await openWorld(options)
  open.push(made)
  return made
}
async function siteOf({ ctx }: World): Promise<Site> {
  const made = await openSite(ctx)
  open.push(made)
  return made
}
const fileOf = ({ dir }: World) => path.join(dir, 'demo-accounts.json')
const on = process.env.TEST_DATABASE !== 'mongodb'

const logIn = (site: Site, account: DemoAccount, headers: Record<string, string> = {}) =>
  site.ask('POST', '/v1/auth/log-in', { body: { email: account.email, password: account.password }, headers })

const forwarding = [
  { forwarded: 'for=1.2.3.4' },
  { 'x-forwarded-for': '1.2.3.4' },
  { 'X-Forwarded-Host': 'shop.example' },
  { 'x-forwarded-proto': 'https' },
  { 'x-real-ip': '1.2.3.4' },
  { via: '1.1 proxy' },
] as Record<string, string>[]

describe.runIf(on)('demo accounts', () => {
  it('are one for each role, with passwords of their own in a file that only its owner reads', async () => {
    const shop = await world()
    const accounts = await ensureDemoAccounts(shop.ctx)
    expect(accounts.map(({ role }) => role)).toEqual([...roles])
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(roles.length)
    expect((await stat(fileOf(shop))).mode & 0o777).toBe(0o600)
    expect((JSON.parse(await readFile(fileOf(shop), 'utf8')) as { accounts: unknown }).accounts).toEqual(accounts)
    const site = await siteOf(shop)
    for (const account of accounts) {
      const reply = await logIn(site, account)
      expect(reply.status, account.role).toBe(200)
      const { token } = reply.body as { token: string }
      const me = await site.ask('GET', '/v1/me', { headers: { authorization: `Bearer ${token}` } })
      expect((me.body as { roles: string[] }).roles).toContain(account.role)
    }
  })

  it('stay as they are at the next start, and get new passwords when their file is lost', async () => {
    const shop = await world()
    const first = await ensureDemoAccounts(shop.ctx)
    expect(await ensureDemoAccounts(shop.ctx)).toEqual(first)
    await rm(fileOf(shop))
    const second = await ensureDemoAccounts(shop.ctx)
    expect(second.map(({ email }) => email)).toEqual(first.map(({ email }) => email))
    expect(second.some(({ password }, at) => password === first[at]?.password)).toBe(false)
    const site = await siteOf(shop)
    expect((await logIn(site, second[0] as DemoAccount)).status).toBe(200)
    expect((await logIn(site, first[0] as DemoAccount)).status).toBe(401)
    expect((await shop.payload.count({ collection: 'users' })).totalDocs).toBe(roles.length)
  })

  it.each(forwarding)('are refused, at log-in and with a session, when a proxy passed the request on: %j', async (header) => {
    const shop = await world()
    const [account] = (await ensureDemoAccounts(shop.ctx)).slice(-1) as [DemoAccount]
    const site = await siteOf(shop)
    expect((await logIn(site, account, header)).status).toBe(401)
    const { token } = (await logIn(site, account)).body as { token: string }
    for (const sent of [
      { authorization: `JWT ${token}` },
      { authorization: `Bearer ${token}` },
      { cookie: `payload-token=${token}` },
    ] as Record<string, string>[]) {
      expect((await site.ask('GET', '/v1/me', { headers: sent })).status).toBe(200)
      expect((await site.ask('GET', '/v1/me', { headers: { ...sent, ...header } })).status).toBe(401)
      for (const door of ['/api/users', '/api/users/me', '/admin', '/admin/collections/users'])
        expect((await site.ask('GET', door, { headers: { ...sent, ...header } })).status, door).toBe(403)
    }
    const writes = await site.ask('PATCH', '/api/globals/shop-settings', {
      headers: { authorization: `JWT ${token}`, ...header },
      body: { shippingFlat: 1 },
    })
    expect(writes.status).toBe(403)
  })

  it('are refused by Payload’s own log-in, too, when a proxy passed the request on', async () => {
    const shop = await world()
    const [account] = (await ensureDemoAccounts(shop.ctx)) as [DemoAccount]
    const req = await shop.ctx.req()
    req.headers = new Headers({ 'x-forwarded-for': '1.2.3.4' })
    await expect(
      shop.payload.login({ collection: 'users', data: { email: account.email, password: account.password }, req }),
    ).rejects.toThrow()
    expect(
      (await shop.payload.login({ collection: 'users', data: { email: account.email, password: account.password } })).token,
    ).toBeTruthy()
  })

  it.each([{ PUBLIC_URL: 'https://shop.example' }, { DEMO: '0' }, { HOST: '0.0.0.0' }] as Record<string, string>[])(
    'are neither made nor usable with %j, and their file goes',
    async (env) => {
      const shop = await world()
      const accounts = await ensureDemoAccounts(shop.ctx)
      const session = (await logIn(await siteOf(shop), accounts[4] as DemoAccount)).body as { token: string }
      for (const one of open.splice(0).reverse()) if (one !== shop) await one.close()
      const dir = shop.dir
      await shop.ctx.close()
      await shop.payload.destroy()
      const published = await world({ dir, env })
      expect(await ensureDemoAccounts(published.ctx)).toEqual([])
      await expect(stat(fileOf(published))).rejects.toThrow()
      const site = await siteOf(published)
      expect((await logIn(site, accounts[4] as DemoAccount)).status).toBe(401)
      const headers = { authorization: `JWT ${session.token}` }
      expect((await site.ask('GET', '/v1/me', { headers })).status).toBe(401)
      expect((await site.ask('GET', '/api/users', { headers })).status).toBe(403)
      await expect(
        published.payload.login({ collection: 'users', data: { email: accounts[4]?.email ?? '', password: accounts[4]?.password ?? '' } }),
      ).rejects.toThrow()
      expect(await issueFirstAdminToken(published.ctx)).not.toBeNull()
    },
  )
})

describe('the first admin', () => {
  const input = { email: 'boss@example.test', password: 'a long sentence 9', name: '店主' }

  it('is made once by the token that the start printed, and then no token is printed any more', async () => {
    const shop = await world({ env: { DEMO: '0' } })
    const token = await issueFirstAdminToken(shop.ctx)
    if (!token) throw new Error('no token')
    expect(await readFile(path.join(shop.dir, 'first-admin-token'), 'utf8')).not.toContain(token)
    const made = await createFirstAdmin(shop.ctx, { ...input, token })
    if (!made.ok) throw new Error(made.failure.message)
    expect(await shop.payload.findByID({ collection: 'users', id: made.value.userId, depth: 0 })).toMatchObject({
      roles: ['fan', 'admin'],
      _verified: true,
      demo: false,
    })
    expect(await createFirstAdmin(shop.ctx, { ...input, email: 'second@example.test', token })).toMatchObject({
      ok: false,
      failure: { code: 'gone' },
    })
    expect(await issueFirstAdminToken(shop.ctx)).toBeNull()
  })

  it('is not made by an older token, a guessed one, an old one, or twice at the same moment', async () => {
    const shop = await world({ env: { DEMO: '0' } })
    const older = await issueFirstAdminToken(shop.ctx)
    const token = await issueFirstAdminToken(shop.ctx)
    for (const wrong of [older ?? '', '', `${'0'.repeat(64)}${Date.now().toString(36)}`])
      expect(await createFirstAdmin(shop.ctx, { ...input, token: wrong })).toMatchObject({ ok: false, failure: { code: 'gone' } })
    const both = await Promise.all(
      ['a', 'b'].map((name) => createFirstAdmin(shop.ctx, { ...input, email: `${name}@example.test`, token: token ?? '' })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const late = await world({ env: { DEMO: '0' } })
    const old = await issueFirstAdminToken(late.ctx)
    late.clock.advance(24 * 3_600_000 + 1)
    expect(await createFirstAdmin(late.ctx, { ...input, token: old ?? '' })).toMatchObject({ ok: false, failure: { code: 'gone' } })
  })
})

describe('the end of a start', () => {
  async function announced(shop: World): Promise<string> {
    const server: Server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: () => new Promise<void>((resolve) => server.close(() => resolve())) })
    let text = ''
    await announceSite(shop.ctx, server, (line) => {
      text += line
    })
    return text
  }

  it.runIf(on)('prints the address and every demo account', async () => {
    const shop = await world()
    // A shop that has something in it: an empty one would be told the whole demo world here, which test/e2e/boot.test.ts
    // sees a start do.
    await product(shop)
    const text = await announced(shop)
    expect(text).toMatch(/http:\/\/127\.0\.0\.1:\d+/)
    for (const { email, password } of await ensureDemoAccounts(shop.ctx)) expect(text).toMatch(new RegExp(`${email}\\s+${password}`))
    expect(text).not.toContain('first-admin')
  })

  it('prints the link of the first admin where demo accounts may not be', async () => {
    const shop = await world({ env: { PUBLIC_URL: 'https://shop.example' } })
    const text = await announced(shop)
    const token = /https:\/\/shop\.example\/zh\/first-admin\?token=(\w+)/.exec(text)?.[1]
    expect(text).not.toContain('demo')
    expect(
      (await createFirstAdmin(shop.ctx, { token: token ?? '', email: 'boss@example.test', password: 'a long sentence 9', name: 'x' })).ok,
    ).toBe(true)
    expect(await announced(shop)).not.toContain('first-admin')
  })
})
