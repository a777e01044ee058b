import type { CollectionSlug, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { product, productLink, programme } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
/** Ids of what is there, and texts that are nasty to any query. */
const known: Record<string, string> = {}
const nasty = ["' OR 1=1 --", '"', '%', 'mark-0-of-a-value', '次の、', '\\', 'null ', '0', '1e3', ' ', 'NaN']

beforeAll(async () => {
  world = await openWorld()
  const kol = await creator(world)
  const fan = await person(world)
  const goods = await product(world, { prices: [10_000, 12_000] })
  const link = await productLink(world, { creatorId: kol.creatorId, productId: goods.productId, programmeId: await programme(world) })
  const order = await paidOrder(world, [{ product: goods, credit: { creatorId: kol.creatorId, rateBps: 800 } }], { userId: fan.userId })
  await paidOrder(world, [{ product: goods, quantity: 3 }])
  const post = await publishedPost(world, { author: kol, products: [goods.productId] })
  Object.assign(known, {
    kol: kol.creatorId,
    fan: fan.userId,
    product: goods.productId,
    variant: goods.variantIds[0]!,
    other: goods.variantIds[1]!,
    code: link.code,
    order: order.orderId,
    payment: order.paymentId,
    post: post.id,
  })
})
afterAll(() => world.close())

interface Asked {
  collection: CollectionSlug
  where?: Where
  sort?: string
  limit?: number
  locale?: 'zh' | 'en'
  select?: Record<string, boolean>
}

const ask = (asked: Asked, more: object = {}) =>
  world.payload.db.find({ limit: 50, pagination: false, ...asked, ...more, req: undefined as never } as never)

/** With a count of pages beside it, a question goes the whole way through Payload and Drizzle. */
async function sameBothWays(asked: Asked): Promise<number> {
  const whole = (await ask(asked, { pagination: true })).docs
  for (const time of ['first', 'second']) expect((await ask(asked)).docs, `${time} ${JSON.stringify(asked)}`).toEqual(whole)
  return whole.length
}

describe('rows that are found quickly', () => {
  it('are those that Payload finds, in every collection, whole and with some columns only', async () => {
    let found = 0
    for (const slug of Object.keys(world.payload.collections) as CollectionSlug[]) {
      for (const sort of ['id', '-createdAt']) found += await sameBothWays({ collection: slug, sort })
      const { docs } = await ask({ collection: slug, limit: 2 })
      const ids = docs.map(({ id }) => id as string)
      for (const id of ids) found += await sameBothWays({ collection: slug, where: { id: { equals: id } } })
      if (ids.length > 0) found += await sameBothWays({ collection: slug, where: { id: { in: [...ids, ...ids] } }, select: { id: true } })
    }
    expect(found).toBeGreaterThan(100)
  })

  // MongoDB refuses dates that are none, which this makes up on purpose; the quick way is SQLite's alone.
  it.skipIf(process.env.TEST_DATABASE === 'mongodb')(
    'are the same by references, lists, choices and any mixture of conditions',
    async () => {
      const { kol, fan, product: goods, variant, other, code, order, payment } = known as Record<string, string>
      const questions: Asked[] = [
        { collection: 'orders', where: { user: { equals: fan! } } },
        { collection: 'orders', where: { and: [{ state: { in: ['paid', 'fulfilled'] } }, { user: { exists: false } }] } },
        { collection: 'orders', where: { 'lines.product': { equals: goods! } } },
        { collection: 'orders', where: { placedAt: { less_than: '2030-01-01T00:00:00.000Z' } } },
        { collection: 'orders', where: { placedAt: { greater_than_equal: '2026-11-02T04:00:00.000Z' } } },
        { collection: 'orders', where: { and: [{ placedAt: { equals: '2026-11-02T04:00:00.000Z' } }, { user: { in: [fan!, newId()] } }] } },
        { collection: 'orders', where: { placedAt: { in: ['2026-11-02T04:00:00.000Z', '2026-13-45T99:00:00.000Z'] } } },
        { collection: 'orders', where: { placedAt: { less_than: '2030-02-30T00:00:00.000Z' } } },
        { collection: 'orders', where: { number: { equals: '2026-11-02T04:00:00.000Z' } } },
        { collection: 'orders', where: { total: { greater_than: 5 } } },
        { collection: 'payments', where: { or: [{ order: { equals: order! } }, { id: { equals: payment! } }] } },
        { collection: 'payments', where: { order: { in: [order!, order!, newId()] } } },
        { collection: 'variants', where: { product: { equals: goods! } }, sort: '-sku', locale: 'zh' },
        { collection: 'variants', where: { id: { in: [other!, variant!] } }, limit: 1, sort: 'id' },
        { collection: 'stock-levels', where: { id: { in: [variant!, other!] } } },
        { collection: 'products', where: { id: { equals: goods! } }, locale: 'en' },
        { collection: 'product-links', where: { and: [{ code: { equals: code! } }, { creator: { not_equals: fan! } }] } },
        { collection: 'creators', where: { id: { equals: kol! } } },
        { collection: 'users', where: { roles: { equals: 'creator' } } },
        { collection: 'ledger-entries', where: { creator: { equals: kol! } }, sort: 'sequence', limit: 0 },
        { collection: 'ledger-entries', where: { test: { equals: false } }, sort: '-sequence', limit: 1 },
        { collection: 'counters', where: { key: { equals: 'ledger:sequence' } } },
        { collection: 'posts', where: { id: { equals: known.post! } }, select: { title: true, placements: true } },
        { collection: 'orders', where: {} },
      ]
      for (const question of questions) await sameBothWays(question)
      expect(await sameBothWays({ collection: 'orders', where: { user: { equals: fan! } } })).toBe(1)
      expect(await sameBothWays({ collection: 'ledger-entries', where: { creator: { equals: kol! } } })).toBeGreaterThan(0)
    },
  )

  it('are never more for a text that is made to be misread', async () => {
    for (const text of nasty) {
      expect(await sameBothWays({ collection: 'counters', where: { key: { equals: text } } }), text).toBe(0)
      expect(
        await sameBothWays({ collection: 'payments', where: { and: [{ reference: { equals: text } }, { order: { equals: text } }] } }),
      ).toBe(0)
      expect(await sameBothWays({ collection: 'product-links', where: { code: { in: [text, text] } } })).toBe(0)
      await sameBothWays({ collection: 'counters', where: { key: { not_equals: text } }, sort: 'key' })
    }
    for (const text of ['', 'null', 'true']) await sameBothWays({ collection: 'payments', where: { order: { equals: text } } })
  })

  it('are those of the transaction that asks, and of no other', async () => {
    const key = `mine:${newId()}`
    const where = { key: { equals: key } }
    const count = async (req: unknown) =>
      (await world.payload.db.find({ collection: 'counters', where, limit: 5, pagination: false, req: req as never })).docs.length
    expect(await count(undefined)).toBe(0)
    await world.ctx.tx('look inside', async (req) => {
      await world.payload.db.create({ collection: 'counters', data: { id: newId(), key, value: 1 }, returning: false, req })
      expect([await count(req), await count(undefined)]).toEqual([1, 0])
    })
    expect(await count(undefined)).toBe(1)
  })

  it('show the settings as Payload does', async () => {
    const settings = async () => world.payload.findGlobal({ slug: 'shop-settings', depth: 0 })
    const before = await settings()
    await world.payload.updateGlobal({ slug: 'shop-settings', data: { taxBps: 900 } })
    expect(await settings()).toMatchObject({ taxBps: 900, currency: before.currency })
    expect(await settings()).toEqual(await settings())
  })
})
