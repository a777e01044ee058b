import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLinkable } from '../../../src/flows/pieces/find-linkable.ts'
import { withdrawPiece } from '../../../src/flows/pieces/withdraw-piece.ts'
import { indexDocuments } from '../../../src/flows/search/index-documents.ts'
import { rebuildIndex } from '../../../src/flows/search/rebuild-index.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { creator } from '../../builders/people.ts'
import { must, postDraft, publishedPost, publishedVideoNote, submitted } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>

beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  author = await creator(world, { handle: 'tao_outdoor', displayName: '阿桃在户外' })
}, 60_000)
afterAll(() => world.close())

const found = async (q: string) => must(await world.ctx.search.search({ q, matchingStrategy: 'all' })).hits.map(({ document }) => document)
const ids = async (q: string) => (await found(q)).map(({ id }) => id)

describe('the index', () => {
  it('finds public pieces of both kinds by text, product and author; drafts and what waits never', async () => {
    const stove = (await product(world, { title: '钛合金酒精炉', prices: [12900, 9900] })).productId
    const post = await publishedPost(world, { author, products: [stove], draft: { title: '美丽中国，好玩又好吃' } })
    const note = await publishedVideoNote(world, { author, products: [stove], draft: { title: '小化妆包开箱' } })
    const waiting = await submitted(world, author, 'posts', await postDraft(world, author, [stove], { title: '还没审的好吃清单' }))
    await drainJobs(world.ctx)
    expect(await ids('好吃')).toEqual([post.id])
    expect(await ids('包')).toEqual([note.id])
    expect(await ids('酒精炉')).toEqual(expect.arrayContaining([post.id, note.id, stove]))
    expect(await ids('还没审')).toEqual([])
    const [document] = await found('好吃')
    expect(document).toMatchObject({
      kind: 'piece',
      pieceType: 'post',
      price: 9900,
      inStock: true,
      creator: { handle: 'tao_outdoor' },
      language: 'zh',
    })
    expect(await ids('tao_outdoor')).toEqual(expect.arrayContaining([author.creatorId, post.id]))
    expect(JSON.stringify(await found('酒精炉'))).not.toContain(waiting.id)
  })

  it('is the same after a rebuild as after the jobs, whatever it held before', async () => {
    await drainJobs(world.ctx)
    const before = await world.ctx.search.stats()
    const all = (await ids('')).sort()
    await world.ctx.search.upsert([{ ...(await found('好吃'))[0]!, id: 'ghost' }])
    expect(await rebuildIndex(world.ctx)).toBe(before.documents)
    expect((await ids('')).sort()).toEqual(all)
    expect(await ids('ghost')).toEqual([])
  })

  it('follows products: a new name is found, an archived or deleted one is not, and comes back', async () => {
    const { productId } = await product(world, { title: '折叠椅' })
    await drainJobs(world.ctx)
    expect(await ids('折叠椅')).toEqual([productId])
    const set = async (data: object) => {
      await world.payload.update({ collection: 'products', id: productId, data, depth: 0, trash: true })
      await drainJobs(world.ctx)
    }
    await set({ title: '月亮椅' })
    expect([await ids('折叠椅'), await ids('月亮椅')]).toEqual([[], [productId]])
    await set({ status: 'archived' })
    expect(await ids('月亮椅')).toEqual([])
    await set({ status: 'active' })
    expect(await ids('月亮椅')).toEqual([productId])
    await set({ deletedAt: new Date().toISOString() })
    expect(await ids('月亮椅')).toEqual([])
  })

  it('follows prices on variants and the state of creators', async () => {
    const { productId, variantIds } = await product(world, { title: '登山扣', prices: [500] })
    await world.payload.update({ collection: 'variants', id: variantIds[0]!, data: { price: 450 }, depth: 0 })
    const gone = await creator(world, { displayName: '停更的人' })
    await drainJobs(world.ctx)
    expect((await found('登山扣')).find(({ id }) => id === productId)?.price).toBe(450)
    expect(await ids('停更的人')).toEqual([gone.creatorId])
    await world.payload.update({ collection: 'creators', id: gone.creatorId, data: { status: 'suspended' }, depth: 0 })
    await drainJobs(world.ctx)
    expect(await ids('停更的人')).toEqual([])
  })

  it('SR-17 hides the pieces of a suspended creator, and shows them again under her new name', async () => {
    const writer = await creator(world, { displayName: '山里人' })
    const { id } = await publishedPost(world, { author: writer, draft: { title: '溯溪鞋怎么选' } })
    await drainJobs(world.ctx)
    expect(await ids('溯溪鞋')).toEqual([id])
    const set = async (data: { status?: 'active' | 'suspended'; displayName?: string }) => {
      await world.payload.update({ collection: 'creators', id: writer.creatorId, data, depth: 0 })
      await drainJobs(world.ctx)
    }
    await set({ status: 'suspended' })
    expect(await ids('溯溪鞋')).toEqual([])
    await set({ status: 'active', displayName: '溪边人' })
    expect(await ids('溯溪鞋')).toEqual([id])
    expect(await ids('溪边人')).toEqual(expect.arrayContaining([id, writer.creatorId]))
  })

  it('SR-17 finds no piece by a product that left the shop', async () => {
    const { productId } = await product(world, { title: '鹿角挂钩' })
    const { id } = await publishedPost(world, { author, products: [productId] })
    await drainJobs(world.ctx)
    expect(await ids('鹿角挂钩')).toEqual(expect.arrayContaining([id, productId]))
    await world.payload.update({ collection: 'products', id: productId, data: { status: 'archived' }, depth: 0 })
    await drainJobs(world.ctx)
    expect(await ids('鹿角挂钩')).toEqual([])
  })

  it('SR-18 forgets a withdrawn piece at once, and a late job does not bring it back', async () => {
    const { id } = await publishedPost(world, { author, draft: { title: '再见了滑雪板' } })
    await drainJobs(world.ctx)
    const [stale] = await found('滑雪板')
    must(await withdrawPiece(world.ctx, author, { id }))
    expect(await ids('滑雪板')).toEqual([])
    await world.ctx.search.upsert([stale!])
    await indexDocuments(world.ctx, { kind: 'piece', documentId: id })
    expect(await ids('滑雪板')).toEqual([])
  })

  it('refuses a kind that it does not know, loudly', async () => {
    await expect(indexDocuments(world.ctx, { kind: 'user', documentId: 'x' })).rejects.toThrow('kind')
  })
})

describe('the product picker', () => {
  it('offers what is for sale, by words or the newest, with what a link would earn', async () => {
    const { productId } = await product(world, { title: '防潮垫', prices: [8800] })
    await product(world, { title: '防潮垫旧款', status: 'archived' })
    await drainJobs(world.ctx)
    const { products } = must(await findLinkable(world.ctx, author, { q: '防潮垫' }))
    expect(products).toMatchObject([{ id: productId, price: { amount: 8800, currency: 'CNY' }, commissionBps: 800, state: 'available' }])
    expect(must(await findLinkable(world.ctx, author, { q: '' })).products.length).toBeGreaterThan(1)
  })
})
