import { Readable } from 'node:stream'
import type { Ctx } from '../../../context.ts'
import { fail } from '../../../lib/result.ts'
import { ensureDefaultProgramme } from '../../../modules/attribution/store/programmes.ts'
import { slugify } from '../../../modules/catalogue/index.ts'
import { describeShelf, dressProduct, ensureTopic, findProductIds } from '../../../modules/catalogue/store/world.ts'
import { importProducts } from '../../catalogue/import-products.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import { productTable, wordsOf } from './product-table.ts'
import type { SeedProduct } from './read-product-sheet.ts'
import { type SeedShelves, worldFiles } from './world-files.ts'

/** When the shop was opened. */
const OPENED = 75

/** Programme, products (by the importer that everybody uses), their English, swatches and topics. Answers ids by slug. */
export async function seedCatalogue(now: Ctx): Promise<{ products: Map<string, string>; topics: Map<string, string> }> {
  const ctx = daysAgo(now, OPENED)
  const [shelves, products] = [await worldFiles.shelves(), await worldFiles.products()]
  await ctx.tx('seed programme', (req) => ensureDefaultProgramme(req, shelves.programme))
  const known = await findProductIds(await ctx.req())
  const fresh = products.filter(({ slug }) => !known.has(slug))
  if (fresh.length > 0) await importAll(ctx, fresh, shelves)
  const topics = await seedShelves(ctx, shelves)
  const ids = await findProductIds(await ctx.req())
  for (const product of products) await dress(ctx, product, ids.get(product.slug) ?? '', topics)
  return { products: ids, topics }
}

async function importAll(ctx: Ctx, products: readonly SeedProduct[], { categories }: SeedShelves): Promise<void> {
  const table = productTable(products, new Map(categories.map(({ key, zh }) => [key, zh])))
  const source = { name: 'products.csv', open: () => Readable.from([Buffer.from(table)]) }
  const pictures = {
    local: (name: string) => worldFiles.picture(name),
    remote: async () => fail('unavailable', 'The demo world loads nothing'),
  }
  const report = must(await importProducts(ctx, source, { pictures, language: 'zh' }), 'products')
  if (report.problems[0]) throw new Error(`The demo world's products: line ${report.problems[0].line}: ${report.problems[0].reason}`)
}

const seedShelves = (ctx: Ctx, { categories, topics }: SeedShelves): Promise<Map<string, string>> =>
  ctx.tx('seed shelves', async (req) => {
    for (const [position, { zh, en, about }] of categories.entries())
      await describeShelf(req, 'categories', slugify(zh), { names: { zh, en }, about, position })
    const ids = new Map<string, string>()
    for (const [position, { slug, zh, en, about }] of topics.entries()) {
      ids.set(slug, await ensureTopic(req, slug, { zh, en }))
      await describeShelf(req, 'topics', slug, { names: { zh, en }, about, position })
    }
    return ids
  })

const dress = (ctx: Ctx, product: SeedProduct, id: string, topics: ReadonlyMap<string, string>): Promise<void> =>
  ctx.tx('seed product words', (req) =>
    dressProduct(req, id, {
      english: { title: product.title.en, description: product.description.en },
      words: wordsOf(product),
      topics: product.topics.map((slug) => {
        const topic = topics.get(slug)
        if (!topic) throw new Error(`products/${product.slug}: there is no topic ${slug}`)
        return topic
      }),
    }),
  )
