import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { type Ground, makeGround } from './ground.ts'
import { everything, expectOurErrors, type House, openHouse } from './house.ts'

let house: House
let ground: Ground
let before: Record<string, string>
beforeAll(async () => {
  house = await openHouse()
  ground = await makeGround(house)
  before = await everything(house.world)
})
afterAll(async () => {
  expect(house.faults()).toEqual([])
  expect(await everything(house.world)).toEqual(before)
  await house.close()
})

const CLOSE = 'Connection: close\r\n\r\n'
const refused = async (bytes: string | Buffer, status: number) => {
  const { body, ...told } = await house.raw(bytes)
  expect(told.status, `${bytes.toString().slice(0, 80)} ${told.head.slice(0, 200)}`).toBe(status)
  expectOurErrors({ status: told.status, text: body, body: JSON.parse(body) })
  expect(told.head.toLowerCase()).toContain('content-security-policy')
  expect(told.head.toLowerCase()).toContain('no-store')
}

describe('what is no request that anybody could answer', () => {
  it.each([
    ['no HTTP at all', 'GARBAGE\r\n\r\n', 400],
    ['a Host with a space', `GET /api/products HTTP/1.1\r\nHost: a b\r\n${CLOSE}`, 400],
    ['a Host with markup', `GET /v1/me/summary HTTP/1.1\r\nHost: <script>\r\n${CLOSE}`, 400],
    ['a Host with a path', `GET /api/products HTTP/1.1\r\nHost: a/b\r\n${CLOSE}`, 400],
    ['a Host with a user', `GET /api/products HTTP/1.1\r\nHost: a@b\r\n${CLOSE}`, 400],
    ['a Host with an impossible port', `GET /api/products HTTP/1.1\r\nHost: a:99999\r\n${CLOSE}`, 400],
    ['a whole address as the target', `GET http://evil.example/v1/me HTTP/1.1\r\nHost: x\r\n${CLOSE}`, 400],
    ['the server as a whole', `OPTIONS * HTTP/1.1\r\nHost: x\r\n${CLOSE}`, 400],
    ['TRACE', `TRACE /api/products HTTP/1.1\r\nHost: x\r\n${CLOSE}`, 405],
    ['PROPFIND', `PROPFIND /v1/products HTTP/1.1\r\nHost: x\r\n${CLOSE}`, 405],
    ['a NUL in the target', `GET /\0 HTTP/1.1\r\nHost: x\r\n${CLOSE}`, 400],
    ['a NUL in a header', `GET / HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n${CLOSE}`, 400],
    ['a header without an end', `GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n${CLOSE}`, 400],
    ['two lengths', `POST /v1/touches HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n${CLOSE}{}`, 400],
    [
      'a length and chunks',
      `POST /v1/touches HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n${CLOSE}0\r\n\r\n`,
      400,
    ],
    ['a negative length', `POST /v1/touches HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n${CLOSE}`, 400],
    [
      'broken chunks',
      `POST /v1/touches HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n${CLOSE}zz\r\n`,
      400,
    ],
    ['an address of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n${CLOSE}`, 431],
    ['a header of 20 KB', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n${CLOSE}`, 431],
    ['a cookie of 20 KB', `GET /v1/me/summary HTTP/1.1\r\nHost: x\r\nCookie: a=${'b'.repeat(20_000)}\r\n${CLOSE}`, 431],
  ])('%s is refused', (_, bytes, status) => refused(bytes, status))

  it('a body larger than it may be is refused while it comes, also without a length', async () => {
    const large = `{"a":"${'x'.repeat(1_200_000)}"}`
    for (const path of ['/api/products', '/v1/cart/items', '/webhooks/sandbox'])
      await refused(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n${CLOSE}${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`,
        413,
      )
  })

  it('a body that breaks off leaves no line of a fault', async () => {
    const { hostname, port } = new URL(house.url)
    for (const path of ['/api/products', '/v1/cart/items', '/v1/media', '/webhooks/sandbox']) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":`)
          setTimeout(() => socket.destroy(), 50)
        })
        socket.on('close', () => resolve())
        socket.on('error', () => resolve())
      })
    }
    expect((await house.ask('GET', '/v1/me/summary')).status).toBe(200)
  })
})

