import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import { type Actor, isRole } from '../../lib/actor.ts'
import { idOf } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { hashPassword } from '../../modules/accounts/index.ts'
import { findCreator, findUserByEmail, findUserById, insertCreator, insertUser, patchUser } from '../../modules/accounts/store.ts'
import type { User } from '../../payload-types.ts'

const house = { email: 'house@shop.invalid', handle: 'house', names: { zh: '编辑部', en: 'The editors' } } as const

/** The creator of this handle, as somebody who writes. Failures: `not_found`, `forbidden` when she is suspended. */
export async function creatorByHandle(ctx: Ctx, handle: string): Promise<Result<Actor>> {
  const req = await ctx.req()
  const creator = await findCreator(req, { handle: { equals: handle.replace(/^@/, '').toLowerCase() } })
  const user = creator && creator.kind === 'creator' ? await findUserById(req, idOf(creator.user)) : null
  if (!creator || !user) return fail('not_found', `There is no creator @${handle.replace(/^@/, '')}.`)
  if (creator.status !== 'active' || user.suspendedAt) return fail('forbidden', `@${creator.handle} is suspended.`)
  return ok(actorOf(user))
}

/**
 * The shop's own voice, for notes that are nobody's: made once, and nobody has its password. Failures: `conflict` when
 * somebody else has its handle.
 */
export async function houseCreator(ctx: Ctx, locale: 'zh' | 'en'): Promise<Result<Actor>> {
  const known = await findUserByEmail(await ctx.req(), house.email)
  if (known?.creator) return ok(actorOf(known))
  if (await findCreator(await ctx.req(), { handle: { equals: house.handle } }))
    return fail('conflict', `@${house.handle} is somebody's name here; say with --author whose notes these are.`)
  const secrets = await hashPassword(randomBytes(32).toString('base64url'))
  const name = house.names[locale]
  await ctx.tx('make house creator', async (req) => {
    const user = await insertUser(req, {
      email: house.email,
      name,
      locale,
      roles: ['fan', 'creator'],
      ...secrets,
      verificationToken: null,
      demo: false,
    })
    const creator = await insertCreator(req, { user, handle: house.handle, displayName: name, bio: '', verticals: ['other'] })
    await patchUser(req, user, { creator })
  })
  const made = await findUserByEmail(await ctx.req(), house.email)
  if (!made) throw new Error('The house creator was not made')
  return ok(actorOf(made))
}

const actorOf = (user: User): Actor => ({
  userId: user.id,
  roles: user.roles.filter(isRole),
  creatorId: user.creator ? idOf(user.creator) : null,
})
