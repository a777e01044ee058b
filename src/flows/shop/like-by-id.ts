import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, type Result } from '../../lib/result.ts'
import { findOnSale } from '../../modules/catalogue/store/on-sale.ts'
import { findPublicPieces } from '../../modules/publishing/store.ts'
import { likePiece } from '../accounts/like-piece.ts'

/** Likes a public piece of either kind or a product, or takes it back: a card's button knows only its id. */
export async function likeById(
  ctx: Ctx,
  actor: Actor,
  { id, on }: { id: string; on: boolean },
): Promise<Result<{ on: boolean; count: number }>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to like.')
  if (!isId(id)) return nothing
  const req = await ctx.req()
  const [piece] = await findPublicPieces(req, { ids: [id], limit: 1 })
  if (piece) return likePiece(ctx, actor, { kind: piece.kind, id, on })
  return (await findOnSale(req, [id])).has(id) ? likePiece(ctx, actor, { kind: 'products', id, on }) : nothing
}

const nothing = fail('not_found', 'There is no such public piece or product.')
