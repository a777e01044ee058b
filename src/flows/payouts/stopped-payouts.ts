import type { PayloadRequest } from 'payload'
import { bansOf } from '../../modules/fraud/store/decisions.ts'
import { holdOn, liveHolds } from '../../modules/ledger/index.ts'
import { holdsOf } from '../../modules/ledger/store/holds.ts'
import { linesOfPayouts, type PayoutRow, type RunRow } from '../../modules/ledger/store/payouts.ts'

/** Why a payout that was locked may not be sent: something in it is held by now, or its creator was banned after the lock. */
export type PayoutStop = 'held' | 'banned'

/**
 * ATT-37, ATT-38: which payouts of a locked run may not be sent any more, by their ids. What a run pays was free of holds when it was
 * locked; a signal, a refund request, a ban or staff may have held it since.
 */
export async function stoppedPayouts(
  req: PayloadRequest,
  { lockedAt }: Pick<RunRow, 'lockedAt'>,
  payouts: readonly PayoutRow[],
): Promise<Map<string, PayoutStop>> {
  const open = payouts.filter(({ state }) => state === 'locked')
  const creators = open.map(({ creator }) => creator)
  const live = liveHolds(await holdsOf(req, creators))
  const lines = await linesOfPayouts(
    req,
    open.map(({ id }) => id),
  )
  const held = new Set(lines.flatMap(({ payout, creator, orderLine }) => (holdOn(live, creator, orderLine) ? [payout] : [])))
  const bans = new Map((await bansOf(req, creators)).map((decision) => [decision.creator, decision]))
  return new Map(
    open.flatMap(({ id, creator }): [string, PayoutStop][] => {
      const last = bans.get(creator)
      if (last?.kind === 'ban' && new Date(last.at) >= new Date(lockedAt)) return [[id, 'banned']]
      return held.has(id) ? [[id, 'held']] : []
    }),
  )
}
