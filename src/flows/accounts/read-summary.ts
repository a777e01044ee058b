import type { Ctx } from '../../context.ts'
import type { Role } from '../../lib/actor.ts'
import type { Visit } from '../../lib/visit.ts'
import { findCreator, findUserById } from '../../modules/accounts/store.ts'
import { findCollected } from '../../modules/boards/store.ts'
import { readMarks } from '../../modules/engagement/store.ts'
import { countCart } from '../carts/count-cart.ts'

export interface Summary {
  status: 'anonymous' | 'member'
  name?: string
  roles: Role[]
  creatorHandle?: string
  cartCount: number
  /** Ids of creators followed, and of pieces and products liked and collected: the latest 500 of each. */
  follows: string[]
  likes: string[]
  collects: string[]
}

const MARKS = 500

/** What a public page shows about its visitor, fetched by the browser after the page. A guest without a cart costs no query. */
export async function readSummary(ctx: Ctx, visit: Visit): Promise<Summary> {
  const actor = await visit.actor()
  const cartCount = await countCart(ctx, visit)
  if (!actor.userId) return { status: 'anonymous', roles: [], cartCount, follows: [], likes: [], collects: [] }
  const req = await ctx.req()
  const user = await findUserById(req, actor.userId)
  const creator = actor.creatorId ? await findCreator(req, { id: { equals: actor.creatorId } }) : null
  return {
    status: 'member',
    ...(user ? { name: user.name } : {}),
    roles: [...actor.roles],
    ...(creator?.kind === 'creator' ? { creatorHandle: creator.handle } : {}),
    cartCount,
    ...(await readMarks(req, actor.userId, MARKS)),
    collects: await findCollected(req, actor.userId, MARKS),
  }
}
