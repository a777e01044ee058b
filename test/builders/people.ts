import type { Actor, Role } from '../../src/lib/actor.ts'
import { newId } from '../../src/lib/ids.ts'
import type { World } from './world.ts'

let count = 0

/** An account with these roles, verified, password `correct horse 7`. */
export async function person(
  { payload }: Pick<World, 'payload'>,
  roles: Role[] = ['fan'],
  more: { email?: string; name?: string } = {},
): Promise<Actor & { userId: string; email: string }> {
  const email = more.email ?? `person-${++count}@example.test`
  const user = await payload.create({
    collection: 'users',
    data: { id: newId(), email, password: 'correct horse 7', name: more.name ?? `Person ${count}`, roles, locale: 'zh', _verified: true },
    disableVerificationEmail: true,
    depth: 0,
  })
  return { userId: user.id, roles, creatorId: null, email }
}

/** A creator with an account of her own. */
export async function creator(
  world: Pick<World, 'payload'>,
  more: { handle?: string; displayName?: string } = {},
): Promise<Actor & { userId: string; creatorId: string; email: string }> {
  const account = await person(world, ['fan', 'creator'])
  const handle = more.handle ?? `creator_${count}`
  const profile = await world.payload.create({
    collection: 'creators',
    data: {
      id: newId(),
      user: account.userId,
      handle,
      displayName: more.displayName ?? handle,
      kind: 'creator',
      level: 'none',
      status: 'active',
    },
    depth: 0,
  })
  await world.payload.update({ collection: 'users', id: account.userId, data: { creator: profile.id }, depth: 0 })
  return { ...account, creatorId: profile.id }
}
