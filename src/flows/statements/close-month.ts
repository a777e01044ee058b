import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { isDuplicateKey } from '../../database/duplicate-key.ts'
import { dayIn } from '../../lib/calendar.ts'
import { groupBy } from '../../lib/group.ts'
import { creatorsInBooks } from '../../modules/ledger/store/creators.ts'
import { insertStatement, type StatementRow, statementsOfMonth } from '../../modules/ledger/store/statements.ts'
import { entriesOfCreator, type StoredEntry } from '../../modules/ledger/store.ts'
import { notify } from '../accounts/notify.ts'
import { siteTimeZone } from '../payments/site-day.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'

/** Months that are looked back: a shop that was off for a while catches up. */
const monthsBack = 3

/**
 * Freezes the statement of every creator for the months that are over (of the shop's calendar): one row for each month and currency in
 * which something stood or moved. Running again writes nothing. Answers how many were written.
 */
export async function closeMonths(ctx: Ctx): Promise<number> {
  const req = await ctx.req()
  const monthOf = await monthReader(req)
  const present = monthOf(ctx.clock.now())
  let written = 0
  for (const month of monthsBefore(present)) written += await closeMonth(ctx, month, monthOf)
  return written
}

type MonthOf = (at: Date) => string

export async function monthReader(req: PayloadRequest): Promise<MonthOf> {
  const dayOf = dayIn(await siteTimeZone(req))
  return (at) => dayOf(at).slice(0, 7)
}

/** The months before one, the oldest first. */
function monthsBefore(month: string): string[] {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return Array.from({ length: monthsBack }, (_, index) =>
    new Date(Date.UTC(year, number - 1 - (monthsBack - index), 1)).toISOString().slice(0, 7),
  )
}

async function closeMonth(ctx: Ctx, month: string, monthOf: MonthOf): Promise<number> {
  const req = await ctx.req()
  const there = new Set((await statementsOfMonth(req, month)).map(({ creator, currency }) => `${creator} ${currency}`))
  let written = 0
  for (const creator of await creatorsInBooks(req)) {
    const byCurrency = groupBy(await entriesOfCreator(await ctx.req(), creator), ({ currency }) => currency)
    for (const [currency, entries] of byCurrency) {
      if (there.has(`${creator} ${currency}`)) continue
      const row = statementOf(entries, month, monthOf)
      if (row && (await keep(ctx, { ...row, creator, currency, month, at: ctx.clock.now().toISOString() }))) written += 1
    }
  }
  return written
}

/** A month of entries summed up; null when nothing stood and nothing moved. Pure. */
export function statementOf(
  entries: readonly StoredEntry[],
  month: string,
  monthOf: MonthOf,
): Omit<StatementRow, 'creator' | 'currency' | 'month' | 'at'> | null {
  const until = entries.filter(({ at }) => monthOf(new Date(at)) <= month)
  const within = until.filter(({ at }) => monthOf(new Date(at)) === month)
  const sum = (...kinds: StoredEntry['kind'][]) => within.reduce((all, { kind, amount }) => (kinds.includes(kind) ? all + amount : all), 0)
  const closing = until.reduce((all, { amount }) => all + amount, 0)
  const opening = closing - within.reduce((all, { amount }) => all + amount, 0)
  if (within.length === 0 && opening === 0) return null
  return {
    ...{ opening, closing, earned: sum('accrue'), adjusted: sum('adjust') },
    // Zero is never negative on a statement.
    ...{ reversed: -sum('reverse', 'clawback') || 0, paidOut: -sum('payout', 'payout_fail', 'tax_withheld') || 0 },
    lastSequence: until.at(-1)?.sequence ?? 0,
  }
}

async function keep(ctx: Ctx, row: StatementRow): Promise<boolean> {
  try {
    await ctx.tx('close month', async (req) => {
      await insertStatement(req, row)
      const userId = await userOfCreator(req, row.creator)
      const closing = { amount: row.closing, currency: row.currency }
      if (userId) await notify(req, { userId, kind: 'statement-ready', data: { month: row.month, closing } })
    })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
