import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../src/server/app.ts'
import { product, productLink, programme } from '../../builders/catalogue.ts'
import { creator } from '../../builders/people.ts'
import { type House, openHouse } from '../http/house.ts'

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'

let house: House
let behindProxy: House
beforeAll(async () => {
  house = await openHouse()
  behindProxy = await openHouse({ TRUST_PROXY: 'loopback', SANDBOX_PAYMENTS: '1' })
})
afterAll(async () => {
  await house.close()
  await behindProxy.close()
})

async function linkIn({ world }: House): Promise<string> {
  const { creatorId } = await creator(world)
  const { productId } = await product(world, {})
  return (await productLink(world, { creatorId, productId, programmeId: await programme(world) })).code
}
const click = async (at: House, code: string, headers: Record<string, string> = {}) =>
  at.ask('GET', `/go/${code}`, { headers: { 'user-agent': phone, ...headers } })

describe('the door of /go stands ahead of Express and', () => {
  it('answers with a redirect alone: no body, no script, kept by nobody', async () => {
    const { status, text, headers } = await click(house, await linkIn(house))
    expect([status, text, headers.get('content-length')]).toEqual([302, '', '0'])
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
  })

  it('carries every fixed header that Express sends', async () => {
    const [ours, express] = [await click(house, 'nothing'), await house.ask('GET', '/v1/products')]
    const left = [...express.headers.keys()].filter((name) => !ours.headers.has(name))
    expect(left.filter((name) => !/^(ratelimit|content-|etag|vary|transfer-)/.test(name))).toEqual([])
  })

  it('is all there is: the app behind it knows no /go', () => {
    const paths = createApp(house.world.ctx, { readiness: { state: 'ready' }, version: 'test' }).router.stack.map(({ path }) => path)
    expect(paths).not.toContain('/go')
  })

  it('is one line of the log, without the query, and one of the measured requests', async () => {
    const count = async () =>
      Number(/http_request_duration_seconds_count\{[^}]*area="go"[^}]*\} (\d+)/.exec((await house.ask('GET', '/metrics')).text)?.[1] ?? 0)
    const before = await count()
    const { headers } = await click(house, 'nothing?from=feed&secret=1')
    expect(await count()).toBe(before + 1)
    const line = house
      .logged()
      .split('\n')
      .find((one) => one.includes(headers.get('x-request-id') ?? '-'))
    expect(JSON.parse(line ?? '{}')).toMatchObject({ req: { method: 'GET', path: '/go/nothing' }, res: { status: 302 } })
    expect((await house.ask('GET', '/metrics')).text).toMatch(/^http_requests_in_flight 1$/m)
  })

  it('believes a proxy that is trusted, and nobody else, about https and the name of the request', async () => {
    const told = { 'x-forwarded-proto': 'https, http', 'x-request-id': 'named-by-the-proxy' }
    const trusted = await click(behindProxy, await linkIn(behindProxy), told)
    expect(trusted.headers.getSetCookie().join()).toMatch(/^zc_visitor=.*; Secure$/)
    expect(trusted.headers.get('x-request-id')).toBe('named-by-the-proxy')
    const stranger = await click(house, await linkIn(house), told)
    expect(stranger.headers.getSetCookie().join()).toMatch(/^zc_visitor=(?!.*Secure)/)
    expect(stranger.headers.get('x-request-id')).not.toBe('named-by-the-proxy')
  })

  it('leaves to Express what is no click', async () => {
    expect((await house.ask('POST', '/go/x')).status).toBe(404)
    expect((await house.ask('GET', '/going')).status).toBe(404)
    expect((await house.raw('GET /go/x HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')).status).toBe(400)
    expect((await house.raw('GET http://127.0.0.1/go/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).status).toBe(400)
    for (const path of ['/go', '/go/', '/go?x=1', '/GO/x']) expect([(await house.ask('GET', path)).status, path]).toEqual([302, path])
  })
})
