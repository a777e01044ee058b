import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import {
  type ByteSource,
  type ImportFile,
  type ImportProblem,
  type ImportProduct,
  isRate,
  readProducts,
} from '../../modules/catalogue/index.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { importPicture, type PictureSource } from './import-picture.ts'
import { importProduct, type ProductOutcome } from './import-product.ts'

export interface ImportOptions {
  pictures: PictureSource
  /** How many units of the shop's currency one unit of the file's is, as a decimal such as 7.12; without it amounts are taken as they stand. */
  rate?: string
  /** The language of the file's texts; without it each title tells (中文 or not). */
  language?: 'zh' | 'en'
  /** How many products of this file an earlier run brought in before it was stopped. */
  from?: number
  /** Stops after the product at hand. */
  signal?: AbortSignal
  /** Called after each product, when it is in the database. */
  onProgress?: (progress: { done: number; total: number; title: string }) => void | Promise<void>
}

export interface ImportReport {
  format: ImportFile['format']
  rows: number
  products: Record<ProductOutcome['product'], number>
  variants: ProductOutcome['variants']
  pictures: { added: number; known: number; failed: number }
  categoriesCreated: number
  priceChanges: number
  stockMoves: number
  prices: ImportFile['prices']
  /** Products that were looked at, with those of the run before. Less than `of` when it was stopped. */
  done: number
  of: number
  /** In the order of the file. */
  problems: ImportProblem[]
}

/**
 * Brings a shop's product file into the catalogue: products, variants, prices, stock, categories, pictures. A product
 * goes in whole or not at all; one that cannot does not stop the others. Running it twice changes nothing. Fails with
 * `invalid` when the file as a whole cannot be read.
 */
export async function importProducts(ctx: Ctx, source: ByteSource, options: ImportOptions): Promise<Result<ImportReport>> {
  const { currency } = await readTerms(await ctx.req())
  if (options.rate !== undefined && !isRate(options.rate))
    return fail('invalid', `Expected a rate above zero such as 7.12, got ${JSON.stringify(options.rate)}`, { field: 'rate' })
  const read = await readProducts(source, { currency, rate: options.rate ?? null })
  if (!read.ok) return read
  const report = emptyReport(read.value)
  const pictures = new Map<string, string>()
  report.done = Math.min(options.from ?? 0, report.of)
  for (const product of read.value.products.slice(report.done)) {
    if (options.signal?.aborted) break
    await loadPictures(ctx, product, options.pictures, pictures, report)
    const language = options.language ?? (/\p{Script=Han}/u.test(product.title) ? 'zh' : 'en')
    add(report, await ctx.tx('import product', (req) => importProduct(req, product, { currency, language, pictures, at: ctx.clock.now() })))
    report.done += 1
    await options.onProgress?.({ done: report.done, total: report.of, title: product.title })
  }
  report.problems.sort((a, b) => a.line - b.line)
  return ok(report)
}

const emptyReport = ({ format, rows, refused, problems, prices, products }: ImportFile): ImportReport => ({
  format,
  rows,
  products: { created: 0, updated: 0, unchanged: 0, refused },
  variants: { created: 0, updated: 0, unchanged: 0 },
  pictures: { added: 0, known: 0, failed: 0 },
  categoriesCreated: 0,
  priceChanges: 0,
  stockMoves: 0,
  prices,
  done: 0,
  of: products.length,
  problems: [...problems],
})

async function loadPictures(
  ctx: Ctx,
  product: ImportProduct,
  from: PictureSource,
  loaded: Map<string, string>,
  report: ImportReport,
): Promise<void> {
  for (const picture of product.pictures) {
    if (loaded.has(picture.source)) continue
    const made = await importPicture(ctx, picture, from)
    if (made.ok) {
      loaded.set(picture.source, made.value.id)
      report.pictures[made.value.isNew ? 'added' : 'known'] += 1
    } else {
      report.pictures.failed += 1
      report.problems.push({
        line: picture.line,
        column: null,
        effect: 'adjusted',
        reason: `Picture ${picture.source.slice(0, 200)}: ${made.failure.message}`,
      })
    }
  }
}

function add(report: ImportReport, outcome: ProductOutcome): void {
  report.products[outcome.product] += 1
  for (const kind of ['created', 'updated', 'unchanged'] as const) report.variants[kind] += outcome.variants[kind]
  for (const sum of ['categoriesCreated', 'priceChanges', 'stockMoves'] as const) report[sum] += outcome[sum]
  report.problems.push(...outcome.problems)
}
