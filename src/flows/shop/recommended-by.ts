import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { findFollowed } from '../../modules/engagement/store/followed.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import { findPublicPieces } from '../../modules/publishing/store.ts'
import { creatorFacts } from './around.ts'
import { idOf } from './media-facts.ts'
import type { CreatorFacts } from './views.ts'

export interface RecommendedBy {
  /** Creators with an approved public piece on it. */
  total: number
  /** Of these, how many the account follows; 0 for a guest. */
  followed: number
  /** The first of the followed, at most three. */
  creators: CreatorFacts[]
}

const PIECES = 100
const NAMED = 3

/** S-03: by how many followed creators a product is recommended: those with an approved public piece on it, each once. */
export async function recommendedBy(ctx: Ctx, actor: Actor, { productId }: { productId: string }): Promise<Result<RecommendedBy>> {
  if (!isId(productId)) return fail('not_found', 'There is no such product.')
  const req = await ctx.req()
  const pieces = await findPublicPieces(req, { product: productId, limit: PIECES })
  const authors = [...new Set(pieces.map(({ authorId }) => authorId))]
  const followed = actor.userId ? await findFollowed(req, actor.userId, authors) : []
  const named = authors.filter((id) => followed.includes(id)).slice(0, NAMED)
  const creators = await findCreatorRows(req, named)
  const media = await findMediaRows(
    req,
    [...creators.values()].flatMap(({ avatar }) => idOf(avatar) ?? []),
  )
  return ok({ total: authors.length, followed: followed.length, creators: named.map((id) => creatorFacts({ creators, media }, id)) })
}
