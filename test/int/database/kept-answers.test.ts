import { setTimeout as wait } from 'node:timers/promises'
import Database from 'libsql'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { keptSlugs } from '../../../src/config/payload.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { creator } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let goods: Awaited<ReturnType<typeof product>>
beforeAll(async () => {
  world = await openWorld()
  goods = await product(world, { prices: [10_000, 12_000] })
})
afterAll(() => world.close())
afterEach(() => vi.restoreAllMocks())

const onSqlite = process.env.TEST_DATABASE === 'mongodb' ? it.skip : it
const none = undefined as unknown as PayloadRequest
type Row = Record<string, unknown>

const find = async (collection: CollectionSlug, id: string, req = none): Promise<Row | undefined> =>
  (await world.payload.db.find<Row>({ collection, where: { id: { equals: id } }, limit: 1, pagination: false, req })).docs[0]
const priceOf = async (req = none) => (await find('variants', goods.variantIds[0]!, req))?.price
const setPrice = (price: number, req = none) =>
  world.payload.db.updateOne({ collection: 'variants', id: goods.variantIds[0]!, data: { price }, returning: false, req })

/** How often SQLite was asked outside transactions. */
function asked(): () => number {
  const { client } = world.payload.db as unknown as { client: { execute(sql: unknown): Promise<unknown> } }
  const spy = vi.spyOn(client, 'execute')
  return () => spy.mock.calls.length
}

describe('answers that are kept', () => {
  onSqlite('are given again without asking, to each as a copy of his own', async () => {
    await priceOf()
    const first = await find('variants', goods.variantIds[0]!)
    const statements = asked()
    const second = await find('variants', goods.variantIds[0]!)
    expect(second).toEqual(first)
    Object.assign(second!, { price: 1 }).options = 'spoilt'
    expect(await find('variants', goods.variantIds[0]!)).toEqual(first)
    expect(statements()).toBe(0)
  })

  onSqlite('are kept for each value apart, and not at all for what every order writes', async () => {
    const [one, other] = goods.variantIds as [string, string]
    const statements = asked()
    expect([(await find('variants', one))?.id, (await find('variants', other))?.id]).toEqual([one, other])
    const before = statements()
    await find('stock-levels', one)
    await find('stock-levels', one)
    expect(statements()).toBe(before + 2)
  })

  it('are over at once when a row was written, through Payload or below it', async () => {
    await priceOf()
    await setPrice(10_100)
    expect(await priceOf()).toBe(10_100)
    await world.payload.update({ collection: 'variants', id: goods.variantIds[0]!, data: { price: 10_200 }, depth: 0 })
    expect(await priceOf()).toBe(10_200)
  })

  it('are over when a row of theirs in another table was written: a translation', async () => {
    const title = async () => (await find('products', goods.productId))?.title
    await title()
    await world.payload.update({ collection: 'products', id: goods.productId, data: { title: 'A lamp' }, locale: 'en', depth: 0 })
    expect(await title()).toMatchObject({ en: 'A lamp' })
  })

  it('are over when the row is gone, and when there is one where there was none', async () => {
    const id = newId()
    expect(await find('tax-rates', id)).toBeUndefined()
    const data = { id, country: 'CN', bps: 900, mode: 'included' } as const
    await world.payload.create({ collection: 'tax-rates', data, depth: 0 })
    expect(await find('tax-rates', id)).toMatchObject({ bps: 900 })
    await world.payload.delete({ collection: 'tax-rates', id })
    expect(await find('tax-rates', id)).toBeUndefined()
    const settings = () => world.payload.db.findGlobal<Row>({ slug: 'shop-settings', req: none })
    await settings()
    await world.payload.updateGlobal({ slug: 'shop-settings', data: { taxBps: 900 } })
    expect(await settings()).toMatchObject({ taxBps: 900, globalType: 'shop-settings' })
  })

  it('are what a transaction has written inside it, and what was before it outside, until it ends', async () => {
    await setPrice(20_000)
    await priceOf()
    await world.ctx.tx('change a price', async (req) => {
      expect(await priceOf(req)).toBe(20_000)
      await setPrice(21_000, req)
      expect([await priceOf(req), await priceOf(), await priceOf(req)]).toEqual([21_000, 20_000, 21_000])
    })
    expect(await priceOf()).toBe(21_000)
    const undone = world.ctx.tx('change it in vain', async (req) => {
      await setPrice(22_000, req)
      expect(await priceOf(req)).toBe(22_000)
      throw new Error('in vain')
    })
    await expect(undone).rejects.toThrow('in vain')
    expect(await priceOf()).toBe(21_000)
    await world.ctx.tx('look again', async (req) => expect(await priceOf(req)).toBe(21_000))
  })

  onSqlite('are over when another process has written to the file, within a second', async () => {
    await setPrice(30_000)
    await priceOf()
    const shell = new Database(world.ctx.env.databaseUrl.slice('file:'.length), {})
    shell.prepare('update variants set price = 31000 where id = ?').run(goods.variantIds[0]!)
    shell.close()
    await wait(1_100)
    expect(await priceOf()).toBe(31_000)
  })

  onSqlite('of every kept collection are those that Payload finds', async () => {
    const kol = await creator(world)
    expect((await find('creators', kol.creatorId))?.user).toBe(kol.userId)
    for (const slug of keptSlugs.filter((one) => one !== 'shop-settings')) {
      const ask = (more: object) => world.payload.db.find({ collection: slug, limit: 20, sort: 'id', req: none, ...more })
      const whole = await ask({ pagination: true })
      const page = { ...whole, totalDocs: whole.docs.length, totalPages: 1, hasNextPage: false, nextPage: null }
      for (const time of ['first', 'second', 'third']) expect(await ask({ pagination: false }), `${time} ${slug}`).toEqual(page)
    }
  })

  onSqlite('rely on keys that no update of a row changes in others, and on triggers that only refuse', async () => {
    const { client } = world.payload.db as unknown as { client: { execute(sql: string): Promise<{ rows: Row[] }> } }
    const { rows } = await client.execute(
      'SELECT DISTINCT keys.on_update AS kind FROM sqlite_master AS tables JOIN pragma_foreign_key_list(tables.name) AS keys',
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['NO ACTION'])
    const triggers = (await client.execute(`SELECT sql FROM sqlite_master WHERE type = 'trigger'`)).rows
    expect(triggers.length).toBeGreaterThan(0)
    for (const { sql } of triggers) expect(sql).toMatch(/BEGIN SELECT RAISE\(ABORT, '[^;]+'\); END$/)
  })
})
