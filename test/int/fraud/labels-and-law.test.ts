import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkLabelsNow } from '../../../src/flows/operations/check-labels.ts'
import { readOverview } from '../../../src/flows/operations/read-overview.ts'
import { scanLabels } from '../../../src/flows/operations/scan-labels.ts'
import { newId } from '../../../src/lib/ids.ts'
import { lastBookCheck } from '../../../src/modules/ledger/store/book-checks.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { publishedPost, publishedVideoNote } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const raw = (collection: 'posts' | 'video-notes' | 'programmes', id: string, data: Record<string, unknown>) =>
  world.payload.db.updateOne({ collection, where: { id: { equals: id } }, data, options: { atomic: true }, req: undefined as never })
const elsewhere = () => world.payload.updateGlobal({ slug: 'shop-settings', data: { adLabelMode: 'commission' } })

const stored = (id: string) => world.payload.findByID({ collection: 'posts', id, depth: 0 })

describe('DIS-6 the scan of labels', () => {
  it('DIS-6 finds no public piece with commission that lacks its label, and keeps that it looked', async () => {
    await programme(world)
    await elsewhere()
    const author = await creator(world)
    const goods = await product(world)
    await publishedPost(world, { author, products: [goods.productId] })
    await publishedVideoNote(world, { author, products: [goods.productId] })
    await publishedPost(world, { author })
    expect(await scanLabels(world.ctx)).toEqual({ looked: 3, commissioned: 2, findings: [] })
    expect(await lastBookCheck(await world.ctx.req(), 'labels')).toMatchObject({
      looked: 3,
      findings: 0,
      facts: { figures: { commissioned: 2 } },
    })
  })

  it('DIS-6 finds a piece that the ledger has credited when its label was taken away behind the flows', async () => {
    const terms = await programme(world)
    await elsewhere()
    const author = await creator(world)
    const goods = await product(world)
    const post = await publishedPost(world, { author, products: [goods.productId] })
    await paidOrder(world, [{ product: goods, credit: { creatorId: author.creatorId, rateBps: 800, piece: post.id } }])
    await raw('programmes', terms, { status: 'closed' })
    // What was published as an advertisement stays one when its programme has ended (DIS-3).
    expect((await scanLabels(world.ctx)).findings).toEqual([])
    await raw('posts', post.id, { disclosure: 'none' })
    expect((await scanLabels(world.ctx)).findings).toMatchObject([{ code: 'label_missing', subject: post.id }])
    expect(await lastBookCheck(await world.ctx.req(), 'labels')).toMatchObject({ findings: 1, facts: { findings: [{ subject: post.id }] } })
    // It was given its label when it was found.
    expect(await stored(post.id)).toMatchObject({ disclosure: 'commission' })
    expect(await scanLabels(world.ctx)).toEqual({ looked: 1, commissioned: 1, findings: [] })
  })

  it('DIS-6 tells the staff alone which pieces lack their label, at their wish and on the first page of the admin', async () => {
    const terms = await programme(world)
    await elsewhere()
    const author = await creator(world)
    const goods = await product(world)
    const post = await publishedPost(world, { author, products: [goods.productId] })
    const video = await publishedVideoNote(world, { author, products: [goods.productId] })
    const editor = await person(world, ['editor'])
    const labels = async () => {
      const read = await readOverview(world.ctx, editor)
      return read.ok ? read.value.labels : read
    }
    expect(await labels()).toBe('never')
    expect(await checkLabelsNow(world.ctx, author)).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await labels()).toBe('never')
    const checkedAt = world.clock.now().toISOString()
    expect(await checkLabelsNow(world.ctx, editor)).toEqual({
      ok: true,
      value: { checkedAt, looked: 2, commissioned: 2, findings: 0, first: [] },
    })
    for (const piece of [post.id, video.id])
      await paidOrder(world, [{ product: goods, credit: { creatorId: author.creatorId, rateBps: 800, piece } }])
    await raw('programmes', terms, { status: 'closed' })
    await raw('posts', post.id, { disclosure: 'none' })
    await raw('video-notes', video.id, { disclosure: 'none' })
    await scanLabels(world.ctx)
    const first = [
      { id: post.id, kind: 'posts', title: expect.stringMatching(/./) },
      { id: video.id, kind: 'video-notes', title: expect.stringMatching(/./) },
    ]
    expect(await labels()).toMatchObject({ looked: 2, commissioned: 2, findings: 2, first })
  })

  it('DIS-1 closing a programme or lowering its rate to zero takes no label from what was published under it', async () => {
    const terms = await programme(world)
    await elsewhere()
    const author = await creator(world)
    const goods = await product(world)
    const post = await publishedPost(world, { author, products: [goods.productId] })
    await raw('programmes', terms, { rateBps: 0 })
    expect(await stored(post.id)).toMatchObject({ disclosure: 'commission' })
  })
})

describe('LAW-2 depth', () => {
  const terms = (maxDepth: unknown) => ({
    ...{ id: newId(), name: '两级', rateBps: 800, windowDays: 30, model: 'last_touch', holdDays: '15', status: 'active', maxDepth },
  })

  it('LAW-2 a second and a third level are refused by the schema, whoever asks', async () => {
    for (const maxDepth of ['2', '3', 2, 3, '1.5'])
      await expect(world.payload.create({ collection: 'programmes', data: terms(maxDepth) as never, locale: 'zh' })).rejects.toThrow()
    const id = await programme(world)
    await expect(world.payload.update({ collection: 'programmes', id, data: { maxDepth: '2' } as never, locale: 'zh' })).rejects.toThrow()
    expect((await world.payload.findByID({ collection: 'programmes', id, depth: 0 })).maxDepth).toBe('1')
  })

  it.skipIf(process.env.TEST_DATABASE === 'mongodb')('LAW-2 the database file refuses them too, past every door', async () => {
    const id = await programme(world)
    await expect(raw('programmes', id, { maxDepth: '2' })).rejects.toThrow()
    const client = createClient({ url: `file:${path.join(world.dir, 'zhongcao.db')}` })
    try {
      const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'programmes'")
      expect(rows).toHaveLength(1)
      await expect(client.execute(`UPDATE programmes SET max_depth = '3' WHERE id = '${id}'`)).rejects.toThrow('LAW-2')
      await client.execute(`UPDATE programmes SET max_depth = '0' WHERE id = '${id}'`)
    } finally {
      client.close()
    }
  })
})

describe('LAW-8 prices of before', () => {
  it('LAW-8 a price of before that somebody writes is kept nowhere: only the log makes one', async () => {
    const goods = await product(world)
    const variant = goods.variantIds[0]!
    const claim = { wasPrice: 99_900, compareAtPrice: 99_900, originalPrice: 99_900 }
    await world.payload.update({ collection: 'variants', id: variant, data: claim as never })
    const row = await world.payload.findByID({ collection: 'variants', id: variant, depth: 0 })
    expect(JSON.stringify(row)).not.toContain('99900')
  })
})
