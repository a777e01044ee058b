import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuildIndex } from '../../../src/flows/search/rebuild-index.ts'
import { searchShop } from '../../../src/flows/shop/search-shop.ts'
import { suggest } from '../../../src/flows/shop/suggest.ts'
import { newId } from '../../../src/lib/ids.ts'
import { readFilters, type SearchSort } from '../../../src/lib/search-params.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let editor: Awaited<ReturnType<typeof person>>

beforeAll(async () => {
  world = await openWorld()
  editor = await person(world, ['editor'])
  author = await creator(world, { handle: 'ahe', displayName: '阿禾在山里' })
  await programme(world)
  const shelf = async (collection: 'categories' | 'topics', slug: string, name: string, en: string) => {
    const row = await world.payload.create({
      collection,
      data: { id: newId(), name, slug, status: 'active', position: 1 },
      locale: 'zh',
      depth: 0,
    })
    await world.payload.update({ collection, id: row.id, data: { name: en }, locale: 'en', depth: 0 })
    return row.id
  }
  const [outdoor, home, camping] = [
    await shelf('categories', 'outdoor', '户外', 'Outdoor'),
    await shelf('categories', 'home', '家居', 'Home'),
    await shelf('topics', 'camping', '露营', 'Camping'),
  ]
  const dress = (productId: string, data: object) => world.payload.update({ collection: 'products', id: productId, data, depth: 0 })
  const bag = await product(world, { title: '羽绒睡袋', slug: 'bag', prices: [62_900] })
  await dress(bag.productId, { category: outdoor, brand: '山野', topics: [camping] })
  const pillow = await product(world, { title: '羽绒靠枕', slug: 'pillow', prices: [8_900], stock: 0 })
  await dress(pillow.productId, { category: home, brand: '织里手' })
  const coat = await product(world, { title: '羽绒外套', slug: 'coat', prices: [42_900] })
  await dress(coat.productId, { category: outdoor, brand: '山野' })
  await world.payload.update({ collection: 'variants', id: coat.variantIds[0]!, data: { price: 38_900 }, depth: 0 })
  world.clock.set(new Date(Date.now() + 60_000))
  await publish(world, { author, editor }, { title: '羽绒睡袋怎么洗', topics: [camping] })
  await publish(world, { author, editor }, { kind: 'video-notes', title: '羽绒服收纳', topics: [camping] })
  await rebuildIndex(world.ctx)
}, 90_000)
afterAll(() => world.close())

const search = async (q: string, filters = '', more: { kind?: 'all' | 'product'; sort?: SearchSort; locale?: 'zh' | 'en' } = {}) =>
  must(
    await searchShop(world.ctx, {
      q,
      kind: more.kind ?? 'all',
      page: 1,
      locale: more.locale ?? 'zh',
      filters: readFilters(new URLSearchParams(filters)),
      ...(more.sort ? { sort: more.sort } : {}),
    }),
  )
type Found = Awaited<ReturnType<typeof search>>
const facet = (found: Found, name: string) =>
  Object.fromEntries(found.facets.find((one) => one.name === name)?.values.map(({ value, count }) => [value, count]) ?? [])
const slugs = (found: Found) => found.products.map(({ slug }) => slug).sort()

