import path from 'node:path'
import type { Ctx } from '../../../context.ts'
import { fail } from '../../../lib/result.ts'
import { ensureDefaultProgramme } from '../../../modules/attribution/store/programmes.ts'
import { slugify } from '../../../modules/catalogue/index.ts'
import { ensureTopic, translate } from '../../../modules/catalogue/store/world.ts'
import { importProducts } from '../../catalogue/import-products.ts'
import { must } from './must.ts'
import { worldFiles } from './world-files.ts'

/** Programme, products (by the importer that everybody uses), their English, and topics. Answers topic ids by slug. */
export async function seedCatalogue(ctx: Ctx): Promise<Map<string, string>> {
  const { categories, products, topics, programme } = await worldFiles.catalogue()
  await ctx.tx('seed programme', (req) => ensureDefaultProgramme(req, programme))
  const pictures = {
    local: (source: string) => worldFiles.picture(path.basename(source)),
    remote: async () => fail('unavailable', 'The first world loads nothing'),
  }
  const report = must(await importProducts(ctx, worldFiles.products, { pictures, language: 'zh' }), 'products')
  if (report.problems[0]) throw new Error(`The first world's products: line ${report.problems[0].line}: ${report.problems[0].reason}`)
  return ctx.tx('seed shelves', async (req) => {
    for (const [name, english] of Object.entries(categories)) await translate(req, 'categories', slugify(name), { name: english })
    for (const [slug, texts] of Object.entries(products)) await translate(req, 'products', slug, texts)
    const ids = new Map<string, string>()
    for (const { slug, zh, en } of topics) ids.set(slug, await ensureTopic(req, slug, { zh, en }))
    return ids
  })
}
