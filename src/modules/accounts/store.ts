import type { PayloadRequest, Where } from 'payload'
import type { Role } from '../../lib/actor.ts'
import { newId } from '../../lib/ids.ts'
import type { Creator, Notification, User } from '../../payload-types.ts'
import type { Vertical } from './index.ts'

const base = { collection: 'users', depth: 0, overrideAccess: true } as const

/** One account by a condition, with hidden fields (tokens) where `showHiddenFields`. Removed ones are not found. */
async function findUser(req: PayloadRequest, where: Where, showHiddenFields = false): Promise<User | null> {
  const { docs } = await req.payload.find({ ...base, where, limit: 1, pagination: false, showHiddenFields, req })
  return docs[0] ?? null
}

export const findUserByEmail = (req: PayloadRequest, email: string): Promise<User | null> => findUser(req, { email: { equals: email } })

/** With `_verificationToken` and `resetPasswordToken`, for the mail that carries them. */
export const findUserWithTokens = (req: PayloadRequest, id: string): Promise<User | null> => findUser(req, { id: { equals: id } }, true)

export const findUserById = (req: PayloadRequest, id: string): Promise<User | null> => findUser(req, { id: { equals: id } })

export const findUserByToken = (
  req: PayloadRequest,
  field: '_verificationToken' | 'resetPasswordToken',
  token: string,
): Promise<User | null> => findUser(req, { [field]: { equals: token } }, true)

export interface NewUser {
  email: string
  name: string
  locale: 'zh' | 'en'
  roles: Role[]
  hash: string
  salt: string
  /** Null for an account that needs no confirmation of its address. */
  verificationToken: string | null
  demo: boolean
}

/**
 * Inserts an account with a hash that was made before. A raw write: Payload's create would hash inside the transaction,
 * with the write lock held.
 */
export async function insertUser(req: PayloadRequest, { verificationToken, ...user }: NewUser): Promise<string> {
  const id = newId()
  await req.payload.db.create({
    collection: 'users',
    data: { id, ...user, _verified: verificationToken === null, _verificationToken: verificationToken, sessions: [] },
    req,
  })
  return id
}

type StoredUser = Record<string, unknown> & { sessions?: { id: string }[] }

/**
 * Writes columns of one account as they are, inside a transaction. The row is read and written whole, as Payload's own
 * operations do: SQLite's adapter puts lists (`roles`, `sessions`) only with the row that they belong to.
 */
export async function patchUser(req: PayloadRequest, id: string, data: Record<string, unknown>): Promise<void> {
  const known = await findStored(req, id)
  if (known) await req.payload.db.updateOne({ collection: 'users', where: { id: { equals: id } }, data: { ...known, ...data }, req })
}

const findStored = (req: PayloadRequest, id: string): Promise<StoredUser | null> =>
  req.payload.db.findOne<StoredUser & { id: string }>({ collection: 'users', where: { id: { equals: id } }, req })

/** Ends one session of an account. */
export async function removeSession(req: PayloadRequest, id: string, session: string): Promise<void> {
  const known = await findStored(req, id)
  if (known) await patchUser(req, id, { sessions: (known.sessions ?? []).filter((one) => one.id !== session) })
}

/** Whether somebody can administer this site: demo accounts, suspended and removed ones do not count. */
export async function hasAdmin(req: PayloadRequest): Promise<boolean> {
  const where: Where = { and: [{ roles: { in: ['admin'] } }, { demo: { not_equals: true } }, { suspendedAt: { exists: false } }] }
  return (await findUser(req, where)) !== null
}

/** Ids of the accounts that hold a role; suspended ones are left out. */
export async function findUserIdsWithRole(req: PayloadRequest, role: Role): Promise<string[]> {
  const where: Where = { and: [{ roles: { in: [role] } }, { suspendedAt: { exists: false } }] }
  const { docs } = await req.payload.find({ ...base, where, select: { name: true }, limit: 0, pagination: false, req })
  return docs.map(({ id }) => id)
}

export async function findDemoUsers(req: PayloadRequest): Promise<User[]> {
  const { docs } = await req.payload.find({ ...base, where: { demo: { equals: true } }, limit: 50, pagination: false, req })
  return docs
}

export async function findCreator(req: PayloadRequest, where: Where): Promise<Creator | null> {
  const { docs } = await req.payload.find({
    collection: 'creators',
    where,
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0] ?? null
}

export interface NewCreator {
  user: string
  handle: string
  displayName: string
  bio: string
  verticals: Vertical[]
  /** `creator` unless given; a promoter has no public page (S-06). */
  kind?: 'creator' | 'promoter'
}

/** Throws a duplicate-key error when the handle or the account has a profile already. */
export async function insertCreator(req: PayloadRequest, data: NewCreator): Promise<string> {
  const made = await req.payload.create({
    collection: 'creators',
    data: { id: newId(), kind: 'creator', ...data, level: 'none', status: 'active' },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return made.id
}

/** Makes a promoter's profile a creator's: with the name and words that she chose. Throws a duplicate-key error when the handle is taken. */
export async function raisePromoter(req: PayloadRequest, id: string, { user: _, ...data }: NewCreator): Promise<void> {
  await req.payload.update({ collection: 'creators', id, data: { ...data, kind: 'creator' }, depth: 0, overrideAccess: true, req })
}

export async function findNotifications(req: PayloadRequest, userId: string, limit: number): Promise<Notification[]> {
  const where: Where = { user: { equals: userId } }
  const { docs } = await req.payload.find({
    collection: 'notifications',
    where,
    sort: '-id',
    limit,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs
}

const unread = (userId: string): Where => ({ and: [{ user: { equals: userId } }, { readAt: { exists: false } }] })

export async function countUnread(req: PayloadRequest, userId: string): Promise<number> {
  return (await req.payload.count({ collection: 'notifications', where: unread(userId), overrideAccess: true, req })).totalDocs
}

export async function markRead(req: PayloadRequest, userId: string, at: string): Promise<void> {
  await req.payload.update({
    collection: 'notifications',
    where: unread(userId),
    data: { readAt: at },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

export async function countOf(req: PayloadRequest, collection: 'orders' | 'follows', userId: string): Promise<number> {
  return (await req.payload.count({ collection, where: { user: { equals: userId } }, overrideAccess: true, req })).totalDocs
}
