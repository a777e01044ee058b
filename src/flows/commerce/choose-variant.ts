import type { Ctx } from '../../context.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { variantWith } from '../../modules/catalogue/index.ts'
import { findVariantRows } from '../../modules/catalogue/store/shelf.ts'

/** The variant on sale that a product page's choice means: option name → value. Fails with `not_found` when there is none such. */
export async function chooseVariant(
  ctx: Ctx,
  { productId, options }: { productId: string; options: Readonly<Record<string, string>> },
): Promise<Result<{ variantId: string }>> {
  const variants = isId(productId) ? await findVariantRows(await ctx.req(), [productId]) : []
  const wanted = Object.entries(options).map(([name, value]) => ({ name, value }))
  const choices = variants.map(({ id, options }) => ({ id, options: (options ?? []).map(({ name, value }) => ({ name, value })) }))
  const variant = variantWith(choices, wanted)
  return variant ? ok({ variantId: variant.id }) : fail('not_found', 'There is no such variant on sale.', { field: 'options' })
}
