import { createReadStream, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictureFolder } from '../../../src/cli/import/picture-folder.ts'
import type { PictureSource } from '../../../src/flows/catalogue/import-picture.ts'
import { type ImportReport, importProducts } from '../../../src/flows/catalogue/import-products.ts'
import { fail, ok } from '../../../src/lib/result.ts'
import { openWorld, type World } from '../../builders/world.ts'
import { sharedData } from '../../fixtures/shared-data.ts'

const fixture = readFileSync(path.resolve('test/fixtures/products.csv'), 'utf8')
const folder = path.resolve('test/fixtures/pictures')

/** Everything that an import may write, with the times of writing. */
async function snapshot({ payload }: World) {
  const all = async (collection: 'products' | 'variants' | 'categories' | 'stock-levels' | 'stock-movements' | 'price-changes' | 'media') =>
    (await payload.find({ collection, limit: 0, pagination: false, depth: 0, locale: 'all', sort: 'id' })).docs
  return Promise.all(
    (['products', 'variants', 'categories', 'stock-levels', 'stock-movements', 'price-changes', 'media'] as const).map(all),
  )
}

let asked: string[] = []
const remote: PictureSource['remote'] = async (address) => {
  asked.push(address)
  if (address.includes('shade')) return fail('not_found', 'Expected the picture, got status 404')
  return ok(readFileSync(path.join(folder, path.basename(address).replace(/\?.*/, ''))))
}

