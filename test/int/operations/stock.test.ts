import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adjustStock, type StockAdjustment } from '../../../src/flows/catalogue/adjust-stock.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { readStock } from '../../../src/flows/operations/read-stock.ts'
import { anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let finance: Awaited<ReturnType<typeof person>>

beforeAll(async () => {
  world = await openWorld()
  finance = await person(world, ['finance'], { name: 'Fang' })
})
afterAll(() => world.close())

const made = async (stock: number) => (await product(world, { stock })).variantIds[0]!
const adjust = (variantId: string, quantity: number, more: Partial<StockAdjustment> & { key?: string } = {}) =>
  adjustStock(world.ctx, finance, { variantId, move: 'adjust', reason: 'counted', ...more, quantity }, more.key ?? newId())
const level = async (variantId: string) => {
  const { available, reserved } = await world.payload.findByID({ collection: 'stock-levels', id: variantId, depth: 0 })
  return { available, reserved }
}
const jobs = async () =>
  (await world.payload.find({ collection: 'payload-jobs', where: { taskSlug: { equals: 'index-documents' } }, limit: 0, depth: 0 })).docs

describe('stock changed by hand', () => {
  it('a new variant has an empty level from its first moment', async () => {
    const { productId } = await product(world)
    const data = {
      id: newId(),
      product: productId,
      sku: `NEW-${newId()}`,
      price: 100,
      currency: 'CNY',
      position: 0,
      status: 'active' as const,
    }
    const variant = await world.payload.create({ collection: 'variants', data, depth: 0 })
    expect(await level(variant.id)).toEqual({ available: 0, reserved: 0 })
    expect(await adjust(variant.id, 7, { move: 'receive' })).toMatchObject({ ok: true, value: { available: 7, reserved: 0 } })
  })

  it('a variant that could not be written leaves no level', async () => {
    const { productId, variantIds } = await product(world)
    const { sku } = await world.payload.findByID({ collection: 'variants', id: variantIds[0]!, depth: 0 })
    const id = newId()
    const data = { id, product: productId, sku, price: 100, currency: 'CNY', position: 0, status: 'active' as const }
    await expect(world.payload.create({ collection: 'variants', data, depth: 0 })).rejects.toThrow()
    expect((await world.payload.find({ collection: 'stock-levels', where: { id: { equals: id } }, depth: 0 })).totalDocs).toBe(0)
  })

  it('moves the level, leaves the row that explains it, and has the product indexed', async () => {
    const variantId = await made(10)
    const before = (await jobs()).length
    expect(await adjust(variantId, -3, { reason: ' broken in the store ' })).toEqual({
      ok: true,
      value: { variantId, available: 7, reserved: 0 },
    })
    const view = await readStock(world.ctx, finance, { variantId })
    expect(view).toMatchObject({ ok: true, value: { available: 7, mayAdjust: true } })
    const [newest] = (view.ok && view.value.movements) || []
    expect(newest).toMatchObject({ kind: 'adjust', available: -3, reason: 'broken in the store', actor: finance.userId, actorName: 'Fang' })
    expect((await jobs()).length).toBe(before + 1)
  })

  it('never goes below zero: the change is refused whole, and says what there is', async () => {
    const variantId = await made(2)
    const refused = await adjust(variantId, -3)
    expect(refused).toMatchObject({ ok: false, failure: { code: 'conflict', details: { available: 2 } } })
    expect(await level(variantId)).toEqual({ available: 2, reserved: 0 })
    expect(await adjust(variantId, -2)).toMatchObject({ ok: true, value: { available: 0 } })
  })

  it('of many at once exactly as many succeed as the stock holds', async () => {
    const variantId = await made(5)
    const results = await Promise.all(Array.from({ length: 12 }, () => adjust(variantId, -1)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(5)
    expect(await level(variantId)).toEqual({ available: 0, reserved: 0 })
    expect((await checkBooks(world.ctx)).findings).toEqual([])
  })

  it('once per key: the same again answers the same, something else under it is refused', async () => {
    const variantId = await made(5)
    const key = newId()
    const first = await adjust(variantId, 4, { key })
    const again = await Promise.all([adjust(variantId, 4, { key }), adjust(variantId, 4, { key })])
    expect(again).toEqual([first, first])
    expect(await adjust(variantId, 5, { key })).toMatchObject({ ok: false, failure: { code: 'idempotency_mismatch' } })
    expect(await level(variantId)).toEqual({ available: 9, reserved: 0 })
  })

  it('two at the same moment under one key are one change', async () => {
    const variantId = await made(5)
    const key = newId()
    const both = await Promise.all([adjust(variantId, 4, { key }), adjust(variantId, 4, { key })])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await level(variantId)).toEqual({ available: 9, reserved: 0 })
  })

  it('refuses a change without a reason, of nothing, or of no variant', async () => {
    const variantId = await made(5)
    expect(await adjust(variantId, 1, { reason: '  ' })).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'reason' } })
    expect(await adjust(variantId, 0)).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'quantity' } })
    expect(await adjust(variantId, -1, { move: 'receive' })).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    expect(await adjust(newId(), 1)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await level(variantId)).toEqual({ available: 5, reserved: 0 })
  })

  it('is for finance and admin; an editor sees the level and no movements, others nothing', async () => {
    const variantId = await made(5)
    const input: StockAdjustment = { variantId, move: 'adjust', quantity: 1, reason: 'x' }
    const editor = await person(world, ['editor'])
    for (const actor of [anonymous, await person(world, ['fan']), editor]) {
      expect(await adjustStock(world.ctx, actor, input, newId())).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    }
    expect(await readStock(world.ctx, editor, { variantId })).toEqual({
      ok: true,
      value: { variantId, available: 5, reserved: 0, mayAdjust: false, movements: null },
    })
    expect(await readStock(world.ctx, await person(world, ['creator']), { variantId })).toMatchObject({ failure: { code: 'forbidden' } })
    expect((await adjustStock(world.ctx, await person(world, ['admin']), input, newId())).ok).toBe(true)
    expect(await level(variantId)).toEqual({ available: 6, reserved: 0 })
  })
})
