import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieNames } from '../../../src/lib/cookies.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type Ground, makeGround } from './ground.ts'
import { type House, openHouse } from './house.ts'

let house: House
let ground: Ground
beforeAll(async () => {
  house = await openHouse()
  ground = await makeGround(house)
})
afterAll(() => house.close())

describe('every kind of answer', () => {
  const kinds: [string, string, string, number][] = [
    ['JSON', 'GET', '/v1/products', 200],
    ['an error of /v1', 'GET', '/v1/nothing', 404],
    ['malformed JSON', 'POST', '/v1/touches', 400],
    ['Payload’s REST', 'GET', '/api/products', 200],
    ['a refusal of Payload’s', 'GET', '/api/orders', 403],
    ['a file that is not there', 'GET', '/media/ab/x.webp', 404],
    ['a redirect', 'GET', '/go/nothing', 302],
    ['a webhook', 'POST', '/webhooks/sandbox', 403],
    ['operations', 'GET', '/readyz', 200],
    ['a page that is not there', 'GET', '/nothing', 404],
    ['a path that cannot be read', 'GET', '/%zz', 400],
    ['OPTIONS', 'OPTIONS', '/v1/products', 405],
  ]

  it.each(kinds)('carries the headers that protect who gets it: %s', async (_, method, path, status) => {
    const { headers, ...told } = await house.ask(method, path, method === 'POST' ? { body: '{' } : {})
    const csp = headers.get('content-security-policy') ?? ''
    // Express answers OPTIONS of a path that it knows by itself.
    expect([status, 200]).toContain(told.status)
    expect(csp).toMatch(/default-src '(self|none)'/)
    expect(csp.replaceAll(`${house.url}/assets/`, '')).not.toMatch(/script-src[^;]*unsafe|script-src[^;]*\*|https?:/)
    expect(csp === "default-src 'none'" || /frame-ancestors 'none'/.test(csp), csp).toBe(true)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[\w-]{8,64}$/),
    })
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    for (const name of ['x-powered-by', 'server', 'access-control-allow-origin', 'access-control-allow-credentials'])
      expect([headers.get(name), name]).toEqual([null, name])
  })

  it('has a nonce and a request id of its own, and takes neither from a stranger', async () => {
    const nonce = /'nonce-([^']+)'/
    const given = { 'x-request-id': 'mine-mine-mine' }
    const two = [await house.ask('GET', '/v1/products', { headers: given }), await house.ask('GET', '/v1/products', { headers: given })]
    const seen = two.map(({ headers }) => nonce.exec(headers.get('content-security-policy') ?? '')?.[1])
    expect([new Set(seen).size, seen.every((one) => (one?.length ?? 0) >= 20)]).toEqual([2, true])
    expect(new Set([...two.map(({ headers }) => headers.get('x-request-id')), given['x-request-id']]).size).toBe(3)
  })

  it('is not shared with other sites, whatever Origin asks', async () => {
    for (const path of ['/v1/products', '/api/products', '/v1/me/summary']) {
      const { headers } = await house.ask('GET', path, { headers: { origin: 'https://evil.example' } })
      expect([headers.get('access-control-allow-origin'), path]).toEqual([null, path])
    }
  })

  it('about a person is kept by nobody in between', async () => {
    for (const path of ['/v1/me', '/v1/me/summary', '/v1/cart', '/v1/orders', `/v1/orders/${ground.order}`, '/api/users/me', '/api/users'])
      expect([(await house.ask('GET', path, { as: 'fan' })).headers.get('cache-control'), path]).toEqual([
        expect.stringMatching(/no-store/),
        path,
      ])
  })

  it('is sent by https with HSTS and Secure cookies where the site says that it is https', async () => {
    const away = await openHouse({ PUBLIC_URL: 'https://shop.example', SANDBOX_PAYMENTS: '1' })
    const told = await away.ask('POST', '/v1/auth/log-in', { body: { email: away.people.fan.email, password: 'correct horse 7' } })
    expect(told.headers.get('strict-transport-security')).toContain('max-age=31536000')
    expect(told.headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
    expect(told.headers.getSetCookie()[0]).toMatch(/^payload-token=.*; Path=\/; SameSite=Lax; Max-Age=1209600; HttpOnly; Secure$/)
    await away.close()
  })
})