async function run(world: World, content: string, pictures: PictureSource = { local: async () => null, remote }): Promise<ImportReport> {
  const source = {
    name: 'products.csv',
    open: async function* () {
      yield Buffer.from(content)
    },
  }
  const result = await importProducts(world.ctx, source, { pictures })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

const variantOf = async ({ payload }: World, sku: string) => {
  const { docs } = await payload.find({ collection: 'variants', where: { sku: { equals: sku } }, limit: 1, depth: 0 })
  if (!docs[0]) throw new Error(`no variant ${sku}`)
  return docs[0]
}

const levelOf = async (world: World, sku: string) =>
  (await world.payload.findByID({ collection: 'stock-levels', id: (await variantOf(world, sku)).id, depth: 0 })).available

const productOf = async ({ payload }: World, key: string) =>
  (await payload.find({ collection: 'products', where: { importKey: { equals: `handle:${key}` } }, limit: 1, depth: 0, locale: 'all' }))
    .docs[0]

describe('importing a product file', () => {
  let world: World
  let first: ImportReport
  beforeAll(async () => {
    world = await openWorld()
    first = await run(world, fixture, {
      local: async (source) => (source === 'cup.webp' ? readFileSync(path.join(folder, 'cup.webp')) : null),
      remote,
    })
  })
  afterAll(() => world.close())

  it('puts the good rows in and says line, column and reason of the others', async () => {
    expect(first.products).toEqual({ created: 4, updated: 0, unchanged: 0, refused: 3 })
    expect(first.variants.created).toBe(5)
    expect(first.pictures).toEqual({ added: 3, known: 0, failed: 1 })
    expect(first.problems.map(({ line, column }) => `${line} ${column}`)).toContain('5 Variant Price')
    expect(first.problems.at(-1)).toMatchObject({ line: 13, effect: 'adjusted', reason: expect.stringContaining('shade.webp') })
  })

  it('keeps a product whose picture cannot be had, without one', async () => {
    expect(await productOf(world, 'lamp-shade')).toMatchObject({ status: 'active', pictures: [] })
  })

  it('shows pictures that decode, in the order of the file, and one for each variant', async () => {
    const shirt = await productOf(world, 'linen-shirt')
    expect(shirt?.pictures).toHaveLength(2)
    const { docs } = await world.payload.find({ collection: 'media', where: { id: { in: shirt?.pictures as string[] } }, depth: 0 })
    const alts = ((shirt?.pictures ?? []) as string[]).map((id) => docs.find((one) => one.id === id)?.alt)
    expect(alts).toEqual(['白衬衫 "平铺"', '沙色衬衫，正面'])
    for (const { variants } of docs)
      for (const { path: file, width } of variants as unknown as { path: string; width: number }[])
        expect(
          (
            await sharp(world.ctx.media.files.resolve(file) ?? '')
              .raw()
              .toBuffer({ resolveWithObject: true })
          ).info.width,
        ).toBe(width)
    expect((await variantOf(world, 'SHIRT-W-M')).picture).toBe(shirt?.pictures?.[0])
  })

  it('has texts in both languages, stock with the movement that explains it, and the first price on record', async () => {
    expect(await productOf(world, 'enamel-cup')).toMatchObject({ title: { zh: 'Enamel Cup', en: 'Enamel Cup' }, brand: 'Yamasha' })
    const { id } = await variantOf(world, 'CUP-1')
    expect(await levelOf(world, 'CUP-1')).toBe(12)
    const movements = await world.payload.find({ collection: 'stock-movements', where: { variant: { equals: id } }, depth: 0 })
    expect(movements.docs).toMatchObject([{ kind: 'receive', available: 12, reserved: 0 }])
    const prices = await world.payload.find({ collection: 'price-changes', where: { variant: { equals: id } }, depth: 0 })
    expect(prices.docs).toMatchObject([{ to: 4950 }])
    expect(await levelOf(world, 'NOTE-1')).toBe(0)
  })

  it('changes nothing when it is run again, and loads no picture twice', async () => {
    const before = await snapshot(world)
    world.clock.advance(60_000)
    asked = []
    const again = await run(world, fixture)
    expect(again.products).toEqual({ created: 0, updated: 0, unchanged: 4, refused: 3 })
    expect(await snapshot(world)).toEqual(before)
    expect(asked).toEqual(['https://cdn.example.com/files/shade.webp'])
  })

  it('writes exactly one row into the price log for a changed price', async () => {
    const before = await world.payload.count({ collection: 'price-changes' })
    const report = await run(world, fixture.replace('49.5', '45.00'))
    expect(report).toMatchObject({ priceChanges: 1, products: { unchanged: 4 }, variants: { updated: 1, unchanged: 4 } })
    const { docs, totalDocs } = await world.payload.find({ collection: 'price-changes', sort: '-id', limit: 1, depth: 0 })
    expect(totalDocs).toBe(before.totalDocs + 1)
    expect(docs[0]).toMatchObject({ from: 4950, to: 4500 })
  })

  it('does not undo what was sold since, and sets the stock when the file counts anew', async () => {
    const { id } = await variantOf(world, 'CUP-1')
    await world.payload.update({ collection: 'stock-levels', id, data: { available: 9 }, depth: 0 })
    await run(world, fixture)
    expect(await levelOf(world, 'CUP-1')).toBe(9)
    expect((await run(world, fixture.replace('180,12,', '180,20,'))).stockMoves).toBe(1)
    expect(await levelOf(world, 'CUP-1')).toBe(20)
    const { docs } = await world.payload.find({
      collection: 'stock-movements',
      where: { variant: { equals: id } },
      sort: '-id',
      limit: 1,
      depth: 0,
    })
    expect(docs[0]).toMatchObject({ kind: 'adjust', available: 11 })
  })

  it('changes a title in the language of the file, and leaves a translation alone', async () => {
    const shirt = await productOf(world, 'linen-shirt')
    await world.payload.update({ collection: 'products', id: shirt?.id ?? '', locale: 'en', data: { title: 'Linen shirt' }, depth: 0 })
    const report = await run(world, fixture.replace('linen-shirt,亚麻衬衫', 'linen-shirt,亚麻长袖衬衫'))
    expect(report.products.updated).toBe(1)
    expect((await productOf(world, 'linen-shirt'))?.title).toEqual({ zh: '亚麻长袖衬衫', en: 'Linen shirt' })
  })

  it('takes no SKU away from another product, and revives nothing that was removed', async () => {
    const thief = await run(world, 'Handle,Title,Variant SKU,Variant Price\nthief,Thief,SHADE-1,1.00\n')
    expect(thief).toMatchObject({ products: { created: 0, refused: 1 } })
    expect(thief.problems[0]).toMatchObject({ line: 2, column: 'SKU' })
    const shade = await productOf(world, 'lamp-shade')
    await world.payload.update({
      collection: 'products',
      id: shade?.id ?? '',
      data: { deletedAt: world.clock.now().toISOString() },
      depth: 0,
    })
    const report = await run(world, fixture)
    expect(report.products).toMatchObject({ created: 0, refused: 4 })
    expect(report.problems.at(-1)?.reason).toContain('was removed')
  })

  it('loses no picture when a later run cannot load one', async () => {
    const before = await productOf(world, 'linen-shirt')
    await run(world, fixture.replaceAll('shirt-sand.webp?v=17', 'shirt-sand.webp?v=18'), {
      local: async () => null,
      remote: async () => fail('unavailable', 'no network'),
    })
    expect((await productOf(world, 'linen-shirt'))?.pictures).toEqual(before?.pictures)
  })

  it('refuses a file of another kind as a whole, and writes nothing', async () => {
    const before = await snapshot(world)
    const source = {
      name: 'x.csv',
      open: async function* () {
        yield Buffer.from('id,label\n1,x\n')
      },
    }
    expect(await importProducts(world.ctx, source, { pictures: { local: async () => null, remote } })).toMatchObject({
      ok: false,
      failure: { code: 'invalid' },
    })
    expect(await importProducts(world.ctx, source, { pictures: { local: async () => null, remote }, rate: '-1' })).toMatchObject({
      ok: false,
      failure: { field: 'rate' },
    })
    expect(await snapshot(world)).toEqual(before)
  })
})

const spree = sharedData('spree')

describe.skipIf(!spree)('the sample data of a real shop (shared data)', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world?.close())

  it('comes in whole: 37 products, 87 variants, 124 pictures that decode; twice changes nothing', { timeout: 300_000 }, async () => {
    const file = path.join(spree ?? '', 'spree/core/db/sample_data/products.csv')
    const pictures = {
      local: await pictureFolder(path.join(spree ?? '', 'docs/images/demo-images')),
      remote: async () => fail('unavailable', 'no network'),
    }
    const go = async () => {
      const result = await importProducts(world.ctx, { name: 'products.csv', open: () => createReadStream(file) }, { pictures })
      if (!result.ok) throw new Error(result.failure.message)
      return result.value
    }
    const report = await go()
    expect(report).toMatchObject({
      products: { created: 37, refused: 0 },
      variants: { created: 87 },
      pictures: { added: 124, failed: 0 },
      problems: [],
    })
    const before = await snapshot(world)
    const [products = [], variants = [], , levels = [], , , media = []] = before as unknown as Record<string, unknown>[][]
    expect([products.length, variants.length, levels.length, media.length]).toEqual([37, 87, 87, 124])
    expect(products.every(({ pictures: own }) => (own as string[]).length > 0)).toBe(true)
    for (const row of media) {
      const smallest = (row.variants as { path: string }[])[0]
      await sharp(world.ctx.media.files.resolve(smallest?.path ?? '') ?? '').stats()
    }
    expect(levels.reduce((sum, { available }) => sum + (available as number), 0)).toBe(87 * 5000)
    expect((await go()).products).toEqual({ created: 0, updated: 0, unchanged: 37, refused: 0 })
    expect(await snapshot(world)).toEqual(before)
  })
})
