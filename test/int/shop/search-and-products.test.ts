import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { rebuildIndex } from '../../../src/flows/search/rebuild-index.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { readProduct } from '../../../src/flows/shop/read-product.ts'
import { readVia } from '../../../src/flows/shop/read-via.ts'
import { searchShop } from '../../../src/flows/shop/search-shop.ts'
import type { SearchKind } from '../../../src/flows/shop/views.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { approve, picture, publish } from '../../builders/shop-pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let editor: Awaited<ReturnType<typeof person>>
let author: Awaited<ReturnType<typeof creator>>

beforeAll(async () => {
  world = await openWorld()
  editor = await person(world, ['editor'])
  author = await creator(world, { handle: 'anan', displayName: '阿南在户外' })
  await programme(world)
})
afterAll(() => world.close())

const search = async (q: string, kind: SearchKind = 'all', locale: 'zh' | 'en' = 'zh') => {
  const found = await searchShop(world.ctx, { q, kind, page: 1, locale })
  if (!found.ok) throw new Error(found.failure.message)
  return found.value
}
const shown = async (slug: string, locale: 'zh' | 'en' = 'zh') => {
  const read = await readProduct(world.ctx, { slug, locale })
  if (!read.ok) throw new Error(read.failure.message)
  return read.value
}

describe('search', () => {
  it('SR-01 finds 好吃 in 美丽中国，好玩又好吃 and 包 in 小化妆包, and not what only shares a sign', async () => {
    const trip = await publish(world, { author, editor }, { title: '美丽中国，好玩又好吃', body: '三天两晚的路线。' })
    const bag = await product(world, { title: '小化妆包', slug: 'makeup-bag', prices: [5900] })
    await product(world, { title: '双人帐篷', slug: 'tent', prices: [45900] })
    await rebuildIndex(world.ctx)
    expect((await search('好吃')).pieces.map(({ id }) => id)).toEqual([trip])
    const bags = await search('包')
    expect(bags.products.map(({ id }) => id)).toEqual([bag.productId])
    expect(bags.products[0]?.titleParts).toEqual([
      { text: '小化妆', hit: false },
      { text: '包', hit: true },
    ])
    expect(bags.counts).toEqual({ all: 1, post: 0, 'video-note': 0, product: 1, creator: 0 })
    expect((await search('户外')).creators).toMatchObject([
      {
        handle: 'anan',
        nameParts: [
          { text: '阿南在', hit: false },
          { text: '户外', hit: true },
        ],
      },
    ])
  })

  it('mixes nothing in: no match says which word to drop and what that really gives', async () => {
    const nothing = await search('帐篷 潜水艇', 'product')
    expect(nothing).toMatchObject({ products: [], pieces: [], creators: [], counts: { product: 0 } })
    expect(nothing.relaxed).toEqual([{ word: '潜水艇', rest: '帐篷', count: 1 }])
    expect((await search('潜水艇')).relaxed).toEqual([])
  })

  it('leafs through the shelf without a query, and asks for one before it shows everything', async () => {
    expect((await search('', 'product')).products.map(({ slug }) => slug).sort()).toEqual(['makeup-bag', 'tent'])
    expect(await search('')).toMatchObject({ counts: { all: 0 }, pieces: [], products: [] })
    expect(await searchShop(world.ctx, { q: 'x'.repeat(201), kind: 'all', page: 1, locale: 'zh' })).toMatchObject({
      ok: false,
      failure: { code: 'invalid', field: 'q' },
    })
  })

  it('forgets a piece that was taken down and a product that is no longer sold, counts included', async () => {
    const id = await publish(world, { author, editor }, { title: '虎头蜂蜜测评' })
    const honey = await product(world, { title: '虎头蜂蜜', slug: 'honey' })
    await rebuildIndex(world.ctx)
    expect((await search('虎头蜂蜜')).counts).toMatchObject({ post: 1, product: 1 })
    await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'misleading-claim', reason: '没有依据' })
    await world.payload.update({ collection: 'products', id: honey.productId, data: { status: 'archived' }, depth: 0 })
    await drainJobs(world.ctx)
    expect(await search('虎头蜂蜜')).toMatchObject({ counts: { all: 0, post: 0, product: 0 }, pieces: [], products: [] })
  })
})

