import { randomUUID } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { pageKey } from '../../../src/server/pages/key.ts'
import { bodyFor, type Page, toPage } from '../../../src/server/pages/page.ts'
import { PageCache } from '../../../src/server/pages/page-cache.ts'
import { PopularPages } from '../../../src/server/pages/popular.ts'
import { rendered, rules, serve, site, textOf } from './kit.ts'

const text = Array.from(
  { length: 300 },
  (_, at) => `<article id="${randomUUID()}"><h2>笔记 ${at % 7}</h2><p>种草 ${at}</p></article>`,
).join('')
const pageOf = (encoding: 'br' | 'gzip' = 'br', body = text) => toPage(rendered(body, []), encoding)
const length = (page: Page) => bodyFor(page, 'br').body.length

it('a page that is asked for again and again is packed smaller, once, and is the same page', async () => {
  const page = await pageOf()
  const before = length(page)
  const popular = new PopularPages({ now: () => page.madeAt + 11_000 })
  for (let asked = 1; asked < 5; asked += 1) popular.sent(page)
  await popular.settled()
  expect(length(page)).toBe(before)
  popular.sent(page)
  await popular.settled()
  const after = bodyFor(page, 'br').body
  expect(after.length).toBeLessThan(before)
  expect(brotliDecompressSync(after).toString()).toBe(text)
  popular.sent(page)
  await popular.settled()
  expect(bodyFor(page, 'br').body).toBe(after)
})

it('what has not stood for ten seconds, or was never sent in brotli, is left alone', async () => {
  const packed: Page[] = []
  const pack = async (page: Page) => void packed.push(page)
  const young = await pageOf()
  const popular = new PopularPages({ now: () => young.madeAt + 9_000, pack })
  for (let asked = 0; asked < 50; asked += 1) popular.sent(young)
  await popular.settled()
  expect(packed).toEqual([])
  for (const page of [await pageOf('gzip'), await pageOf('br', '<p>短</p>')]) {
    const all = new PopularPages({ now: () => page.madeAt + 20_000 })
    for (let asked = 0; asked < 9; asked += 1) all.sent(page)
    await all.settled()
    expect([text, '<p>短</p>']).toContain(textOf(page))
  }
})

it('one after the other, a fault leaves the page as it is, and a crowd does not pile up', async () => {
  const pages = await Promise.all(Array.from({ length: 130 }, () => pageOf('gzip', 'x'.repeat(600))))
  let [now, most, made] = [0, 0, 0]
  const pack = async () => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setImmediate(resolve))
    now -= 1
    if (++made % 3 === 0) throw new Error('no memory')
  }
  const popular = new PopularPages({ now: () => performance.now() + 60_000, pack })
  const askAll = () => {
    for (const page of pages) popular.sent(page)
  }
  for (let asked = 0; asked < 5; asked += 1) askAll()
  await popular.settled()
  expect([most, made]).toEqual([1, 100])
  askAll()
  await popular.settled()
  expect([most, made]).toEqual([1, 130])
})

it('its strong tag changes with its bytes, and its old bytes are not said to be fresh', async () => {
  const cache = new PageCache({ maxBytes: 1e6, render: async () => rendered(text, []) })
  const { ask, close } = await serve(cache)
  try {
    const headers = { 'accept-encoding': 'br' }
    const first = await ask('/zh', headers)
    const key = pageKey('/zh', site, rules)
    const kept = key && cache.kept(key)
    if (!kept) throw new Error('nothing is kept')
    const popular = new PopularPages({ now: () => kept.madeAt + 11_000 })
    for (let asked = 0; asked < 5; asked += 1) popular.sent(kept)
    await popular.settled()
    const later = await ask('/zh', headers)
    expect(later.headers.etag).not.toBe(first.headers.etag)
    expect(Number(later.headers['content-length'])).toBeLessThan(Number(first.headers['content-length']))
    expect(brotliDecompressSync(later.body).toString()).toBe(text)
    expect((await ask('/zh', { ...headers, 'if-none-match': first.headers.etag ?? '' })).status).toBe(200)
    expect((await ask('/zh', { ...headers, 'if-none-match': later.headers.etag ?? '' })).status).toBe(304)
    expect((await ask('/zh', { 'accept-encoding': 'gzip' })).headers.etag).not.toBe(later.headers.etag)
  } finally {
    await close()
  }
})
