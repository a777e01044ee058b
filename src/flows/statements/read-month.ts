import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { statementsOf } from '../../modules/ledger/store/statements.ts'
import { entriesOfCreator } from '../../modules/ledger/store.ts'
import { linesOfCreator } from '../earnings/creator-lines.ts'
import { type EarningRow, earningRows } from '../earnings/earning-rows.ts'
import { monthReader, statementOf } from './close-month.ts'

export interface MonthRead {
  month: string
  currency: string
  /** Whether its row was frozen; a month that is not over is summed up as it stands. */
  frozen: boolean
  name: string
  /** ATT-33, as the settings are now. Minor units. */
  terms: { payoutDay: number; minPayout: number }
  sums: { opening: number; earned: number; reversed: number; adjusted: number; paidOut: number; closing: number }
  /** Oldest first, each with the balance after it. */
  rows: (EarningRow & { balance: number })[]
}

/** A creator's month with every entry, to read and print. Fails with `forbidden`, `invalid`. */
export async function readMonth(ctx: Ctx, actor: Actor, month: string): Promise<Result<MonthRead>> {
  if (!actor.creatorId) return fail('forbidden', 'Statements belong to creators: become one first.')
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return fail('invalid', 'Expected a month such as 2026-11.', { field: 'month' })
  const req = await ctx.req()
  const { currency } = await readTerms(req)
  const monthOf = await monthReader(req)
  const own = (await entriesOfCreator(req, actor.creatorId)).filter((entry) => entry.currency === currency)
  const within = own.filter(({ at }) => monthOf(new Date(at)) === month)
  const frozen = (await statementsOf(req, actor.creatorId)).find((row) => row.month === month && row.currency === currency)
  const sums = frozen ?? statementOf(own, month, monthOf) ?? { opening: 0, earned: 0, reversed: 0, adjusted: 0, paidOut: 0, closing: 0 }
  const lines = new Map((await linesOfCreator(req, actor.creatorId, ctx.clock.now(), own)).map((line) => [line.orderLine, line]))
  let balance = sums.opening
  const rows = (await earningRows(req, within, lines)).map((row) => {
    balance += row.amount
    return { ...row, balance }
  })
  const { opening, earned, reversed, adjusted, paidOut, closing } = sums
  const creator = (await findCreatorRows(req, [actor.creatorId])).get(actor.creatorId)
  const { payoutDay, minPayout } = await readPayoutSettings(req)
  return ok({
    terms: { payoutDay, minPayout },
    ...{ month, currency, frozen: frozen !== undefined, name: creator?.displayName ?? '', rows },
    sums: { opening, earned, reversed, adjusted, paidOut, closing },
  })
}
