import type { PayloadRequest, Where } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'

/** What people write in the editor of codes, and what it stands for; unknown ones are missing. */
export interface CouponNames {
  currency: string
  /** By handle, in lower case. */
  creators: ReadonlyMap<string, string>
  /** By the end of the product's page. */
  products: ReadonlyMap<string, string>
}

/** Looks up handles and products for finance and admin. Fails with `forbidden`. */
export async function readCouponNames(
  ctx: Ctx,
  actor: Actor,
  { handle, slugs }: { handle: string; slugs: readonly string[] },
): Promise<Result<CouponNames>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Codes are made by the roles finance and admin.')
  const req = await ctx.req()
  const { currency } = await readTerms(req)
  const folded = handle.toLowerCase()
  const creators = folded ? await rows<{ handle: string }>(req, 'creators', { handle: { equals: folded } }) : []
  const products = slugs.length > 0 ? await rows<{ slug: string }>(req, 'products', { slug: { in: [...slugs] } }) : []
  return ok({
    currency,
    creators: new Map(creators.map((row) => [row.handle.toLowerCase(), row.id])),
    products: new Map(products.map(({ slug, id }) => [slug, id])),
  })
}

/** The ends of these products' pages, by id. */
export async function readProductSlugs(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await rows<{ slug: string }>(await ctx.req(), 'products', { id: { in: [...ids] } })
  return new Map(found.map(({ id, slug }) => [id, slug]))
}

async function rows<T>(req: PayloadRequest, collection: 'creators' | 'products', where: Where): Promise<(T & { id: string })[]> {
  const { docs } = await req.payload.db.find<T & { id: string }>({ collection, where, limit: 500, pagination: false, req })
  return docs
}