describe('a path or cookie that cannot be decoded', () => {
  const bad = ['%', '%z', '%zz', '%00', 'a%00b', '%ff', '%c0%af', '%ed%a0%80', '%E4%B8']
  const areas = [
    '/',
    '/v1/products/',
    '/v1/creators/',
    '/v1/orders/',
    '/api/products/',
    '/webhooks/',
    '/media/',
    '/assets/',
    '/admin/',
    '/zh/p/',
  ]

  it.each(areas)('is refused below %s', async (area) => {
    for (const part of bad) {
      const told = await house.ask('GET', area + part)
      expect([told.status, area + part]).toEqual([400, area + part])
      expectOurErrors(told)
    }
  })

  it('ATT-06 still leads home below /go/, whatever comes', async () => {
    for (const code of [
      ...bad,
      '%2e%2e%2fetc',
      'x'.repeat(5000),
      `${ground.code}%00`,
      '🌱',
      `${ground.code}/x`,
      `?from=${'y'.repeat(3000)}`,
      '//evil.example',
    ]) {
      const told = await house.ask('GET', `/go/${code}`)
      expect([told.status, told.headers.get('location'), code.slice(0, 40)]).toEqual([302, '/zh', code.slice(0, 40)])
    }
    const many = await house.ask('GET', `/go/nothing?from=a&from=b&share=c&share=d&__proto__=x&from=%zz`)
    expect([many.status, many.headers.get('location')]).toEqual([302, '/zh'])
  })

  it('is as if it were not there in a cookie', async () => {
    const cookie = `payload-token=%zz; zc_cart=%00; zc_orders=%ff.x; zc_visitor=${'x'.repeat(2000)}; __proto__=1; constructor=2; zc_lang=../../x; =; ;;; a`
    expect((await house.ask('GET', '/v1/me/summary', { headers: { cookie } })).body).toMatchObject({ status: 'anonymous', cartCount: 0 })
    expect((await house.ask('GET', '/v1/cart', { headers: { cookie } })).status).toBe(200)
    expect((await house.ask('GET', `/v1/orders/${ground.order}`, { headers: { cookie } })).status).toBe(404)
    expect((await house.ask('GET', '/go/nothing', { headers: { cookie } })).headers.get('location')).toBe('/zh')
  })
})

describe('a query', () => {
  it.each([
    '/v1/search?q=a&q=b',
    '/v1/search?kind=nonsense',
    '/v1/search?page=0',
    '/v1/search?page=-1',
    '/v1/search?page=1.5',
    '/v1/search?page=NaN',
    '/v1/search?page=Infinity',
    '/v1/search?page=1e300',
    '/v1/search?page=1&page=2',
    '/v1/search?q=%00',
    `/v1/search?q=${'x'.repeat(201)}`,
    '/v1/products?page=501',
    '/v1/products?locale=fr',
    '/v1/products?locale=zh&locale=en',
    '/v1/feeds/secret',
    '/v1/feeds/for-you?after=nonsense',
    '/v1/feeds/for-you?after=e30',
    '/v1/feeds/for-you?after=%00',
    '/v1/creators/nobody?kind=x',
    '/v1/pieces/secret/1',
    '/v1/cart?price=1',
  ])('is refused where it is not what the schema says: %s', async (path) => {
    const told = await house.ask('GET', path)
    expect([told.status, (told.body as { errors: { code: string }[] }).errors[0]?.code], told.text).toEqual([422, 'invalid'])
  })

  it.each([
    ['fan', '/v1/orders?limit=0'],
    ['fan', '/v1/orders?limit=1000'],
    ['fan', '/v1/orders?cursor=nonsense'],
    ['fan', '/v1/orders?user=somebody'],
    ['creator', '/v1/me/earnings?before=-5'],
    ['creator', '/v1/me/earnings?creator=other'],
    ['creator', '/v1/me/statement.csv?month=2026-13'],
    ['creator', '/v1/me/statement.csv?month=..%2f..'],
    ['creator', '/v1/me/statement.csv'],
    ['finance', '/v1/staff/orders?state=nonsense'],
    ['finance', '/v1/staff/orders?find=%00'],
    ['editor', '/v1/review?page=0'],
    ['editor', '/v1/review?perPage=100000'],
  ] as const)('of a %s is refused: %s', async (as, path) => {
    expect((await house.ask('GET', path, { as })).status).toBe(422)
  })
})

it('unknown places and methods are refused in the same shape', async () => {
  for (const [method, path, status] of [
    ['GET', '/nothing', 404],
    ['POST', '/nothing', 404],
    ['GET', '/v1', 404],
    ['GET', '/v1/nothing', 404],
    ['PUT', '/v1/products', 405],
    ['DELETE', '/v1/openapi.json', 404],
    ['GET', '/webhooks/sandbox', 405],
    ['POST', '/webhooks/nothing', 404],
    ['POST', '/webhooks/__proto__', 404],
    ['POST', '/webhooks', 404],
    ['POST', '/go/code', 404],
    ['GET', `/v1/orders/${newId()}`, 404],
    ['GET', `/v1/pieces/post/${newId()}`, 404],
    ['GET', '/v1/products/nothing', 404],
    ['GET', '/v1/creators/__proto__', 404],
    ['GET', '/v1/orders/constructor', 404],
  ] as const) {
    const told = await house.ask(method, path)
    expect([told.status, path]).toEqual([status, path])
    expectOurErrors(told)
  }
})

it('a notice of payment is refused without its signature, whatever it says', async () => {
  const event = { id: 'evt_1', type: 'payment.settled', reference: 'x', amount: 1, currency: 'CNY' }
  for (const [body, headers] of [
    [JSON.stringify(event), {}],
    [JSON.stringify(event), { 'sandbox-signature': 't=1,v1=00', signature: 't=1,v1=00' }],
    ['{', {}],
    ['', {}],
    [Buffer.from([0, 255, 0]), {}],
    [JSON.stringify(event), { 'content-encoding': 'gzip' }],
  ] as [string | Buffer, Record<string, string>][]) {
    const told = await house.ask('POST', '/webhooks/sandbox', { body, headers })
    expect([400, 403, 415], told.text).toContain(told.status)
    expectOurErrors(told)
  }
})
