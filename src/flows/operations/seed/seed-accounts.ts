import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../../context.ts'
import { type Actor, isRole } from '../../../lib/actor.ts'
import { idOf } from '../../../lib/ids.ts'
import { hashPassword } from '../../../modules/accounts/index.ts'
import { dressProfile } from '../../../modules/accounts/store/profiles.ts'
import { findCreator, findUserByEmail, insertCreator, insertUser, patchUser } from '../../../modules/accounts/store.ts'
import { storeUpload } from '../../media/store-upload.ts'
import { must } from './must.ts'
import { type SeedCreator, worldFiles } from './world-files.ts'

export interface SeedPeople {
  creators: Map<string, Actor>
  fan: Actor
  editor: Actor
  finance: Actor
}

/**
 * The people of the first world: the demo accounts, and creators beside the demo one, whose accounts nobody has a password
 * for. Portraits and words are put on once.
 */
export async function seedAccounts(ctx: Ctx): Promise<SeedPeople> {
  const creators = new Map<string, Actor>()
  for (const one of await worldFiles.creators()) creators.set(one.handle, await seedCreator(ctx, one))
  const [fan, editor, finance] = await Promise.all(['fan', 'editor', 'finance'].map((account) => actorOf(ctx, account)))
  if (!fan || !editor || !finance) throw new Error('The demo accounts are made before the first world')
  return { creators, fan, editor, finance }
}

const emailOf = (account: string): string => `${account}@demo.example`

async function actorOf(ctx: Ctx, account: string): Promise<Actor | null> {
  const user = await findUserByEmail(await ctx.req(), emailOf(account))
  return user && { userId: user.id, roles: user.roles.filter(isRole), creatorId: user.creator ? idOf(user.creator) : null }
}

async function seedCreator(ctx: Ctx, one: SeedCreator): Promise<Actor> {
  const actor = (await actorOf(ctx, one.account)) ?? (await makeCreator(ctx, one))
  const profile = await findCreator(await ctx.req(), { id: { equals: actor.creatorId ?? '' } })
  if (!profile) throw new Error(`The account ${one.account} has no creator profile`)
  if (!profile.avatar) {
    const { media } = must(await storeUpload(ctx, actor, { stream: bytes(await worldFiles.picture(`${one.avatar}.webp`)) }), one.avatar)
    await ctx.tx('dress profile', (req) =>
      dressProfile(req, profile.id, { displayName: one.name, bio: one.bio, verticals: one.verticals, avatar: media.id }),
    )
  }
  return actor
}

async function makeCreator(ctx: Ctx, { account, name, locale, handle, bio, verticals }: SeedCreator): Promise<Actor> {
  const secrets = await hashPassword(randomBytes(32).toString('base64url'))
  await ctx.tx('seed creator', async (req) => {
    const user = await insertUser(req, {
      email: emailOf(account),
      name,
      locale,
      roles: ['fan', 'creator'],
      ...secrets,
      verificationToken: null,
      demo: true,
    })
    await patchUser(req, user, { creator: await insertCreator(req, { user, handle, displayName: name, bio, verticals }) })
  })
  const actor = await actorOf(ctx, account)
  if (!actor) throw new Error(`The account ${account} was not made`)
  return actor
}

export async function* bytes(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}
