import type { PayloadRequest } from 'payload'
import { fail, ok, type Result } from '../../lib/result.ts'
import { needsSecondPerson, type PayoutFacts } from '../../modules/ledger/index.ts'
import { findRun, linesOfPayouts, type PayoutRow, payoutsOfRun, type RunRow } from '../../modules/ledger/store/payouts.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'

export interface RunFacts {
  run: RunRow
  payouts: PayoutRow[]
  /** Whether somebody else than who locked it has to agree, and did not yet. */
  waitsForSecond: boolean
  needsSecond: boolean
}

/** A run with its payouts, and whether a second person is needed. Fails with `not_found`. */
export async function openRun(req: PayloadRequest, id: string): Promise<Result<RunFacts>> {
  const run = await findRun(req, id)
  if (!run) return fail('not_found', 'There is no such payout run.')
  const payouts = await payoutsOfRun(req, id)
  const { twoPersonsFrom } = await readPayoutSettings(req)
  const needsSecond = needsSecondPerson({ total: run.total, twoPersonsFrom, paysLocker: await pays(req, payouts, run.lockedBy) })
  return ok({ run, payouts, needsSecond, waitsForSecond: needsSecond && !run.approvedBy })
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
