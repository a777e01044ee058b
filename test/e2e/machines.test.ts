import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonLdBlock, kindsIn } from '../builders/schema-org.ts'
import { removeFolders, type Site, startSite } from './site.ts'

/** Every public page of the first world, as a search engine or a messenger reads it: without a browser. */
let site: Site
let pages: { path: string; html: string }[]
beforeAll(async () => {
  site = await startSite()
  const parts = locs(await (await fetch(`${site.url}/sitemap.xml`)).text())
  const addresses: string[] = []
  for (const part of parts) addresses.push(...locs(await (await fetch(part)).text()))
  pages = []
  for (const address of addresses) {
    const answer = await fetch(address, { redirect: 'manual' })
    expect([answer.status, address]).toEqual([200, address])
    pages.push({ path: address.replace(site.url, ''), html: await answer.text() })
  }
})
afterAll(async () => {
  await site.stop()
  await removeFolders()
})

const locs = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => (loc ?? '').replaceAll('&amp;', '&'))

/** Attributes of each tag of a kind, as the page wrote them. */
function tags(html: string, name: string): Record<string, string>[] {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, inside]) =>
    Object.fromEntries(
      [...(inside ?? '').matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [
        (key ?? '').toLowerCase(),
        (value ?? '').replaceAll('&amp;', '&'),
      ]),
    ),
  )
}
const meta = (html: string, name: string): string | undefined =>
  tags(html, 'meta').find((one) => (one.property ?? one.name) === name)?.content
const links = (html: string, rel: string) => tags(html, 'link').filter((one) => one.rel === rel)

const kindOf = (path: string): string => /^\/(?:zh|en)\/(p|v|product|creator|topic)\//.exec(path)?.[1] ?? 'other'
const wanted: Record<string, string[]> = {
  p: ['SocialMediaPosting', 'BreadcrumbList'],
  v: ['VideoObject', 'BreadcrumbList'],
  product: ['Product', 'BreadcrumbList'],
  creator: ['ProfilePage', 'BreadcrumbList'],
  topic: ['CollectionPage', 'BreadcrumbList'],
}

describe('every page that the sitemap names', () => {
  it('is of every kind that there is, in both languages', () => {
    expect(new Set(pages.map(({ path }) => kindOf(path)))).toEqual(new Set([...Object.keys(wanted), 'other']))
    expect(new Set(pages.map(({ path }) => path.slice(1, 3)))).toEqual(new Set(['zh', 'en']))
  })

  it('says in JSON-LD what it shows, as schema.org and search engines want it', () => {
    for (const { path, html } of pages) {
      const blocks = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(([, json]) =>
        JSON.parse(json ?? ''),
      )
      const expected = wanted[kindOf(path)]
      if (!expected) continue
      expect([path, blocks.length]).toEqual([path, 1])
      const read = jsonLdBlock.safeParse(blocks[0])
      expect(read.error?.issues ?? [], path).toEqual([])
      if (read.success) expect([path, kindsIn(read.data)]).toEqual([path, expected])
    }
    expect(pages.find(({ path }) => path === '/zh')?.html).toContain('SearchAction')
  })

  it('names itself as its canonical address, and its languages name each other', () => {
    const byPath = new Map(pages.map(({ path, html }) => [path, html]))
    for (const { path, html } of pages) {
      expect(
        links(html, 'canonical').map(({ href }) => href),
        path,
      ).toEqual([site.url + path])
      expect(meta(html, 'og:url')).toBe(site.url + path)
      expect(meta(html, 'robots')).toBeUndefined()
      const ways = links(html, 'alternate').filter(({ hreflang }) => hreflang)
      if (ways.length === 0) continue
      expect(ways.map(({ hreflang }) => hreflang)).toEqual(['zh-CN', 'en', 'x-default'])
      for (const { href = '' } of ways) {
        const other = byPath.get(href.replace(site.url, ''))
        expect([path, href, other !== undefined]).toEqual([path, href, true])
        expect(links(other ?? '', 'alternate').map((one) => one.href)).toContain(site.url + path)
      }
    }
  })

  it('has a title and a description of its own, and a picture that is there, as large as it says', async () => {
    const seen = new Map<string, string>()
    for (const { path, html } of pages) {
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
      expect(title.length, path).toBeGreaterThan(1)
      if (kindOf(path) !== 'other') expect([path, seen.get(path.slice(0, 3) + title)]).toEqual([path, undefined])
      seen.set(path.slice(0, 3) + title, path)
      expect(['summary', 'summary_large_image']).toContain(meta(html, 'twitter:card'))
      if (['p', 'v', 'product', 'creator'].includes(kindOf(path)))
        expect([path, meta(html, 'og:image:width'), meta(html, 'og:image:height')]).toEqual([path, '1200', '630'])
    }
    // Each is drawn when it is asked for, a tenth of a second apiece: some of every kind.
    const some = [...Object.keys(wanted), 'other'].flatMap((kind) => pages.filter(({ path }) => kindOf(path) === kind).slice(0, 4))
    for (const { path, html } of some) {
      const answer = await fetch(meta(html, 'og:image') ?? '', { redirect: 'manual' })
      expect([path, answer.status, answer.headers.get('content-type')?.startsWith('image/')]).toEqual([path, 200, true])
    }
  }, 180_000)

  it('names icons and manifests that are there', async () => {
    const { html } = pages[0]!
    for (const rel of ['icon', 'apple-touch-icon', 'manifest'])
      for (const { href = '' } of links(html, rel)) expect([rel, href, (await fetch(site.url + href)).status]).toEqual([rel, href, 200])
    expect(['icon', 'apple-touch-icon', 'manifest'].map((rel) => links(html, rel).length > 0)).toEqual([true, true, true])
    expect((await fetch(`${site.url}/favicon.ico`)).headers.get('content-type')).toContain('icon')
    const language = (path: string) => links(pages.find((one) => one.path === path)?.html ?? '', 'manifest')[0]?.href
    expect([language('/zh'), language('/en')]).toEqual(['/manifest.webmanifest', '/manifest.en.webmanifest'])
  })
})

describe('pictures on pages', () => {
  const pictures = () => pages.flatMap(({ path, html }) => tags(html, 'img').map((img) => ({ path, img })))

  it('have their size before they come, so that nothing moves, and words for who does not see them', () => {
    for (const { path, img } of pictures()) {
      if (!img.src?.startsWith('/media/')) continue
      expect([path, img.src, Number(img.width) > 0, Number(img.height) > 0]).toEqual([path, img.src, true, true])
      expect(img.srcset && img.sizes, `${path} ${img.src}`).toBeTruthy()
      expect('alt' in img, path).toBe(true)
    }
  })

  it('wait until they are near, but for the first, which comes first', () => {
    for (const { path, html } of pages) {
      const eager = tags(html, 'img').filter((img) => img.src?.startsWith('/media/') && img.loading !== 'lazy')
      const kind = kindOf(path)
      expect([path, eager.length <= 6]).toEqual([path, true])
      const first = eager.filter((img) => img.fetchpriority === 'high').length
      if (['p', 'product'].includes(kind)) expect([path, first]).toEqual([path, 1])
      if (kind === 'creator') expect([path, first <= 1], 'the cover alone').toEqual([path, true])
    }
  })
})
