import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { dayIn } from '../../lib/calendar.ts'
import { csvFile, figure } from '../../lib/csv.ts'
import { toMajor } from '../../lib/money.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { entriesOfCreator } from '../../modules/ledger/store.ts'
import { siteTimeZone } from '../payments/site-day.ts'
import { linesOfCreator } from './creator-lines.ts'
import { type EarningRow, earningRows } from './earning-rows.ts'

export interface Statement {
  fileName: string
  /** RFC 4180, UTF-8 with a byte order mark; cells that a spreadsheet would run are made harmless. */
  csv: string
  /** Minor units: `opening` + the month's entries = `closing`. */
  opening: number
  closing: number
  currency: string
}

const header = ['date', 'time', 'entry', 'order', 'product', 'piece', 'rate_bps', 'amount', 'balance', 'currency', 'test', 'reason']

/** A creator's statement of one month of the shop's calendar, such as `2026-11`. Fails with `forbidden`, `invalid`. */
export async function readStatement(ctx: Ctx, actor: Actor, month: string): Promise<Result<Statement>> {
  if (!actor.creatorId) return fail('forbidden', 'Statements belong to creators: become one first.')
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return fail('invalid', 'Expected a month such as 2026-11.', { field: 'month' })
  const req = await ctx.req()
  const { currency } = await readTerms(req)
  const dayAndTime = clockIn(await siteTimeZone(req))
  const own = (await entriesOfCreator(req, actor.creatorId)).filter((entry) => entry.currency === currency)
  const monthOf = (at: string) => dayAndTime(at)[0].slice(0, 7)
  const opening = own.reduce((sum, { at, amount }) => (monthOf(at) < month ? sum + amount : sum), 0)
  const rows = await earningRows(
    req,
    own.filter(({ at }) => monthOf(at) === month),
    new Map((await linesOfCreator(req, actor.creatorId, ctx.clock.now(), own)).map((line) => [line.orderLine, line])),
  )
  const closing = rows.reduce((sum, { amount }) => sum + amount, opening)
  const lines = linesOf(rows, opening, currency, dayAndTime)
  const edge = (name: string, balance: number) => [month, '', name, '', '', '', '', '', amountIn(balance, currency), currency, '', '']
  return ok({
    fileName: `statement-${month}.csv`,
    csv: csvFile([header, edge('opening', opening), ...lines, edge('closing', closing)]),
    opening,
    closing,
    currency,
  })
}

function linesOf(rows: readonly EarningRow[], opening: number, currency: string, dayAndTime: (at: string) => [string, string]) {
  let balance = opening
  return rows.map(({ at, kind, orderNumber, productTitle, piece, rateBps, amount, test, cause }) => {
    balance += amount
    const [day, time] = dayAndTime(at)
    const about = [day, time, kind, orderNumber ?? '', productTitle ?? '', piece?.id ?? '', rateBps ?? '']
    return [...about, amountIn(amount, currency), amountIn(balance, currency), currency, test ? 'test' : '', cause ?? '']
  })
}

const amountIn = (amount: number, currency: string) => figure(toMajor({ amount, currency }))

/** Date and time of the shop's calendar, such as `2026-11-02` and `12:00:00`. */
function clockIn(timeZone: string): (at: string) => [string, string] {
  const dayOf = dayIn(timeZone)
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium', hourCycle: 'h23' })
  return (at) => [dayOf(new Date(at)), time.format(new Date(at))]
}
