import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/lib/ids.ts'
import { askPage, both, handsOf, metric } from './desk-hands.ts'
import { removeFolders, type Site, startSite } from './site.ts'

/** A page that is kept is everybody's: nothing of who asks reaches it, and nobody can fill the memory with pages of his own. */

let site: Site
let session: string
/** One public page of each kind, as links of the shop name them. */
let pages: Record<'post' | 'note' | 'product' | 'creator' | 'topic', string>

beforeAll(async () => {
  site = await startSite()
  session = (await handsOf(site, 'admin')).cookie
  const home = (await askPage(site, '/zh')).text
  const post = linkIn(home, '/zh/p/')
  const { text } = await askPage(site, post)
  const went = await askPage(site, linkIn(text, '/go/'))
  pages = {
    post,
    note: linkIn(home, '/zh/v/'),
    creator: linkIn(text, '/zh/creator/'),
    topic: linkIn(text + home, '/zh/topic/'),
    product: (went.headers.get('location') ?? '').replace(/^\/en/, '/zh').replace(/\?.*/, ''),
  }
})
afterAll(async () => {
  await site?.stop()
  await removeFolders()
})

function linkIn(html: string, begin: string): string {
  const found = html.match(new RegExp(`href="(${begin}[^"?#]+)`))?.[1]
  if (!found) throw new Error(`There is no link to ${begin}`)
  return found
}

const all = (): string[] => ['/zh', '/en', '/zh?tab=trending', '/zh/search?kind=product', ...Object.values(pages)]

async function warm(paths: readonly string[]): Promise<void> {
  for (const path of paths) for (let twice = 0; twice < 2; twice += 1) await askPage(site, path)
}

describe('a kept page', () => {
  const get = (path: string, headers: Record<string, string>) =>
    new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
      const req = request(site.url + path, { headers, agent: false }, (res) => {
        let body = ''
        res.setEncoding('utf8').on('data', (part: string) => (body += part))
        res.on('end', () => resolve({ status: res.statusCode ?? 0, body, headers: res.headers }))
      })
      req.on('error', reject).end()
    })

  it('is the same for everybody, and sets no cookie', async () => {
    for (const path of both(all())) {
      let { body, headers } = await get(path, {})
      const visitors: Record<string, string>[] = [
        { cookie: `${session}; zc_lang=en; theme=dark; zc_visitor=${newId()}; zc_consent=granted` },
        { 'user-agent': 'Googlebot/2.1' },
        { 'accept-language': 'en-GB,en' },
        { authorization: 'Bearer nobody' },
        { referer: 'https://elsewhere.example/', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      ]
      for (const visitor of visitors) {
        let other = await get(path, visitor)
        // Jobs of the first seconds purge the page, and each copy says when it was made: asked again until they are done.
        for (let again = 0; again < 40 && other.headers.etag !== headers.etag; again += 1) {
          await new Promise((resolve) => setTimeout(resolve, 500))
          ;({ body, headers } = await get(path, {}))
          other = await get(path, visitor)
        }
        expect([other.body === body, other.headers.etag, path]).toEqual([true, headers.etag, path])
      }
      expect([headers['set-cookie'], headers.vary, headers['cache-control']]).toEqual([
        undefined,
        'Accept-Encoding',
        'public, max-age=0, s-maxage=1, must-revalidate',
      ])
    }
  })

  it('has data of one person and of errors beside it, which are kept by nobody', async () => {
    const creator = await handsOf(site, 'creator')
    for (const path of ['/zh/studio', '/zh/studio.data', '/zh/desk.data', '/zh/account/none.data', '/zh/.data'])
      expect([(await askPage(site, path, { cookie: creator.cookie })).headers.get('cache-control'), path]).toEqual([
        'private, no-store',
        path,
      ])
  })

  it('are read, and say so to who would write them', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS']) {
      const refused = await fetch(site.url + pages.topic, { method })
      expect([method, refused.status, refused.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD'])
    }
  })

  it('never names a Host that a visitor made up', async () => {
    const path = pages.post
    const port = new URL(site.url).port
    for (const host of ['evil.example', `127.0.0.1:1`, `evil.example:${port}`, `localhost.evil.example:${port}`]) {
      const theirs = await get(path, { host })
      expect([theirs.headers['cache-control'], host]).toEqual(['private, no-store', host])
    }
    expect((await get(path, { host: 'evil.example' })).body).toContain('http://evil.example')
    expect((await get(path, {})).body).not.toContain('evil.example')
    expect((await get(path, { host: `localhost:${port}` })).body).toContain(`http://localhost:${port}`)
    expect((await get(path, {})).body).toContain(site.url)
  })

  it('is found by made-up parameters, which make no page of their own', async () => {
    await warm(['/zh', pages.post, pages.product])
    const kept = await metric(site, 'page_cache_pages')
    for (let index = 0; index < 50; index += 1) {
      const x = newId()
      await askPage(site, `/zh?x=${x}&utm_source=${x}&page=${x}&feed=${x}`)
      await askPage(site, `${pages.post}?via=${x}&q=${x}&_routes=${x}`)
      await askPage(site, `${pages.product}?via=x${index}`)
      await askPage(site, `${pages.product}?variant=${x}`)
      await askPage(site, `/zh/product/none-${index}?via=x${index}`)
    }
    // Pages that a purge of the first minute took away may come back meanwhile; fifty made-up ones of a kind may not stay.
    expect((await metric(site, 'page_cache_pages')) - kept).toBeLessThan(25)
  })

  it('stays through a flood of addresses that are not there', async () => {
    await warm(['/zh'])
    for (let part = 0; part < 10; part += 1) await Promise.all(Array.from({ length: 20 }, () => askPage(site, `/zh/p/${newId()}`)))
    const renders = await metric(site, 'page_cache_total{outcome="renders"}')
    await askPage(site, '/zh')
    expect(await metric(site, 'page_cache_total{outcome="renders"}')).toBe(renders)
  })

  it('carries a policy of hashes and the same headers as every answer, and answers 304', async () => {
    const kept = await askPage(site, '/zh')
    const own = await askPage(site, '/zh/cart')
    const csp = kept.headers.get('content-security-policy') ?? ''
    expect(csp).toMatch(new RegExp(`script-src ${site.url}/assets/( 'sha256-[\\w+/=]{44}')+;`))
    expect(csp).not.toMatch(/nonce|unsafe-inline'?[^;]*script/)
    expect(kept.text).not.toMatch(/ nonce="/)
    const rest = (policy: string) => policy.replace(/script-src [^;]+/, '')
    expect(rest(csp)).toBe(rest(own.headers.get('content-security-policy') ?? ''))
    const fixed = [
      'referrer-policy',
      'x-content-type-options',
      'x-frame-options',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
    ]
    for (const name of fixed) expect([kept.headers.get(name), name]).toEqual([own.headers.get(name), name])
    expect(kept.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    const again = await get('/zh', { 'if-none-match': String((await get('/zh', {})).headers.etag) })
    expect([again.status, again.body]).toEqual([304, ''])
  })
})
