import { describe, expect, it } from 'vitest'
import { PageCache, type Render } from '../../../src/server/pages/page-cache.ts'
import { keyOf, rendered, sleep, textOf } from './kit.ts'

const cacheOf = (render: Render, more: { maxBytes?: number; maxAgeMs?: number; current?: () => boolean } = {}) =>
  new PageCache({ maxBytes: 1e6, render, ...more })

describe('the page cache', () => {
  it('renders once for a hundred who come at once', async () => {
    let renders = 0
    const cache = cacheOf(async () => {
      renders += 1
      await sleep(10)
      return rendered('x', ['a'])
    })
    const pages = await Promise.all(Array.from({ length: 100 }, () => cache.get(keyOf('/zh'))))
    expect([renders, new Set(pages).size, cache.stats.joined]).toEqual([1, 1, 99])
  })

  it.each([
    [200, 1],
    [404, 1],
    [410, 1],
    [302, 0],
    [400, 0],
    [403, 0],
  ])('keeps an answer %i: %i', async (status, kept) => {
    const cache = cacheOf(async () => rendered('x', [], { status }))
    expect([(await cache.get(keyOf('/zh')))?.status, cache.store.size]).toEqual([status, kept])
  })

  it('hands nobody what belongs to somebody, and keeps nothing that asked not to be kept', async () => {
    const personal = cacheOf(async () => rendered('x', [], { shared: false }))
    expect([await personal.get(keyOf('/zh')), personal.store.size]).toEqual([undefined, 0])
    const fleeting = cacheOf(async () => rendered('x', [], { storable: false }))
    expect([(await fleeting.get(keyOf('/zh')))?.status, fleeting.store.size]).toEqual([200, 0])
  })

  it('fails for those who waited for a render that failed, and only for those', async () => {
    let fails = true
    const cache = cacheOf(async () => {
      await sleep(2)
      if (fails) throw new Error('the database is away')
      return rendered('x', [])
    })
    const results = await Promise.allSettled([cache.get(keyOf('/zh')), cache.get(keyOf('/zh'))])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    fails = false
    expect((await cache.get(keyOf('/zh')))?.status).toBe(200)
  })

  it('neither grows nor forgets what is read under a flood of addresses that are not there', async () => {
    const maxBytes = 2e6
    const cache = cacheOf(
      async ({ url }) => (url.includes('good') ? rendered('good'.repeat(5000), [url]) : rendered('no', [`piece:${url}`], { status: 404 })),
      { maxBytes },
    )
    const good = Array.from({ length: 50 }, (_, index) => keyOf(`good${index}`))
    for (const key of good) for (let twice = 0; twice < 2; twice += 1) await cache.get(key)
    for (let index = 0; index < 10_000; index += 1) {
      const key = keyOf(`/zh/p/none-${index}`)
      await cache.get(key)
      await cache.get(key)
      if (cache.store.bytes > maxBytes) throw new Error(`${cache.store.bytes} bytes are kept`)
    }
    const { renders } = cache.stats
    for (const key of good) await cache.get(key)
    expect(cache.stats.renders).toBe(renders)
    expect(cache.store.tagCount).toBeLessThanOrEqual(cache.store.size)
  })

  it('does not let searches and cursors, however often they are asked, push out what is read', async () => {
    const cache = cacheOf(async ({ url }) => rendered(url.repeat(2000), [url]), { maxBytes: 1e6 })
    await cache.get(keyOf('good'))
    await cache.get(keyOf('good'))
    for (let index = 0; index < 3_000; index += 1) {
      const key = { ...keyOf(`/zh/search?q=${index}`), open: true }
      for (let thrice = 0; thrice < 3; thrice += 1) await cache.get(key)
    }
    const { renders } = cache.stats
    await cache.get(keyOf('good'))
    expect(cache.stats.renders).toBe(renders)
  })

  it('makes no entry of a made-up code or cursor on a page that is not there', async () => {
    const cache = cacheOf(async () => rendered('no', [], { status: 404 }))
    await cache.get({ ...keyOf('/zh/product/none?via=x'), open: true })
    expect(cache.store.size).toBe(0)
  })

  it('drops exactly the pages with the tag', async () => {
    const cache = cacheOf(async ({ url }) => rendered(url, url.split(',')))
    const urls = ['a', 'b', 'a,b', 'c']
    for (const url of urls) await cache.get(keyOf(url))
    cache.purge(new Set(['a']))
    expect(urls.map((url) => cache.kept(keyOf(url)) !== undefined)).toEqual([false, true, false, true])
  })

  it('makes a page anew when it is too old, purge or not', async () => {
    let renders = 0
    const cache = cacheOf(async () => rendered(String(++renders), []), { maxAgeMs: 20 })
    await cache.get(keyOf('x'))
    expect(cache.kept(keyOf('x'))).toBeDefined()
    await sleep(30)
    expect(cache.kept(keyOf('x'))).toBeUndefined()
    expect(textOf((await cache.get(keyOf('x'))) as never)).toBe('2')
  })

  it('makes a page again that was purged while it was made: those who waited get the new one', async () => {
    let state = 'old'
    const cache = cacheOf(async () => {
      const seen = state
      await sleep(20)
      return rendered(seen, ['a'])
    })
    const answer = cache.get(keyOf('x'))
    await sleep(5)
    state = 'new'
    cache.purge(new Set(['a']))
    expect(textOf((await answer) as never)).toBe('new')
    expect([cache.stats.renders, cache.stats.stale]).toEqual([2, 1])
  })

  it('serves and keeps nothing while purges cannot be read, and lets those who come at once share a render', async () => {
    let current = true
    let version = 1
    const cache = cacheOf(
      async () => {
        await sleep(5)
        return rendered(`v${version}`, ['a'])
      },
      { current: () => current },
    )
    await cache.get(keyOf('x'))
    current = false
    version = 2
    const pages = await Promise.all(Array.from({ length: 50 }, () => cache.get(keyOf('x'))))
    expect(pages.map((page) => textOf(page as never))).toEqual(Array.from({ length: 50 }, () => 'v2'))
    expect(cache.stats.renders).toBe(2)
    version = 3
    expect(textOf((await cache.get(keyOf('x'))) as never)).toBe('v3')
  })
})
