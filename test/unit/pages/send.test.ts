import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { bodyFor, chooseEncoding, holds } from '../../../src/server/pages/page.ts'
import { PageCache, type Render } from '../../../src/server/pages/page-cache.ts'
import { keyOf, rendered, serve } from './kit.ts'

const LONG = '<p>种草</p>'.repeat(500)
let open: Awaited<ReturnType<typeof serve>> | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})
const site = async (render: Render) => {
  open = await serve(new PageCache({ maxBytes: 1e6, render }))
  return open.ask
}

describe('a kept page over HTTP', () => {
  it.each([
    [undefined, undefined, (body: Buffer) => body],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
  ] as const)('is whole in every encoding, by HEAD and by 304: %s', async (accept, encoding, unpack) => {
    const ask = await site(async () => rendered(LONG, []))
    const headers: Record<string, string> = accept ? { 'accept-encoding': accept } : {}
    const full = await ask('/zh/p/1', headers)
    const head = await ask('/zh/p/1', headers, 'HEAD')
    expect(unpack(full.body).toString()).toBe(LONG)
    expect(full.headers).toMatchObject({ vary: 'Accept-Encoding', 'x-fixed': 'yes', 'x-request-id': 'request-1' })
    expect(full.headers['content-encoding']).toBe(encoding)
    expect(Number(full.headers['content-length'])).toBe(full.body.length)
    expect(full.headers['cache-control']).toBe('public, max-age=0, s-maxage=1, must-revalidate')
    expect(head.body.length).toBe(0)
    for (const name of ['content-length', 'etag', 'content-encoding', 'content-type', 'cache-control', 'vary'])
      expect([head.headers[name], name]).toEqual([full.headers[name], name])
    const etag = full.headers.etag ?? ''
    for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const not = await ask('/zh/p/1', { ...headers, 'if-none-match': given })
      expect([not.status, not.body.length, not.headers.etag, not.headers['x-fixed']]).toEqual([304, 0, etag, 'yes'])
    }
    expect((await ask('/zh/p/1', { ...headers, 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('has another strong tag in each encoding', async () => {
    const ask = await site(async () => rendered(LONG, []))
    const tags = await Promise.all(['', 'gzip', 'br'].map(async (accept) => (await ask('/zh', { 'accept-encoding': accept })).headers.etag))
    expect(new Set(tags).size).toBe(3)
  })

  it('is the same whoever asks: nothing of the visitor reaches the render', async () => {
    const given: object[] = []
    const ask = await site(async (page) => {
      given.push(page)
      return rendered(LONG, [])
    })
    const plain = await ask('/zh/p/1')
    const visitors: Record<string, string>[] = [
      { cookie: 'sid=1' },
      { 'accept-language': 'en' },
      { authorization: 'Bearer x' },
      { 'user-agent': 'bot' },
      { 'x-forwarded-host': 'evil.example' },
    ]
    for (const headers of visitors) {
      const other = await ask('/zh/p/1?utm_campaign=1', headers)
      expect([other.body.equals(plain.body), other.headers['set-cookie']]).toEqual([true, undefined])
    }
    expect(given.map((page) => Object.keys(page).sort())).toEqual([['key', 'open', 'origin', 'representation', 'url']])
  })

  it('lets pass what is no kept page', async () => {
    const ask = await site(async () => rendered('own', [], { shared: false }))
    expect([(await ask('/zh/p/1', {}, 'POST')).status, (await ask('/studio')).status, (await ask('/zh/p/1')).status]).toEqual([
      299, 299, 299,
    ])
  })

  it('stays 404 when the browser has it already; a redirect is kept by nobody', async () => {
    const moved = { status: 302, headers: [['location', '/zh']] as [string, string][] }
    const ask = await site(async ({ url }) => rendered('no', [], url === '/en' ? moved : { status: 404 }))
    const missing = await ask('/zh/p/9')
    expect((await ask('/zh/p/9', { 'if-none-match': missing.headers.etag ?? '' })).status).toBe(404)
    const { status, headers } = await ask('/en')
    expect([status, headers.location, headers['cache-control'], headers.etag]).toEqual([302, '/zh', 'no-store', undefined])
  })
})

describe('the packing of a page', () => {
  it('is done for who asks, the second encoding once somebody wants it, and once however many ask at that time', async () => {
    const cache = new PageCache({ maxBytes: 1e6, render: async () => rendered(LONG, []) })
    const first = await cache.get(keyOf('/zh'), 'br')
    const size = cache.store.bytes
    expect(first && [holds(first, 'br'), holds(first, 'gzip'), holds(first, 'identity')]).toEqual([true, false, true])
    const rest = await Promise.all([1, 2, 3].map(() => cache.get(keyOf('/zh'), 'gzip')))
    expect(new Set(rest.map((page) => page && bodyFor(page, 'gzip').body)).size).toBe(1)
    for (const wanted of ['br', 'gzip'] as const) expect(first && holds(first, wanted), wanted).toBe(true)
    expect(first && gunzipSync(bodyFor(first, 'gzip').body).toString()).toBe(LONG)
    expect(first && bodyFor(first, 'identity').body.toString()).toBe(LONG)
    expect([cache.stats.renders, cache.store.bytes]).toEqual([1, size])
  })

  it('gives who joins a render his own encoding', async () => {
    const cache = new PageCache({ maxBytes: 1e6, render: async () => rendered(LONG, []) })
    const [br, gzip] = await Promise.all([cache.get(keyOf('/zh'), 'br'), cache.get(keyOf('/zh'), 'gzip')])
    expect(br && brotliDecompressSync(bodyFor(br, 'br').body).toString()).toBe(LONG)
    expect(gzip && gunzipSync(bodyFor(gzip, 'gzip').body).toString()).toBe(LONG)
    expect(cache.stats).toMatchObject({ renders: 1, joined: 1 })
  })

  it('leaves a small page as it is', async () => {
    const cache = new PageCache({ maxBytes: 1e6, render: async () => rendered('<p>种草</p>', []) })
    const page = await cache.get(keyOf('/zh'), 'br')
    expect(page && bodyFor(page, 'br')).toMatchObject({ encoding: 'identity' })
  })
})

describe('the encoding', () => {
  it.each([
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.4', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity', 'identity'],
    ['BR', 'br'],
    ['', 'identity'],
    ['br;q=x', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
  ])('for "%s" is %s', (accept, wanted) => expect(chooseEncoding(accept)).toBe(wanted))
})
