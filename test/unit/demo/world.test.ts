import { describe, expect, it } from 'vitest'
import { productsOf } from '../../../src/flows/operations/seed/read-piece-sheet.ts'
import { readStory } from '../../../src/flows/operations/seed/tell-story.ts'
import { worldFiles } from '../../../src/flows/operations/seed/world-files.ts'
import { graphemeLength } from '../../../src/lib/graphemes.ts'
import { marksOf } from '../../../src/lib/text.ts'
import { wasPriceDays } from '../../../src/modules/catalogue/index.ts'
import { judgeComment } from '../../../src/modules/moderation/index.ts'

const { products, creators, pieces, shown, comments, soldOut, money, plan } = await readStory()
const hotspots = await worldFiles.hotspots()
const shelves = await worldFiles.shelves()
const active = creators.filter(({ suspendedDaysAgo }) => suspendedDaysAgo === undefined)
const slugs = new Set(products.map(({ slug }) => slug))
const of = (state: string) => pieces.filter((piece) => piece.state === state)

describe('the demo world', () => {
  it('has what the issue asks for: products in seven categories, creators with faces, posts and video notes', () => {
    expect(products.length).toBeGreaterThanOrEqual(36)
    expect(new Set(products.map(({ category }) => category))).toEqual(new Set(shelves.categories.map(({ key }) => key)))
    expect(shelves.categories).toHaveLength(7)
    expect(active).toHaveLength(10)
    expect(new Set(active.flatMap(({ avatar }) => avatar ?? [])).size).toBe(10)
    expect(shown.filter(({ kind }) => kind === 'posts').length).toBeGreaterThanOrEqual(40)
    expect(shown.filter(({ kind }) => kind === 'video-notes')).toHaveLength(12)
    expect(new Set(shown.map(({ author }) => author))).toEqual(new Set(active.map(({ handle }) => handle)))
  })

  it('shows options as swatches only where the values are colours: what tastes, smells or works differently is written', () => {
    const coloured = products.filter(({ variants }) => variants.every(({ swatch }) => swatch !== null))
    const names = new Set(coloured.map(({ options }) => options[0]?.en))
    expect(names).toEqual(new Set(['Colour', 'Frame', 'Glaze', 'Handle', 'Print', 'Shade']))
  })

  it('has pieces in every state that the desk and the studio know', () => {
    const counts = ['review', 'changes', 'rejected', 'draft', 'taken-down', 'scheduled'].map((state) => of(state).length)
    expect(counts).toEqual([5, 2, 1, 3, 1, 1])
    expect(of('scheduled').map(({ ahead }) => ahead)).toEqual([2])
    expect(pieces.filter(({ edit }) => edit)).toHaveLength(1)
    for (const { key, grounds, title, body } of [...of('changes'), ...of('rejected'), ...of('taken-down')]) {
      expect(grounds?.reason.length, key).toBeGreaterThan(10)
      if (grounds?.evidence) expect(`${title}\n${body}`, key).toContain(grounds.evidence)
    }
  })

  it('has one creator who was suspended after her pieces came out, of whom nothing is shown', () => {
    const gone = creators.filter((creator) => !active.includes(creator))
    expect(gone.map(({ suspendedDaysAgo }) => suspendedDaysAgo)).toEqual([8])
    const hers = pieces.filter(({ author }) => author === gone[0]?.handle)
    expect(hers.length).toBeGreaterThanOrEqual(2)
    for (const { key, state, ago } of hers) {
      expect([key, state]).toEqual([key, 'published'])
      expect(ago, key).toBeGreaterThan(8)
      expect(
        shown.map((piece) => piece.key),
        'it is gone',
      ).not.toContain(key)
    }
  })

  it('has one product in a single kind and two of which nothing is left, all of them on pieces that people see', () => {
    const single = products.filter(({ variants }) => variants.length === 1).map(({ slug }) => slug)
    expect(single).toHaveLength(1)
    expect(soldOut).toHaveLength(2)
    const alone = shown.filter((piece) => piece.kind === 'posts' && productsOf(piece).length === 1).flatMap(productsOf)
    expect(alone, 'a card says what can be bought in one tap').toContain(single[0])
    expect(alone, 'a card says that it is sold out').toContain(soldOut[0]?.product)
    for (const { product, reason } of soldOut) {
      expect(shown.flatMap(productsOf), product).toContain(product)
      expect(reason.length, product).toBeGreaterThan(10)
    }
  })

  it('is written in 中文 and English, each piece in one of them, some of them twice', () => {
    const english = shown.filter(({ language }) => language === 'en')
    expect(english.length).toBeGreaterThanOrEqual(12)
    expect(shown.length - english.length).toBeGreaterThanOrEqual(30)
    for (const { key, language, title, body } of pieces) {
      if (language === 'en') expect(`${title}${body}`, key).not.toMatch(/\p{Script=Han}/u)
      else expect(body, key).toMatch(/\p{Script=Han}/u)
    }
    const translations = pieces.filter(({ translates }) => translates)
    expect(translations.length).toBeGreaterThanOrEqual(3)
    for (const { key, author, language, translates } of translations) {
      const original = pieces.find((piece) => piece.key === translates)
      expect(original, key).toMatchObject({ author, state: 'published' })
      expect(original?.language, key).not.toBe(language)
    }
  })

  it('is written at length, and no two pieces out of one mould', () => {
    for (const { key, kind, language, body, title } of shown) {
      const length = language === 'zh' ? graphemeLength(body) : body.split(/\s+/).length
      const [least, most] = kind === 'video-notes' ? [30, 320] : language === 'zh' ? [120, 700] : [55, 260]
      expect(length, key).toBeGreaterThanOrEqual(least ?? 0)
      expect(length, key).toBeLessThanOrEqual(most ?? 0)
      expect(graphemeLength(title), key).toBeLessThanOrEqual(60)
    }
    const originals = pieces.filter(({ body }) => body.length > 40).map(({ key, body }) => ({ key, grams: gramsOf(body) }))
    for (const [at, one] of originals.entries())
      for (const other of originals.slice(at + 1)) expect(overlap(one.grams, other.grams), `${one.key} and ${other.key}`).toBeLessThan(0.12)
  })

  it('puts on a picture only what is drawn on it, and speaks of everything that it puts there', () => {
    for (const piece of pieces) {
      const drawn = new Set((hotspots[piece.pictures[0]?.file ?? ''] ?? []).map(({ product }) => product))
      for (const product of piece.spots) expect(drawn, `${piece.key}: ${product}`).toContain(product)
      const placed = productsOf(piece)
      for (const product of placed) expect(slugs, piece.key).toContain(product)
      expect([...new Set(marksOf(piece.body))].sort(), piece.key).toEqual(placed.map((_, at) => at + 1))
      for (const { file, alt } of piece.pictures) expect(alt, `${piece.key}: ${file}`).not.toBe('')
    }
  })

  it('adds up what things cost as the shop does, and draws the tube that is spoken of', () => {
    const outfit = pieces.find(({ key }) => key === 'one-outfit')!
    const prices = productsOf(outfit).map((slug) => products.find((one) => one.slug === slug)!.variants[0]!.price)
    expect(outfit.title).toContain(prices.reduce((sum, yuan) => sum + yuan, 0).toLocaleString('en'))
    const tube = hotspots['scene-bath-shelf']?.find(({ product }) => product === 'sunscreen') as { colour?: number } | undefined
    expect(tube?.colour, 'the one with alcohol, which stings').toBe(0)
  })

  it('has captions for every clip, within its seconds and one after the other, and moments that do not overlap', () => {
    for (const { key, clip, captions, moments } of pieces.filter(({ kind }) => kind === 'video-notes')) {
      const times = [...(captions ?? '').matchAll(/^(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d\.\d{3})$/gm)]
      expect(captions, key).toMatch(/^WEBVTT\n/)
      expect(times.length, key).toBeGreaterThanOrEqual(2)
      const seconds = times.flatMap(([, m1, s1, m2, s2]) => [Number(m1) * 60 + Number(s1), Number(m2) * 60 + Number(s2)])
      expect(seconds, key).toEqual([...seconds].sort((a, b) => a - b))
      expect(seconds.at(-1), key).toBeLessThanOrEqual(clip?.seconds ?? 0)
      const spans = moments.flatMap(({ from, to }) => [from, to])
      expect(spans, key).toEqual([...spans].sort((a, b) => a - b))
      expect(spans.at(-1), key).toBeLessThanOrEqual(clip?.seconds ?? 0)
    }
  })

  it('declares its interests in more than one way, and keeps out the words that the advertising law bans', () => {
    expect(new Set(shown.map(({ disclosure }) => disclosure)).size).toBeGreaterThanOrEqual(3)
    const banned =
      /国家级|最高级|最佳|顶级|极品|第一品牌|最好|最优|最便宜|最低价|最先进|最安全|史上最|全网|销量第一|唯一|独一无二|首选|独家|绝对|万能|100 ?%|永久|零风险|无副作用|极致|世界领先|特供|专供|治愈|疗效|根治/
    for (const { key, title, body } of shown) expect(`${title}\n${body}`, key).not.toMatch(banned)
    for (const { slug, title, description } of products) expect(`${title.zh}\n${description.zh}`, slug).not.toMatch(banned)
    expect(
      of('review').some(({ title, body }) => banned.test(title + body)),
      'the desk has something to find',
    ).toBe(true)
  })

  it('says of every product in both languages what is wrong with it, in numbers, and has a few variants', () => {
    for (const { slug, title, description, variants, options } of products) {
      expect(description.zh, slug).toMatch(/## 要知道的\n\n· /)
      expect(description.en, slug).toMatch(/## Good to know\n\n· /)
      for (const text of [description.zh, description.en]) expect(text.match(/\d/g)?.length ?? 0, slug).toBeGreaterThanOrEqual(2)
      expect(`${title.en}${description.en}`, slug).not.toMatch(/\p{Script=Han}/u)
      expect(variants.length, slug).toBeGreaterThanOrEqual(1)
      for (const { values, price, cost, sku } of variants) {
        expect(values.length, sku).toBe(options.length)
        expect(cost, sku).toBeLessThan(price)
        // A separator of ours inside a value would part it where options are shown in a row.
        for (const { zh, en } of values) expect(`${zh}${en}`, sku).not.toContain(' · ')
      }
    }
    expect(new Set(products.map(({ description }) => description.zh)).size).toBe(products.length)
    const stocks = products.flatMap(({ variants }) => variants.map(({ stock }) => stock))
    expect(stocks.filter((stock) => stock === 0).length).toBeGreaterThanOrEqual(4)
    expect(stocks.filter((stock) => stock > 0 && stock <= 5).length).toBeGreaterThanOrEqual(5)
  })

  it('LAW-8: what was dearer was so for a whole month before it was cut, and is not called cheaper for ever', () => {
    const cut = products.flatMap(({ slug, was, variants }) => (was ? [{ slug, was, variants }] : []))
    expect(cut.length).toBeGreaterThanOrEqual(4)
    for (const { slug, was, variants } of cut) {
      expect(75 - was.until, slug).toBeGreaterThan(wasPriceDays)
      for (const { price } of variants) expect(price, slug).toBeLessThan(was.price)
    }
  })

  it('tells of codes, requests and payouts only for orders that are paid and creators who are there', () => {
    const orders = new Map(plan.orders.map((order) => [order.key, order]))
    const handles = new Set(active.map(({ handle }) => handle))
    const { codes, partly, requests, accounts, run, claims } = money
    for (const key of [...codes.flatMap((code) => code.orders), ...partly, ...requests.map(({ order }) => order)])
      expect(['paid', 'retried'], key).toContain(orders.get(key)?.fate)
    for (const { code, daysAgo, orders: keys } of codes)
      for (const key of keys) expect(orders.get(key)?.daysAgo, `${code} is older than its orders`).toBeLessThan(daysAgo)
    for (const key of partly) {
      const order = orders.get(key)
      expect((order?.quantity ?? 0) > 1 || order?.also, 'something is left to send').toBeTruthy()
    }
    for (const { order, daysAgo, answer } of requests) {
      expect(orders.get(order)?.daysAgo, order).toBeGreaterThan(daysAgo)
      if (answer) expect(answer.daysAgo, order).toBeLessThan(daysAgo)
    }
    for (const creator of [...accounts, ...claims].map((one) => one.creator)) expect(handles).toContain(creator)
    const failed = accounts.find(({ creator }) => creator === run.failed.creator)
    expect(failed?.daysAgo, 'an account that changed after the run was locked stops it').toBeGreaterThan(run.daysAgo)
  })

  it('is talked about in both languages, with answers, under pieces and products that are there', () => {
    const all = comments.flatMap(({ replies, ...comment }) => [comment, ...replies])
    expect(all.length).toBeGreaterThanOrEqual(150)
    expect(all.filter(({ body }) => /\p{Script=Han}/u.test(body)).length).toBeGreaterThan(90)
    expect(all.filter(({ body }) => !/\p{Script=Han}/u.test(body)).length).toBeGreaterThan(40)
    expect(new Set(all.map(({ body }) => body)).size).toBe(all.length)
    expect(all.filter(({ hidden }) => hidden)).toHaveLength(1)
    expect(all.filter(({ body }) => judgeComment(body).some(({ act }) => act === 'hold')).length).toBeGreaterThanOrEqual(1)
    const skus = new Map(products.flatMap(({ slug, variants }) => variants.map(({ sku }) => [sku, slug])))
    for (const { under, days, bought, replies } of comments) {
      if ('product' in under) {
        expect(slugs, under.product).toContain(under.product)
        if (bought) expect(skus.get(bought)).toBe(under.product)
        for (const reply of replies) expect(reply.days, under.product).toBeLessThan(days)
        continue
      }
      const piece = shown.find(({ key }) => key === under.piece)
      expect(piece, under.piece).toBeDefined()
      for (const time of [days, ...replies.map((reply) => reply.days)]) expect(time, under.piece).toBeLessThanOrEqual(piece?.ago ?? 0)
      for (const reply of replies) expect(reply.days, under.piece).toBeGreaterThan(days)
      if (bought) expect(piece && productsOf(piece), `${under.piece}: ${bought}`).toContain(skus.get(bought))
    }
  })
})

/** Eight signs in a row of a text without its blanks. */
function gramsOf(text: string): Set<string> {
  const dense = text.toLowerCase().replace(/[\s\p{P}]+/gu, '')
  return new Set(Array.from({ length: Math.max(0, dense.length - 7) }, (_, at) => dense.slice(at, at + 8)))
}

/** Share of the smaller text that the other one has as well. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  return [...small].filter((gram) => large.has(gram)).length / Math.max(1, small.size)
}