describe('SR-09 facets of the search page', () => {
  it('count every kind, in the reader’s words', async () => {
    const found = await search('羽绒')
    expect(found.counts).toEqual({ all: 5, post: 1, 'video-note': 1, product: 3, creator: 0 })
    expect(facet(found, 'category')).toEqual({ outdoor: 2, home: 1 })
    expect(facet(found, 'brand')).toEqual({ 山野: 2, 织里手: 1 })
    expect(facet(found, 'price')).toEqual({ '0-20000': 1, '20000-50000': 1, '50000-100000': 1 })
    expect([facet(found, 'stock'), facet(found, 'sale'), facet(found, 'video')]).toEqual([{ 1: 2 }, { 1: 1 }, { 1: 1 }])
    const label = (locale: 'zh' | 'en') =>
      search('羽绒', '', { locale }).then((one) => one.facets.find(({ name }) => name === 'category')?.values[0]?.label)
    expect([await label('zh'), await label('en')]).toEqual(['户外', 'Outdoor'])
  })

  it('are alternatives inside one facet and conditions between two, and the counts say what a choice would give', async () => {
    const both = await search('羽绒', 'category=outdoor&category=home')
    expect(slugs(both)).toEqual(['bag', 'coat', 'pillow'])
    const outdoor = await search('羽绒', 'category=outdoor')
    expect(slugs(outdoor)).toEqual(['bag', 'coat'])
    expect(facet(outdoor, 'category')).toEqual({ outdoor: 2, home: 1 })
    expect(facet(outdoor, 'price')).toEqual({ '20000-50000': 1, '50000-100000': 1 })
    expect(slugs(await search('羽绒', 'category=outdoor&price=20000-50000'))).toEqual(['coat'])
    expect(slugs(await search('羽绒', 'stock=1'))).toEqual(['bag', 'coat'])
    expect(slugs(await search('羽绒', 'sale=1'))).toEqual(['coat'])
    expect((await search('羽绒', 'video=1')).counts).toMatchObject({ all: 1, 'video-note': 1, product: 0 })
    expect((await search('羽绒', 'topic=camping')).counts).toMatchObject({ all: 3, product: 1 })
  })

  it('sort by what one chose', async () => {
    const prices = async (sort: SearchSort) =>
      (await search('羽绒', '', { kind: 'product', sort })).products.map(({ price }) => price.amount)
    expect(await prices('price-up')).toEqual([8_900, 38_900, 62_900])
    expect(await prices('price-down')).toEqual([62_900, 38_900, 8_900])
  })

  it('SR-15 say what to take away when nothing is left, with what that gives', async () => {
    const found = await search('羽绒', 'category=home&stock=1')
    expect(found).toMatchObject({ counts: { all: 0 }, products: [], pieces: [] })
    expect(found.loosened).toEqual([
      { name: 'category', value: 'home', count: 2 },
      { name: 'stock', value: '1', count: 1 },
      { name: 'all', value: '', count: 5 },
    ])
  })

  it('SR-15 say whether the topics shown instead are about what was searched', async () => {
    const near = await search('露营', 'category=home')
    expect([near.counts.all, near.topicsNear, near.topics.map(({ slug }) => slug)]).toEqual([0, true, ['camping']])
    expect((await search('蓝鲸')).topicsNear).toBe(false)
  })

  it('filter the shelf without any words', async () => {
    expect(slugs(await search('', 'brand=山野', { kind: 'product' }))).toEqual(['bag', 'coat'])
  })
})

describe('SR-11 suggestions', () => {
  const texts = async (q: string) =>
    must(await suggest(world.ctx, { q, locale: 'zh' })).suggestions.map(({ kind, text }) => `${kind} ${text}`)
  it('come by words and by pinyin, of topics, products, people and titles', async () => {
    expect(await texts('羽绒睡')).toEqual(['product 羽绒睡袋', 'piece 羽绒睡袋怎么洗'])
    expect(await texts('yurongshuidai')).toEqual(['product 羽绒睡袋', 'piece 羽绒睡袋怎么洗'])
    expect(await texts('露营')).toContain('topic 露营')
    expect(await texts('ahe')).toContain('creator 阿禾在山里')
    expect(await texts('  ')).toEqual([])
    expect(await suggest(world.ctx, { q: 'x'.repeat(81), locale: 'zh' })).toMatchObject({ ok: false, failure: { code: 'invalid' } })
  })
})

it('SR-17 a suspended creator is gone from results, counts, facets and suggestions at once, before the index knows', async () => {
  expect((await search('羽绒')).counts.post).toBe(1)
  await world.payload.update({ collection: 'creators', id: author.creatorId, data: { status: 'suspended' }, depth: 0 })
  world.clock.set(new Date(Date.now() + 1000))
  const found = await search('羽绒')
  expect(found.counts).toEqual({ all: 3, post: 0, 'video-note': 0, product: 3, creator: 0 })
  expect(found.pieces).toEqual([])
  expect(facet(found, 'topic')).toEqual({})
  expect((await search('阿禾')).counts.all).toBe(0)
  expect(must(await suggest(world.ctx, { q: '阿禾', locale: 'zh' })).suggestions).toEqual([])
})
