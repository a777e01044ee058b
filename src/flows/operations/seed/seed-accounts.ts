import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../../context.ts'
import { type Actor, isRole, type Role } from '../../../lib/actor.ts'
import { bytes } from '../../../lib/bytes.ts'
import { idOf } from '../../../lib/ids.ts'
import { hashPassword } from '../../../modules/accounts/index.ts'
import { backdateProfile, dressProfile } from '../../../modules/accounts/store/profiles.ts'
import { findCreator, findUserByEmail, insertCreator, insertUser, patchUser } from '../../../modules/accounts/store.ts'
import { storeUpload } from '../../media/store-upload.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import { type SeedCreator, type SeedFan, worldFiles } from './world-files.ts'

export interface SeedPeople {
  /** By handle. */
  creators: Map<string, Actor>
  /** By account, the demo fan among them. */
  fans: Map<string, Actor>
  editor: Actor
  finance: Actor
}

/** When people came. */
const JOINED = 70

type Secrets = Awaited<ReturnType<typeof hashPassword>>

/**
 * The people of the demo world: the demo accounts, and creators and fans beside them whose accounts nobody has a password
 * for. Portraits and words are put on once.
 */
export async function seedAccounts(now: Ctx): Promise<SeedPeople> {
  const ctx = daysAgo(now, JOINED)
  // One hash for all of them, of a password that is forgotten here.
  const secrets = await hashPassword(randomBytes(32).toString('base64url'))
  const creators = new Map<string, Actor>()
  for (const one of await worldFiles.creators()) creators.set(one.handle, await seedCreator(ctx, one, secrets))
  const fans = new Map<string, Actor>()
  for (const one of await worldFiles.fans()) fans.set(one.account, await seedFan(ctx, one, secrets))
  const [editor, finance] = await Promise.all(['editor', 'finance'].map((account) => actorOf(ctx, account)))
  if (!editor || !finance) throw new Error('The demo accounts are made before the demo world')
  return { creators, fans, editor, finance }
}

/** A fan or a creator by the name that the files use. Throws when there is none. */
export function personOf({ creators, fans }: SeedPeople, name: string): Actor {
  const person = fans.get(name) ?? creators.get(name)
  if (!person) throw new Error(`Nobody in the demo world is called ${name}`)
  return person
}

const emailOf = (account: string): string => `${account}@demo.example`

async function actorOf(ctx: Ctx, account: string): Promise<Actor | null> {
  const user = await findUserByEmail(await ctx.req(), emailOf(account))
  return user && { userId: user.id, roles: user.roles.filter(isRole), creatorId: user.creator ? idOf(user.creator) : null }
}

async function seedFan(ctx: Ctx, { account, name, locale }: SeedFan, secrets: Secrets): Promise<Actor> {
  const known = await actorOf(ctx, account)
  if (known) return known
  await ctx.tx('seed fan', (req) => insertUser(req, userRow(account, name, locale, ['fan'], secrets)))
  return made(ctx, account)
}

async function seedCreator(ctx: Ctx, one: SeedCreator, secrets: Secrets): Promise<Actor> {
  const actor = (await actorOf(ctx, one.account)) ?? (await makeCreator(ctx, one, secrets))
  const profile = await findCreator(await ctx.req(), { id: { equals: actor.creatorId ?? '' } })
  if (!profile) throw new Error(`The account ${one.account} has no creator profile`)
  // Who has no face is known to be done by the day she joined.
  const isDressed = one.avatar ? Boolean(profile.avatar) : new Date(profile.createdAt) <= ctx.clock.now()
  if (!isDressed) await dress(ctx, one, actor, profile.id)
  return actor
}

async function dress(ctx: Ctx, { avatar, name, bio, verticals }: SeedCreator, actor: Actor, profile: string): Promise<void> {
  const face = avatar ? must(await storeUpload(ctx, actor, { stream: bytes(await worldFiles.picture(`${avatar}.webp`)) }), avatar) : null
  await ctx.tx('dress profile', async (req) => {
    await dressProfile(req, profile, { displayName: name, bio, verticals, ...(face ? { avatar: face.media.id } : {}) })
    await backdateProfile(req, profile, ctx.clock.now())
  })
}

async function makeCreator(ctx: Ctx, one: SeedCreator, secrets: Secrets): Promise<Actor> {
  const { account, name, locale, handle, bio, verticals } = one
  await ctx.tx('seed creator', async (req) => {
    const user = await insertUser(req, userRow(account, name, locale, ['fan', 'creator'], secrets))
    await patchUser(req, user, { creator: await insertCreator(req, { user, handle, displayName: name, bio, verticals }) })
  })
  return made(ctx, account)
}

const userRow = (account: string, name: string, locale: 'zh' | 'en', roles: Role[], secrets: Secrets) => ({
  email: emailOf(account),
  name,
  locale,
  roles,
  ...secrets,
  verificationToken: null,
  demo: true,
})

async function made(ctx: Ctx, account: string): Promise<Actor> {
  const actor = await actorOf(ctx, account)
  if (!actor) throw new Error(`The account ${account} was not made`)
  return actor
}
