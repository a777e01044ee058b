import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { PART_SIZE } from '../../../src/flows/shop/list-addresses.ts'
import { sitemapIndex, sitemapPart } from '../../../src/server/sitemap.ts'
import { product } from '../../builders/catalogue.ts'
import { openSite, type Site } from '../../builders/http.ts'
import { creator, person } from '../../builders/people.ts'
import { must, postDraft, publishedPost, publishedVideoNote, submitted } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let site: Site
let author: Awaited<ReturnType<typeof creator>>
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world.ctx)
  author = await creator(world, { handle: 'xiao_man' })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const locs = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => (loc ?? '').replace(site.url, ''))
const read = async (path: string) => locs((await site.ask('GET', path)).text)

describe('robots.txt', () => {
  it('leads to the sitemap and keeps robots out of carts, accounts and programs’ doors', async () => {
    const { status, text, headers } = await site.ask('GET', '/robots.txt')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(text).toContain(`Sitemap: ${site.url}/sitemap.xml`)
    for (const path of ['/go/', '/v1/', '/admin', '/*/cart', '/*/studio']) expect(text).toContain(`Disallow: ${path}\n`)
    expect(text).not.toMatch(/Disallow: \/\n/)
  })
})

describe('the sitemap', () => {
  it('lists its parts, and each part exactly what everybody may see, with its day and its languages', async () => {
    const { slug, productId } = await product(world)
    const draft = await product(world)
    await world.payload.update({ collection: 'products', id: draft.productId, data: { status: 'draft' } })
    const seen = await publishedPost(world, { author, products: [productId] })
    const hidden = await submitted(world, author, 'posts', await postDraft(world, author))
    const note = await publishedVideoNote(world, { author })
    const index = await site.ask('GET', '/sitemap.xml')
    expect([index.status, index.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
    const parts = await read('/sitemap.xml')
    expect(parts).toEqual(['pages', 'posts', 'videos', 'products', 'creators', 'topics'].map((kind) => `/sitemap-${kind}-1.xml`))
    const all = (await Promise.all(parts.map(read))).flat()
    expect(all.toSorted()).toEqual(
      [
        ...['/zh', '/en', '/zh/search?kind=product', '/en/search?kind=product'],
        ...[`/zh/p/${seen.id}`, `/zh/v/${note.id}`],
        ...['zh', 'en'].flatMap((lang) => [`/${lang}/product/${slug}`, `/${lang}/creator/xiao_man`]),
      ].toSorted(),
    )
    expect(all.join()).not.toContain(hidden.id)
    const { text } = await site.ask('GET', '/sitemap-products-1.xml')
    expect(text).toMatch(/<lastmod>\d{4}-\d\d-\d\dT[\d:.]+Z<\/lastmod>/)
    expect(text).toContain(`<xhtml:link rel="alternate" hreflang="zh-CN" href="${site.url}/zh/product/${slug}"/>`)
    expect(text).toContain(`<xhtml:link rel="alternate" hreflang="x-default" href="${site.url}/zh/product/${slug}"/>`)
  })

  it('names a translation in both directions, and lists each piece once', async () => {
    const original = await publishedPost(world, { author })
    const draft = { language: 'en' as const, translationOf: original.id, title: 'Three things for a weekend outside' }
    const translated = await publishedPost(world, { author, draft })
    const { text } = await site.ask('GET', '/sitemap-posts-1.xml')
    const [zh, en] = [`${site.url}/zh/p/${original.id}`, `${site.url}/en/p/${translated.id}`]
    for (const own of [zh, en]) {
      const entries = text.split('<url>').filter((entry) => entry.includes(`<loc>${own}</loc>`))
      expect(entries).toHaveLength(1)
      expect(entries[0]).toContain(`hreflang="zh-CN" href="${zh}"`)
      expect(entries[0]).toContain(`hreflang="en" href="${en}"`)
      expect(entries[0]).toContain(`hreflang="x-default" href="${zh}"`)
    }
  })

  it('forgets at once what is taken down, and whoever is suspended (Visibility)', async () => {
    const gone = await publishedPost(world, { author })
    const other = await creator(world, { handle: 'a_shu' })
    const hers = await publishedPost(world, { author: other })
    const posts = async () => (await read('/sitemap-posts-1.xml')).join()
    expect(await posts()).toContain(gone.id)
    must(await takeDownPiece(world.ctx, await person(world, ['editor']), { pieceId: gone.id, rule: 'ad-not-disclosed', reason: '未标注' }))
    await world.payload.update({ collection: 'creators', id: other.creatorId, data: { status: 'suspended' } })
    expect(await posts()).not.toContain(gone.id)
    expect(await posts()).not.toContain(hers.id)
    expect(await read('/sitemap-creators-1.xml')).not.toContain('/zh/creator/a_shu')
  })

  it('has no part behind the last, and none of another kind', async () => {
    for (const path of ['/sitemap-posts-2.xml', '/sitemap-orders-1.xml', '/sitemap-posts-0.xml'])
      expect([path, (await site.ask('GET', path)).status]).toEqual([path, 404])
    expect(await read('/sitemap-topics-1.xml')).toEqual([])
  })

  it('stays inside what the protocol allows: 50,000 addresses and 50 MB in a part', () => {
    const long = `/zh/product/${'长'.repeat(40)}`
    const pages = Array.from({ length: PART_SIZE + 5 }, () => ({
      paths: [
        ['zh', long],
        ['en', long],
      ] as ['zh' | 'en', string][],
      changedAt: '2026-11-02T04:00:00.000Z',
    }))
    const xml = sitemapPart('https://shop.example', pages)
    expect(locs(xml)).toHaveLength(2 * PART_SIZE)
    expect(2 * PART_SIZE).toBeLessThanOrEqual(50_000)
    expect(Buffer.byteLength(xml)).toBeLessThan(50 * 1024 * 1024)
    expect(xml).not.toContain('长')
    expect(locs(sitemapIndex('https://shop.example', { pages: 1, posts: 3, videos: 1, products: 1, creators: 1, topics: 1 }))).toHaveLength(
      8,
    )
  })
})
