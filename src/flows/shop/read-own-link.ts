import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { findOwnLinkCode } from '../../modules/catalogue/store/own-link.ts'

/** The code with which the actor may share a product, so that what is sold is credited to her; null when she has none. */
export async function readOwnLink(ctx: Ctx, { creatorId }: Actor, { productId }: { productId: string }): Promise<string | null> {
  return creatorId && isId(productId) ? findOwnLinkCode(await ctx.req(), { creator: creatorId, product: productId }) : null
}
