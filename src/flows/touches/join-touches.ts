import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { joinVerdict, joinWindowMs } from '../../modules/attribution/index.ts'
import {
  accountsSeen,
  appendJoin,
  devicesOf,
  type JoinRow,
  joinsOfAccount,
  joinsOfVisitor,
  seenBy,
  standingJoins,
} from '../../modules/attribution/store/joins.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'

/**
 * ATT-18: at a log-in the touches that this device made before, logged in as nobody, become the account's, so that they count wherever
 * it buys. Only when the device had no other account in 24 hours; a second one within that time undoes the first one's join. Where the
 * account took a join back itself, that device stays apart from it.
 * Rows of their own: no touch changes, and what an order was decided by stays.
 */
export async function joinTouches(
  ctx: Ctx,
  visit: Pick<Visit, 'visitorId' | 'consent'>,
  account: string,
): Promise<'join' | 'undo' | 'none'> {
  const { visitorId: visitor, consent } = visit
  if (!visitor) return 'none'
  const at = ctx.clock.now()
  await ctx.touches.drain()
  return againOnDuplicate(() =>
    ctx.tx('join touches', async (req) => {
      const rows = await joinsOfVisitor(req, visitor)
      if (rows.findLast((row) => row.account === account)?.reason === 'asked') return 'none'
      const standing = standingJoins(rows)
      const since = new Date(at.getTime() - joinWindowMs)
      const own = standing.find((row) => row.account === account)
      // A join that is older than a day is in no doubt: the device changed hands since.
      const other = standing.find((row) => row.account !== account && row.at >= since)
      const seen = [...(await accountsSeen(req, visitor, since)), ...rows.flatMap((row) => seenBy(row, account))]
      const verdict = joinVerdict({ account, at, consent, seen, joinedTo: other?.account ?? own?.account ?? null })
      if (verdict === 'join') await appendJoin(req, { ...rowOf(rows, visitor, account), kind: 'join', reason: 'login', at })
      if (verdict === 'undo' && other)
        await appendJoin(req, { ...rowOf(rows, visitor, other.account), kind: 'undo', reason: 'second_account', at })
      return verdict
    }),
  )
}

const rowOf = (rows: readonly JoinRow[], visitor: string, account: string) => ({
  visitor,
  account,
  rows: rows.filter((row) => row.account === account).length,
})

/** A device whose visits before a log-in count as the account's. The visitor's pseudonym is not told. */
export interface JoinView {
  id: string
  /** When it was joined: at a log-in. */
  at: string
  /** `phone`, `tablet`, `desktop`; null where nothing is known of it any more. */
  device: string | null
  /** Whether it is the device that asks. */
  here: boolean
}

/** The joins of an account that stand, newest first. */
export async function listJoins(ctx: Ctx, actor: Actor, visitorId: string | null = null): Promise<Result<{ joins: JoinView[] }>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to see which visits were joined to your account.')
  const req = await ctx.req()
  const rows = standingJoins(await joinsOfAccount(req, actor.userId))
  const devices = await devicesOf(
    req,
    rows.map(({ visitor }) => visitor),
  )
  const joins = rows.map(({ id, at, visitor }) => ({
    ...{ id, at: at.toISOString(), device: devices.get(visitor) ?? null, here: visitor === visitorId },
  }))
  return ok({ joins: joins.sort((a, b) => (a.at < b.at ? 1 : -1)) })
}

/** Takes a join back, for orders from now on. Asking again changes nothing. Fails with `not_found` for another account's. */
export async function undoJoin(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ undone: boolean }>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to change what was joined to your account.')
  return againOnDuplicate(() =>
    ctx.tx('undo join', async (req) => {
      const rows = await joinsOfAccount(req, userId)
      const row = rows.find((one) => one.id === id && one.kind === 'join')
      if (!row) return fail('not_found', 'There is no such join.')
      const own = rows.filter(({ visitor }) => visitor === row.visitor)
      if (own.at(-1)?.kind === 'undo') return ok({ undone: false })
      await appendJoin(req, { ...rowOf(own, row.visitor, userId), kind: 'undo', reason: 'asked', at: ctx.clock.now() })
      return ok({ undone: true })
    }),
  )
}
