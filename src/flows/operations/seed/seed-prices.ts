import type { Ctx } from '../../../context.ts'
import { findVariantsBySku, updateVariant } from '../../../modules/catalogue/store/import.ts'
import { daysAgo } from './at-time.ts'
import type { SeedProduct } from './read-product-sheet.ts'

/**
 * Cuts the price of a product on its day: a change of the row like any other, whose log shows what it was before (LAW-8).
 * Yuan in the files, minor units in the shop. Doing it twice changes nothing.
 */
export async function cutPrice(now: Ctx, { variants, was }: SeedProduct): Promise<void> {
  if (!was) return
  await daysAgo(now, was.until).tx('cut price', async (req) => {
    const rows = await findVariantsBySku(
      req,
      variants.map(({ sku }) => sku),
    )
    for (const { sku, price } of variants) {
      const row = rows.get(sku)
      if (row && row.price !== price * 100) await updateVariant(req, row.id, { price: price * 100 })
    }
  })
}
