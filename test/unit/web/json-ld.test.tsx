import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub, Meta } from 'react-router'
import { describe, expect, it } from 'vitest'
import type { MediaFacts, PostFacts, VideoNoteFacts } from '../../../src/flows/shop/views.ts'
import { secondOfAnchor } from '../../../src/ui/view/moment-anchor.ts'
import { duration, graph, type Place, postThing, productThing, type SaidProduct, videoThings } from '../../../src/web/lib/json-ld.ts'
import { type PublicFacts, publicMeta } from '../../../src/web/lib/public-meta.ts'
import { creatorPage, homePage, postPage, productPage, topicPage, videoPage } from '../../../src/web/routes/shop/page-facts.ts'
import { jsonLdBlock, kindsIn } from '../../builders/schema-org.ts'

const place: Place = { origin: 'https://shop.example', url: 'https://shop.example/zh/p/1', locale: 'zh' }
const picture: MediaFacts = {
  id: 'm',
  kind: 'image',
  width: 1600,
  height: 2000,
  alt: '小桌',
  sources: [{ url: '/media/ab/{width}.webp', type: 'image/webp', widths: [360, 720, 1080] }],
}
const money = (amount: number, currency = 'CNY') => ({ amount, currency })

const post = (more: Partial<PostFacts> = {}): PostFacts => ({
  id: '1',
  lang: 'zh',
  title: '三样东西',
  body: '说说感受 [[1]]',
  creator: { id: 'c', handle: 'xiao_man', name: '小满', followers: 3, verticals: [] },
  labels: ['commission'],
  placements: [],
  topics: [{ slug: 'camping', name: '露营' }],
  likes: 9,
  publishedAt: '2026-11-02T04:00:00.000Z',
  related: [],
  pictures: [picture],
  ...more,
})

