import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { PromoterTerms } from '../../modules/attribution/store/promoter-programme.ts'
import { findPromoterProgramme } from '../../modules/attribution/store/promoter-programme.ts'
import { findPromoterLinks } from '../../modules/publishing/store/promoter-links.ts'
import { boughtBy } from '../orders/bought-by.ts'
import { mayPromote } from './promote-product.ts'

export interface PromotionState {
  /** Whether this account can have a link to this product. */
  may: boolean
  /** Why not: `off` (no programme), `unknown` (not on sale), `staff`, `not_bought`. */
  why: 'off' | 'unknown' | 'staff' | 'not_bought' | null
  /** The link it has, whatever it may now. */
  code: string | null
  terms: PromoterTerms | null
}

/** What an account may do with a product as its promoter (S-06). Writes nothing. */
export async function readPromotion(ctx: Ctx, actor: Actor, { productId }: { productId: string }): Promise<Result<PromotionState>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to recommend what you bought.')
  const req = await ctx.req()
  const may = await mayPromote(req, actor, productId)
  const links = actor.creatorId ? await findPromoterLinks(req, actor.creatorId, productId) : []
  const code = links.find(({ status, programme }) => status === 'active' && programme !== null)?.code ?? null
  if (may.ok) return ok({ may: true, why: null, code, terms: may.value })
  const { code: failed, details } = may.failure
  const why = failed === 'state' ? 'off' : failed === 'not_found' ? 'unknown' : details?.why === 'staff' ? 'staff' : 'not_bought'
  return ok({ may: false, why, code, terms: null })
}

/** Which of these products an account may recommend: what it bought and kept, while the shop has promoters. For lists. */
export async function promotable(ctx: Ctx, actor: Actor, products: readonly string[]): Promise<Set<string>> {
  if (!actor.userId || products.length === 0) return new Set()
  const req = await ctx.req()
  if (!(await findPromoterProgramme(req))) return new Set()
  const may = new Set<string>()
  for (const product of (await boughtBy(req, [actor.userId], products)).get(actor.userId) ?? [])
    if ((await mayPromote(req, actor, product)).ok) may.add(product)
  return may
}
