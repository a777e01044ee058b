import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { liveHolds } from '../../modules/ledger/index.ts'
import { allHolds, type StoredHold } from '../../modules/ledger/store/holds.ts'
import { entriesOfLines, type StoredEntry } from '../../modules/ledger/store.ts'
import { namesOf } from '../../modules/operations/store.ts'
import { namesOfOrders } from '../conversions/sale-names.ts'

export interface HoldView {
  id: string
  creator: { id: string; name: string; handle: string }
  /** It is about the reader's own commissions: somebody else reviews it. */
  own: boolean
  orderLine: string | null
  /** The order, or the sale elsewhere, that its line is of; null for all that she has outstanding, and for a bonus. */
  order: { id: string; number: string } | null
  /** What she has outstanding on the line; null for a hold of everything. Minor units. */
  amount: { amount: number; currency: string } | null
  reason: string
  signal: string | null
  note: string | null
  /** Name of who placed it; null where a rule did. */
  by: string | null
  at: string
  until: string | null
  /** ATT-37: nobody has looked at it within 30 days. It still holds, and stands first until somebody does. */
  overdue: boolean
}

/** Holds that stand, those that wait too long first. For finance and admin. */
export async function listHolds(ctx: Ctx, actor: Actor): Promise<Result<{ holds: HoldView[] }>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Holds are reviewed by the roles finance and admin.')
  const req = await ctx.req()
  const live = await standing(req)
  const creators = await findCreatorRows(req, [...new Set(live.map(({ creator }) => creator))])
  const names = await namesOf(
    req,
    live.flatMap(({ actor: by }) => by ?? []),
  )
  const lines = await linesOf(req, live)
  const now = ctx.clock.now()
  const holds = live.map((hold) => ({
    ...{ id: hold.id, orderLine: hold.orderLine, reason: hold.reason, signal: hold.signal, note: hold.note, at: hold.at.toISOString() },
    creator: {
      ...{ id: hold.creator, name: creators.get(hold.creator)?.displayName ?? hold.creator },
      handle: creators.get(hold.creator)?.handle ?? '',
    },
    own: hold.creator === actor.creatorId,
    ...lines(hold),
    by: hold.actor === null ? null : (names.get(hold.actor) ?? hold.actor),
    until: hold.until?.toISOString() ?? null,
    overdue: isOverdue(hold, now),
  }))
  return ok({ holds: holds.sort((a, b) => ((a.until ?? a.at) < (b.until ?? b.at) ? -1 : 1)) })
}

export interface HoldCounts {
  live: number
  overdue: number
  /** When the one that has waited longest was due for its review. */
  since: Date | null
}

/** How many holds stand, and how many of them nobody has looked at in time (ATT-37). */
export async function countHolds(req: PayloadRequest, now: Date): Promise<HoldCounts> {
  const live = await standing(req)
  const overdue = live.filter((hold) => isOverdue(hold, now))
  const since = overdue.map(({ until }) => until!).sort((a, b) => a.getTime() - b.getTime())[0] ?? null
  return { live: live.length, overdue: overdue.length, since }
}

const standing = async (req: PayloadRequest): Promise<StoredHold[]> => liveHolds(await allHolds(req)) as StoredHold[]

const isOverdue = ({ until }: StoredHold, now: Date): boolean => until !== null && until < now

async function linesOf(
  req: PayloadRequest,
  live: readonly StoredHold[],
): Promise<(hold: StoredHold) => Pick<HoldView, 'order' | 'amount'>> {
  const entries = await entriesOfLines(req, [...new Set(live.flatMap(({ orderLine }) => orderLine ?? []))])
  const numbers = await namesOfOrders(
    req,
    entries.flatMap(({ order }) => order ?? []),
  )
  return ({ creator, orderLine }) => {
    const own = entries.filter((entry) => entry.orderLine === orderLine && entry.creator === creator)
    const order = own.find((entry) => entry.order)?.order ?? null
    return { order: order === null ? null : { id: order, number: numbers.get(order) ?? '' }, amount: sumOf(own) }
  }
}

function sumOf(entries: readonly StoredEntry[]): HoldView['amount'] {
  const [first] = entries
  return first ? { amount: entries.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency } : null
}
