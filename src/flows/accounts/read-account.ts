import type { Ctx } from '../../context.ts'
import { type Actor, isStaff, type Role } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { countOf, countUnread, findCreator, findUserById } from '../../modules/accounts/store.ts'

export interface AccountFacts {
  id: string
  name: string
  email: string
  locale: 'zh' | 'en'
  roles: Role[]
  staff: boolean
  creator: { id: string; handle: string } | null
  /** ISO time. */
  memberSince: string
  orders: number
  follows: number
  unread: number
}

/** The account of the actor, for his own page. */
export async function readAccount(ctx: Ctx, actor: Actor): Promise<Result<AccountFacts>> {
  const { userId } = actor
  const req = await ctx.req()
  const user = userId ? await findUserById(req, userId) : null
  if (!userId || !user) return fail('unauthenticated', 'Log in to see the account.')
  const creator = actor.creatorId ? await findCreator(req, { id: { equals: actor.creatorId } }) : null
  return ok({
    id: user.id,
    name: user.name,
    email: user.email,
    locale: user.locale,
    roles: [...actor.roles],
    staff: isStaff(actor),
    creator: creator ? { id: creator.id, handle: creator.handle } : null,
    memberSince: user.createdAt,
    orders: await countOf(req, 'orders', userId),
    follows: await countOf(req, 'follows', userId),
    unread: await countUnread(req, userId),
  })
}