describe('a product', () => {
  it('is shown in the reader’s language, else in the other and marked as such', async () => {
    const mug = await product(world, { title: '钛杯', slug: 'mug' })
    expect(await shown('mug', 'en')).toMatchObject({ title: '钛杯', lang: 'zh' })
    await world.payload.update({
      collection: 'products',
      id: mug.productId,
      locale: 'en',
      data: { title: 'Titanium mug', description: 'Light.' },
      depth: 0,
    })
    expect(await shown('mug', 'en')).toMatchObject({ title: 'Titanium mug', lang: 'en', description: 'Light.', descriptionLang: 'en' })
    expect(await shown('mug', 'zh')).toMatchObject({ title: '钛杯', lang: 'zh', description: 'Light.', descriptionLang: 'en' })
  })

  it('is not there as a draft or by a name nobody gave, and gone once archived', async () => {
    await product(world, { slug: 'not-yet', status: 'draft' })
    await product(world, { slug: 'no-more', status: 'archived' })
    expect(await readProduct(world.ctx, { slug: 'not-yet', locale: 'zh' })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await readProduct(world.ctx, { slug: 'never', locale: 'zh' })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await readProduct(world.ctx, { slug: 'no-more', locale: 'zh' })).toMatchObject({ ok: false, failure: { code: 'gone' } })
  })

  it('shows a struck price only where the log has it, with the days it was charged', async () => {
    const coat = await product(world, { slug: 'coat', prices: [50000, 60000] })
    const [cheap] = coat.variantIds
    if (!cheap) throw new Error('no variant')

    expect((await shown('coat')).variants.every(({ was }) => was === undefined)).toBe(true)
    const log = await world.payload.find({ collection: 'price-changes', where: { variant: { equals: cheap } }, depth: 0 })
    const first = log.docs[0]?.at
    await world.payload.update({ collection: 'variants', id: cheap, data: { price: 40000 }, depth: 0 })
    const change = await world.payload.find({ collection: 'price-changes', where: { variant: { equals: cheap } }, sort: '-at', depth: 0 })
    world.clock.set(new Date(Date.parse(change.docs[0]?.at ?? '') + 1000))
    const [variant] = (await shown('coat')).variants
    expect(variant).toMatchObject({
      price: { amount: 40000 },
      was: { price: { amount: 50000, currency: 'CNY' }, from: first, to: change.docs[0]?.at },
    })
    // The log does not reach back 30 days: nothing is claimed about them.
    expect(variant?.lowestIn30Days).toBeUndefined()
  })

  it('offers its choices in order, says the stock of each variant, and who recommends it with and without commission', async () => {
    const made = await product(world, { slug: 'shoes', prices: [10000, 12000], stock: 4 })
    for (const [at, id] of made.variantIds.entries()) {
      await world.payload.update({
        collection: 'variants',
        id,
        data: { options: [{ name: '颜色', value: at === 0 ? '砂岩' : '松绿' }] },
        depth: 0,
      })
    }
    await world.payload.update({ collection: 'stock-levels', where: { variant: { equals: made.variantIds[0] } }, data: { available: 0 } })
    const free = await creator(world)
    await publish(world, { author, editor }, { body: '好穿 [[1]]', placements: [{ number: 1, kind: 'text', product: made.productId }] })
    await world.payload.update({ collection: 'programmes', where: {}, data: { status: 'closed' } })
    await publish(
      world,
      { author: free, editor },
      { body: '也好穿 [[1]]', placements: [{ number: 1, kind: 'text', product: made.productId }] },
    )
    await world.payload.update({ collection: 'programmes', where: {}, data: { status: 'active' } })
    const page = await shown('shoes')
    expect(page.options).toEqual([
      {
        id: '颜色',
        label: '颜色',
        values: [
          { value: '砂岩', label: '砂岩' },
          { value: '松绿', label: '松绿' },
        ],
      },
    ])
    await world.payload.update({
      collection: 'products',
      id: made.productId,
      locale: 'en',
      data: {
        title: 'Shoes',
        optionWords: [
          { word: '颜色', shown: 'Colour' },
          { word: '砂岩', shown: 'Sandstone', colour: '#C8A27A' },
        ],
      },
      depth: 0,
    })
    expect((await shown('shoes', 'en')).options).toEqual([
      {
        id: '颜色',
        label: 'Colour',
        values: [
          { value: '砂岩', label: 'Sandstone', colour: '#C8A27A' },
          { value: '松绿', label: '松绿' },
        ],
      },
    ])
    expect(page.variants.map(({ options, stock }) => [options, stock])).toEqual([
      [{ 颜色: '砂岩' }, 0],
      [{ 颜色: '松绿' }, 4],
    ])
    expect(page.recommenders.count).toBe(2)
    expect(page.recommenders.withCommission).toBe(1)
    expect(page.pieces).toHaveLength(2)
  })

  it('knows whose link led to it, and only to it', async () => {
    const one = await product(world, { slug: 'via-one' })
    const other = await product(world, { slug: 'via-other' })
    const id = await publish(
      world,
      { author, editor },
      { body: '看 [[1]]', placements: [{ number: 1, kind: 'text', product: one.productId }] },
    )
    const { docs } = await world.payload.find({ collection: 'product-links', where: { piece: { equals: id } }, depth: 0 })
    const code = docs[0]?.code ?? ''
    expect(await readVia(world.ctx, { code: code.toUpperCase(), productId: one.productId })).toMatchObject({
      code,
      creator: { handle: 'anan' },
    })
    expect(await readVia(world.ctx, { code, productId: other.productId })).toBeNull()
    expect(await readVia(world.ctx, { code: 'zzzzzzzz', productId: one.productId })).toBeNull()
    expect(await readVia(world.ctx, { code: '../../x', productId: one.productId })).toBeNull()
  })
})

describe('an edit in review', () => {
  it('leaves what readers see as it was until it is approved', async () => {
    const media = await picture(world, author.userId)
    const id = await publish(world, { author, editor }, { title: '原来的标题', pictures: [{ media, alt: '' }] })
    const saved = await savePiece(world.ctx, author, {
      id,
      kind: 'posts',
      draft: { title: '改过的标题', body: '补了一段。', language: 'zh', pictures: [{ media }], editNote: '补充续航' },
    })
    if (!saved.ok) throw new Error(saved.failure.message)

    expect(await readPost(world.ctx, { id, locale: 'zh' })).toMatchObject({ ok: true, value: { title: '原来的标题' } })
    await approve(world, { author, editor }, id)
    expect(await readPost(world.ctx, { id, locale: 'en' })).toMatchObject({
      ok: true,
      value: { title: '改过的标题', lang: 'zh', editNote: '补充续航' },
    })
    expect((await readPost(world.ctx, { id: newId(), locale: 'zh' })).ok).toBe(false)
  })
})
