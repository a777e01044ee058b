import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { ok, type Result } from '../../lib/result.ts'
import { findProducts, newestProducts } from '../../modules/publishing/store/products.ts'
import { type ProductView, productViews } from './content-view.ts'
import { creatorOf } from './own-piece.ts'

const LIMIT = 20

/** Products that a piece can place: by words, or the newest when there are none. Failures: `forbidden`, `invalid`. */
export async function findLinkable(ctx: Ctx, actor: Actor, { q }: { q: string }): Promise<Result<{ products: ProductView[] }>> {
  const creator = creatorOf(actor)
  if (!creator.ok) return creator
  const req = await ctx.req()
  if (q.trim() === '') return ok({ products: await productViews(ctx, req, await newestProducts(req, LIMIT), creator.value.creatorId) })
  const found = await ctx.search.search({ q, filter: { field: 'kind', op: '=', value: 'product' }, hitsPerPage: LIMIT })
  if (!found.ok) return found
  const ids = found.value.hits.map(({ document }) => document.id)
  const products = await findProducts(req, ids)
  // The index may be a moment behind: what is not for sale any more is not offered.
  const offered = ids.flatMap((id) => products.get(id) ?? []).filter(({ status }) => status === 'active')
  return ok({ products: await productViews(ctx, req, offered, creator.value.creatorId) })
}