describe('cookies', () => {
  it('are for this site and no script, each of them', async () => {
    const goods = { variantId: ground.variantId, quantity: 1 }
    const answers = [
      await house.ask('POST', '/v1/auth/log-in', { body: { email: house.people.fan.email, password: 'correct horse 7' } }),
      await house.ask('POST', '/v1/cart/items', { body: goods }),
      await house.ask('GET', `/go/${ground.code}`, { headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0' } }),
    ]
    const all = answers.flatMap(({ headers }) => headers.getSetCookie())
    expect(all.map((one) => one.split('=')[0]).sort()).toEqual([cookieNames.cart, cookieNames.session, cookieNames.visitor].sort())
    for (const one of all) expect(one.split('; ')).toEqual(expect.arrayContaining(['Path=/', 'SameSite=Lax', 'HttpOnly']))
    for (const one of all) expect(one).not.toContain('Domain')
  })
})

describe('the Origin of a write with a cookie', () => {
  const strangers: Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { referer: 'https://evil.example/' },
  ]

  it.each(['payload-token', 'zc_cart', 'zc_orders'])('has to be ours for each kind of cookie and each door: %s', async (name) => {
    const cookie = `${name}=anything`
    for (const headers of [
      ...strangers,
      { origin: house.url.replace('127.0.0.1', 'localhost') },
      { origin: house.url.replace('http:', 'https:') },
    ]) {
      for (const [method, path] of [
        ['POST', '/v1/cart/items'],
        ['DELETE', `/v1/cart/items/${newId()}`],
        ['POST', '/v1/auth/log-out'],
        ['POST', '/v1/media'],
        ['POST', '/api/products'],
        ['DELETE', `/api/products/${ground.productId}`],
        ['PATCH', '/api/globals/shop-settings'],
        ['POST', '/zh/cart'],
        ['POST', '/admin'],
      ] as const) {
        const told = await house.ask(method, path, { body: {}, headers: { cookie, ...headers } })
        expect([told.status, told.text.includes('bad_origin'), path], JSON.stringify(headers)).toEqual([403, true, path])
      }
    }
    const own = await house.ask('DELETE', `/v1/cart/items/${newId()}`, { headers: { cookie, origin: house.url } })
    expect(own.text).not.toContain('bad_origin')
  })
})

describe('limits', () => {
  it('answer 429 in our shape, with how long to wait, for each kind of door', async () => {
    const away = await openHouse()
    const flood = async (path: string, most: number, init: RequestInit = {}) => {
      for (let at = 0; at < most; at++) await (await fetch(away.url + path, init)).arrayBuffer()
      return fetch(away.url + path, init)
    }
    const json = { 'content-type': 'application/json' }
    const tries: [string, number, RequestInit][] = [
      ['/v1/auth/verify-email', 60, { method: 'POST', headers: json, body: '{"token":"x"}' }],
      ['/v1/checkout/start', 60, { method: 'POST', headers: json, body: '{"a":1}' }],
      ['/v1/touches', 240, { method: 'POST', headers: json, body: '{}' }],
    ]
    for (const [path, most, init] of tries) {
      const told = await flood(path, most, init)
      expect([told.status, path]).toEqual([429, path])
      expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(told.headers.get('cache-control')).toBe('no-store')
      expect(await told.json()).toMatchObject({ errors: [{ code: 'too_many', message: expect.stringContaining(String(most)) }] })
    }
    // What a stranger claims about his address does not give him another count.
    const claimed = await fetch(`${away.url}/v1/touches`, {
      method: 'POST',
      headers: { ...json, 'x-forwarded-for': '9.9.9.9' },
      body: '{}',
    })
    expect(claimed.status).toBe(429)
    // Others are not kept waiting: an account has a count of its own, and the redirect none.
    expect((await fetch(`${away.url}/go/nothing`, { redirect: 'manual' })).status).toBe(302)
    await away.close()
  })
})

describe('the log', () => {
  it('holds no address, number, password, key, cookie or name of a person, wherever they were sent', async () => {
    const marks = {
      mail: 'leak-me@example.test',
      phone: '13912345678',
      password: 'hunter2 leaks',
      key: 'SECRETKEYSECRETKEY',
      name: '漏出来的名字',
      agent: 'LeakyAgent/1.0',
    }
    const headers = {
      'user-agent': marks.agent,
      cookie: `zc_cart=${marks.key}; zc_orders=${newId()}.${marks.key}`,
      authorization: `Bearer ${marks.key}`,
      origin: house.url,
      referer: `https://x.example/?${marks.mail}`,
    }
    const contact = { email: marks.mail, phone: marks.phone, name: marks.name }
    const query = `mail=${marks.mail}&phone=${marks.phone}&key=${marks.key}&name=${encodeURIComponent(marks.name)}`
    for (const [method, path, body] of [
      ['POST', '/v1/auth/log-in', { email: marks.mail, password: marks.password }],
      ['POST', '/v1/auth/sign-up', { email: marks.mail, password: marks.password, name: marks.name }],
      ['POST', '/v1/auth/sign-up', { email: marks.mail, password: marks.password, name: marks.name, phone: marks.phone }],
      ['POST', '/v1/auth/forgot-password', { email: marks.mail }],
      ['POST', '/v1/auth/reset-password', { token: marks.key, password: marks.password }],
      ['POST', '/v1/checkout', { contact }],
      ['POST', '/api/users', { ...contact, password: marks.password }],
      ['POST', '/api/users/login', { email: marks.mail, password: marks.password }],
      ['GET', `/v1/orders/${ground.order}?${query}`, undefined],
      ['GET', `/v1/search?q=${encodeURIComponent(marks.name)}&${query}`, undefined],
      ['GET', `/v1/staff/orders?find=${marks.mail}`, undefined],
      ['GET', `/api/users?where[email][equals]=${marks.mail}`, undefined],
      ['GET', `/api/users?where[email][near]=${marks.mail}`, undefined],
      ['GET', `/go/x?${query}`, undefined],
      ['POST', `/webhooks/sandbox?${query}`, contact],
      ['GET', `/zh/reset-password?token=${marks.key}`, undefined],
    ] as const)
      await house.ask(method, path, { ...(body ? { body } : {}), headers: { ...headers, 'idempotency-key': newId() } })
    await house.ask('POST', '/api/users', {
      as: 'admin',
      body: { email: house.people.fan.email, password: marks.password, name: marks.name, locale: 'zh' },
    })
    const logged = house.logged()
    expect(logged.length).toBeGreaterThan(1000)
    for (const [what, mark] of Object.entries(marks))
      expect([what, logged.includes(mark), logged.includes(encodeURIComponent(mark))]).toEqual([what, false, false])
    for (const { email } of Object.values(house.people)) expect(logged).not.toContain(email)
    expect(logged).not.toContain(ground.order)
  })

  it('keeps the values of a statement that fails to itself', async () => {
    const { log } = house.world.ctx
    const failed = new Error('Failed query: insert into users values (?, ?)\nparams: leak-too@example.test,13811112222')
    log.error({ err: new Error('The job failed', { cause: failed }) }, 'a job')
    log.error({ err: failed }, 'a statement')
    expect(house.faults().at(-1)).toContain('insert into users')
    expect(house.logged()).not.toContain('leak-too')
    expect(house.logged()).not.toContain('13811112222')
  })
})