const placed = (slug: string, from?: number, to?: number) => ({
  id: slug,
  number: 1,
  kind: from === undefined ? ('text' as const) : ('moment' as const),
  product: { id: slug, slug, title: `产品 ${slug}`, lang: 'zh' as const, price: money(100), stock: 1 },
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

const note = (more: Partial<VideoNoteFacts> = {}): VideoNoteFacts => {
  const { pictures, ...base } = post()
  return {
    ...base,
    video: { ...picture, kind: 'video', videoUrl: '/media/ab/x.mp4', durationSeconds: 12.4 },
    placements: [placed('tent', 0.5, 3.2), placed('lamp', 7)],
    ...more,
  }
}

const product = (prices: number[], currency = 'CNY'): SaidProduct => ({
  id: 'p',
  slug: 'tent',
  title: '帐篷',
  pictures: [picture],
  variants: prices.map((amount, at) => ({ id: `v${at}`, options: { 颜色: `色 ${at}` }, price: money(amount, currency), stock: at })),
})

function blockOf(pathname: string, facts: PublicFacts): unknown {
  const list = publicMeta({ location: { pathname }, matches: [{ id: 'root', loaderData: { origin: 'https://shop.example' } }] }, facts)
  return list.flatMap((one) => ('script:ld+json' in one ? [one['script:ld+json']] : []))[0]
}

describe('what a page says to machines', () => {
  const pages: [string, PublicFacts, string[]][] = [
    ['/zh', homePage('zh'), ['WebSite']],
    ['/en', homePage('en'), ['WebSite']],
    ['/zh/p/1', postPage(post(), 'zh'), ['SocialMediaPosting', 'BreadcrumbList']],
    [
      '/en/p/1',
      postPage(post({ editedAt: '2026-11-03T04:00:00.000Z', editNote: '补充', placements: [placed('tent')] }), 'en'),
      ['SocialMediaPosting', 'BreadcrumbList'],
    ],
    ['/zh/v/1', videoPage(note(), 'zh'), ['VideoObject', 'BreadcrumbList']],
    ['/zh/product/tent', productPage(product([12_900]), 'zh'), ['Product', 'BreadcrumbList']],
    ['/en/product/tent', productPage(product([12_900, 9_900, 12_900]), 'en'), ['Product', 'BreadcrumbList']],
    ['/zh/topic/camping', topicPage({ name: '露营' }, 'zh'), ['CollectionPage', 'BreadcrumbList']],
    [
      '/en/creator/xiao_man',
      creatorPage(
        { id: 'c', handle: 'xiao_man', name: '小满', bio: '爱露营', joinedAt: '2026-01-01T00:00:00.000Z', avatar: picture },
        'en',
      ),
      ['ProfilePage', 'BreadcrumbList'],
    ],
  ]
  it.each(pages)('keeps to schema.org and to what search engines demand: %s', (pathname, facts, kinds) => {
    const block = jsonLdBlock.parse(blockOf(pathname, facts))
    expect(kindsIn(block)).toEqual(kinds)
  })

  it('is said of a suspended creator by nobody', () => {
    const suspended = creatorPage({ id: 'c', handle: 'x', name: 'X', joinedAt: '2026-01-01T00:00:00.000Z', suspended: true }, 'zh')
    expect(kindsIn(jsonLdBlock.parse(blockOf('/zh/creator/x', suspended)))).toEqual(['BreadcrumbList'])
    expect(suspended.card).toBeUndefined()
  })

  it('names prices as exact decimals of their currency, and what can be had', () => {
    expect(productThing(place, product([12_900])).offers).toMatchObject({
      price: '129.00',
      priceCurrency: 'CNY',
      availability: 'https://schema.org/OutOfStock',
    })
    expect(productThing(place, product([12_900], 'JPY')).offers).toMatchObject({ price: '12900' })
    expect(productThing(place, product([5, 1_000_000_007])).offers).toMatchObject({
      lowPrice: '0.05',
      highPrice: '10000000.07',
      offerCount: 2,
      offers: [{ availability: 'https://schema.org/OutOfStock' }, { availability: 'https://schema.org/InStock' }],
    })
  })

  it('gives a video its moments, its length and its file; without a file it is none', () => {
    const [said] = videoThings(place, note())
    expect(said).toMatchObject({
      duration: 'PT12S',
      contentUrl: 'https://shop.example/media/ab/x.mp4',
      thumbnailUrl: ['https://shop.example/media/ab/1080.webp'],
    })
    expect(said?.hasPart).toEqual([
      { '@type': 'Clip', name: '产品 tent', startOffset: 0, endOffset: 4, url: `${place.url}#t=0` },
      { '@type': 'Clip', name: '产品 lamp', startOffset: 7, url: `${place.url}#t=7` },
    ])
    expect(videoThings(place, note({ video: { ...picture, kind: 'video' } }))).toEqual([])
    expect(['#t=7', '#t=7.5,9', '#text', '', '#t=x', '#t=-1'].map(secondOfAnchor)).toEqual([7, 7.5, null, null, null, null])
    expect([0.2, 59.6, 60, 61, 125].map(duration)).toEqual(['PT1S', 'PT1M', 'PT1M', 'PT1M1S', 'PT2M5S'])
  })

  it('says the words of a text and not its marks, and no product that was withdrawn', () => {
    const gone = { ...placed('old'), product: { ...placed('old').product, withdrawn: true } }
    const said = postThing(place, post({ placements: [gone, placed('tent'), placed('tent')] }))
    expect(said.articleBody).not.toContain('[[')
    expect(said.mentions).toEqual([{ '@id': 'https://shop.example/zh/product/tent#product', name: '产品 tent' }])
  })

  it('cannot end its own script: a title is data (CSP and XSS)', () => {
    const title = '</script><script>alert(1)</script><!--'
    const facts = graph([postThing(place, post({ title }))])
    const Page = createRoutesStub([{ id: 'page', path: '/', Component: Meta, meta: () => [{ 'script:ld+json': facts }] }])
    const html = renderToStaticMarkup(<Page />)
    expect(html).toMatch(/^<script type="application\/ld\+json">/)
    expect(html.match(/<\/?script/g)).toHaveLength(2)
    expect(html).not.toContain('</script><script>')
    expect(html).not.toContain('<!--')
    expect(JSON.parse(html.replace(/<\/?script[^>]*>/g, ''))).toEqual(facts)
  })
})
