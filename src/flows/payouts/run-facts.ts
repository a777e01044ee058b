import type { PayloadRequest } from 'payload'
import { fail, ok, type Result } from '../../lib/result.ts'
import { aloneBeside, aloneWithinMs, needsSecondPerson, type PayoutFacts } from '../../modules/ledger/index.ts'
import { findRun, linesOfPayouts, type PayoutRow, payoutsOfRun, type RunRow, runsTouchedSince } from '../../modules/ledger/store/payouts.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'

export interface RunFacts {
  run: RunRow
  payouts: PayoutRow[]
  /** Whether somebody else than who locked it has to agree, and did not yet. */
  waitsForSecond: boolean
  needsSecond: boolean
}

/**
 * A run with its payouts, and whether a second person is needed for `by` to send it now. What somebody may do alone is what he, and
 * who locked it, did not do alone within the day already. Once it is sent that was decided. Fails with `not_found`.
 */
export async function openRun(req: PayloadRequest, id: string, { by, now }: { by?: string | null; now: Date }): Promise<Result<RunFacts>> {
  const run = await findRun(req, id)
  if (!run) return fail('not_found', 'There is no such payout run.')
  const payouts = await payoutsOfRun(req, id)
  const { twoPersonsFrom } = await readPayoutSettings(req)
  const beside = run.state === 'locked' ? await doneAlone(req, run, [run.lockedBy, ...(by ? [by] : [])], now) : 0
  const needsSecond = needsSecondPerson({ total: run.total, twoPersonsFrom, beside, paysLocker: await pays(req, payouts, run.lockedBy) })
  return ok({ run, payouts, needsSecond, waitsForSecond: run.state === 'locked' && needsSecond && !run.approvedBy })
}

/** The most that one of these persons did alone within the day beside a run. */
async function doneAlone(req: PayloadRequest, run: RunRow, persons: readonly string[], now: Date): Promise<number> {
  const date = (text: string | null | undefined) => (text ? new Date(text) : null)
  const recent = await runsTouchedSince(req, new Date(now.getTime() - aloneWithinMs))
  const others = recent
    .filter(({ currency }) => currency === run.currency)
    .map(({ id, total, lockedBy, lockedAt, sentBy, sentAt, approvedBy, state }) => ({
      ...{ id, total, lockedBy, lockedAt: new Date(lockedAt), sentBy: sentBy ?? null, sentAt: date(sentAt) },
      ...{ approved: Boolean(approvedBy), cancelled: state === 'cancelled' },
    }))
  const about = { id: run.id, lockedAt: new Date(run.lockedAt) }
  return Math.max(...persons.map((person) => aloneBeside(about, others, person, now)))
}

async function pays(req: PayloadRequest, payouts: readonly PayoutRow[], userId: string): Promise<boolean> {
  for (const { creator } of payouts) if ((await userOfCreator(req, creator)) === userId) return true
  return false
}

/** What the entries of a payout are made from. */
export async function payoutFacts(req: PayloadRequest, { id, creator, currency, taxAmount }: PayoutRow): Promise<PayoutFacts> {
  const lines = await linesOfPayouts(req, [id])
  return {
    ...{ payout: id, creator, currency, tax: taxAmount },
    lines: lines.map(({ orderLine, order, amount }) => ({ orderLine, order: order ?? null, amount })),
  }
}
