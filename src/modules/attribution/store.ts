import type { PayloadRequest, Where } from 'payload'
import { isStaff, type Role } from '../../lib/actor.ts'
import { idOf } from '../../lib/ids.ts'
import type { Creator, Programme as ProgrammeDoc, Touch, User } from '../../payload-types.ts'
import { type CreatorStanding, defaultCapBps, type EntryTouch, type Programme } from './index.ts'

/** More touches than this in 90 days are no person's; the latest decide. */
const most = 500

/** ATT-07: the longest window, in milliseconds: no older touch can count. */
const longest = 90 * 86_400_000

/** Whose touches are asked for. `joined`: other visitors whose touches before a log-in are the account's (ATT-18). */
export interface TouchOwner {
  visitor: string | null
  account: string | null
  joined?: readonly { visitor: string; at: Date }[]
}

/** A touch with the account that was logged in when it was made. */
export type OwnedTouch = EntryTouch & { account: string | null }

/**
 * The touches that may decide an order: this visitor's and this account's, and those joined to it, of the 90 days before
 * `from`, which is when the order is placed or the first of its goods was put into the cart (ATT-07).
 */
export async function findTouches(req: PayloadRequest, who: TouchOwner, from: Date): Promise<OwnedTouch[]> {
  const joined = who.joined ?? []
  const whose: Where[] = [
    ...(who.visitor ? [{ visitor: { equals: who.visitor } }] : []),
    ...(who.account ? [{ account: { equals: who.account } }] : []),
    ...joined.map(
      ({ visitor, at }): Where => ({
        and: [{ visitor: { equals: visitor } }, { account: { exists: false } }, { at: { less_than_equal: at.toISOString() } }],
      }),
    ),
  ]
  if (whose.length === 0) return []
  const since = new Date(from.getTime() - longest).toISOString()
  const others = new Set(joined.filter(({ visitor }) => visitor !== who.visitor).map(({ visitor }) => visitor))
  const { docs } = await req.payload.db.find<Touch>({
    collection: 'touches',
    where: { and: [{ at: { greater_than_equal: since } }, { or: whose }] },
    sort: '-at',
    limit: most,
    pagination: false,
    req,
  })
  return docs.map((touch) => ({
    id: touch.id,
    kind: touch.kind,
    account: touch.account ?? null,
    at: new Date(touch.at),
    creatorId: touch.creator ?? null,
    linkId: touch.link ?? null,
    pieceId: touch.piece ?? null,
    placementId: touch.placement ?? null,
    productId: touch.product ?? null,
    programmeId: touch.programme ?? null,
    repeatOf: touch.repeatOf ?? null,
    ...(touch.visitor && others.has(touch.visitor) && touch.account !== who.account ? { joined: true } : {}),
    channel: touch.channel ?? null,
    parentShare: touch.parentShare ?? null,
    referrerHost: touch.referrerHost ?? null,
  }))
}

/** The terms of these programmes as they are now. */
export async function findProgrammes(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, ProgrammeNow>> {
  const docs = await byIds<ProgrammeDoc>(req, 'programmes', ids)
  return new Map(docs.map((programme): [string, ProgrammeNow] => [programme.id, termsOf(programme)]))
}

/** The terms of all programmes as they are now, closed ones too. */
export async function findAllProgrammes(req: PayloadRequest): Promise<Map<string, ProgrammeNow>> {
  const { docs } = await req.payload.db.find<ProgrammeDoc>({ collection: 'programmes', where: {}, limit: 0, pagination: false, req })
  return new Map(docs.map((programme): [string, ProgrammeNow] => [programme.id, termsOf(programme)]))
}

/** A programme as decisions know it, with the rates of its tiers by name (ATT-35). */
export type ProgrammeNow = Programme & { tierBps: ReadonlyMap<string, number> }

const termsOf = ({ id, status, model, windowDays, rateBps, ...more }: ProgrammeDoc): ProgrammeNow => ({
  ...{ id, status, model, windowSeconds: windowDays * 86_400, rateBps },
  indirectRateBps: more.indirectRateBps ?? null,
  capBps: more.capBps ?? defaultCapBps,
  couponRule: more.couponRule ?? 'coupon_wins',
  cartSeconds: (more.cartDays ?? 0) * 86_400,
  bindSeconds: (more.bindDays ?? 0) * 86_400,
  joining: more.joining ?? 'open',
  holdDays: Number(more.holdDays),
  tierBps: new Map((more.tiers ?? []).map((tier) => [tier.name, tier.rateBps])),
})

/** How these creators stand now (ATT-20, ATT-21). A suspended account is a suspended creator. */
export async function findStandings(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, CreatorStanding>> {
  const creators = await byIds<Creator>(req, 'creators', ids)
  const users = new Map(
    (
      await byIds<User>(
        req,
        'users',
        creators.map(({ user }) => idOf(user)),
      )
    ).map((user) => [user.id, user]),
  )
  return new Map(
    creators.map((creator): [string, CreatorStanding] => {
      const user = users.get(idOf(creator.user))
      const suspended = creator.status === 'suspended' || !user || Boolean(user.suspendedAt)
      return [
        creator.id,
        {
          id: creator.id,
          userId: idOf(creator.user),
          status: suspended ? 'suspended' : 'active',
          isStaff: isStaff({ roles: (user?.roles ?? []) as Role[] }),
        },
      ]
    }),
  )
}

/** Raw rows: of what is read here nothing is localized, hidden from somebody or made by a hook. Removed accounts are not found. */
async function byIds<T extends { id: string }>(
  req: PayloadRequest,
  collection: 'programmes' | 'creators' | 'users',
  ids: readonly string[],
): Promise<T[]> {
  if (ids.length === 0) return []
  const these: Where = { id: { in: [...ids] } }
  const where: Where = collection === 'users' ? { and: [these, { deletedAt: { exists: false } }] } : these
  const { docs } = await req.payload.db.find({ collection, where, limit: ids.length, pagination: false, req })
  return docs as unknown as T[]
}
