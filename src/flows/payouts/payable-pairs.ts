import type { PayloadRequest } from 'payload'
import { holdOn, lastRelease, liveHolds, type PayablePair } from '../../modules/ledger/index.ts'
import { allHolds } from '../../modules/ledger/store/holds.ts'
import { type OutstandingPair, outstandingPairs } from '../../modules/ledger/store/outstanding.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { lineDates, payableOfLine } from '../earnings/line-dates.ts'

/**
 * What may be paid now in a currency: the payable lines of every creator (of `only`, when it is given), and those below zero, which
 * are always filled first (ATT-29). Test orders are never paid out. The states are those of `linesOfCreator` (ATT-25); only what is
 * outstanding is looked at, since nothing else is ever paid.
 */
export async function payablePairs(
  req: PayloadRequest,
  { currency, now, only }: { currency: string; now: Date; only?: readonly string[] | undefined },
): Promise<PayablePair[]> {
  const all = (await outstandingPairs(req)).filter(
    (pair) => !pair.test && pair.currency === currency && (!only || only.includes(pair.creator)),
  )
  const payable = await payableSince(req, all, now)
  return all.flatMap((pair) => {
    const since = pair.amount < 0 ? new Date(0) : payable(pair)
    if (since === null) return []
    const { creator, orderLine, order, amount, pieceKind, piece } = pair
    return [
      {
        ...{ creator, orderLine, order, amount, since },
        ...(piece && pieceKind ? { pieceKind, piece } : { pieceKind: null, piece: null }),
      },
    ]
  })
}

/** Since when a pair above zero is payable; null while its hold runs, its receipt is waited for, or it is held back. */
async function payableSince(
  req: PayloadRequest,
  pairs: readonly OutstandingPair[],
  now: Date,
): Promise<(pair: OutstandingPair) => Date | null> {
  const { confirmDays } = await readPayoutSettings(req)
  const rows = await allHolds(req)
  const [holds, released] = [liveHolds(rows), lastRelease(rows)]
  const orders = new Set(pairs.flatMap(({ amount, order }) => (amount > 0 && order ? [order] : [])))
  const dates = await lineDates(req, [...orders])
  return ({ creator, orderLine, order, at }) => {
    if (holdOn(holds, creator, orderLine)) return null
    const payable = payableOfLine(order ? dates.get(order) : undefined, orderLine, at, confirmDays)
    if (payable.expected || payable.at > now) return null
    const free = released(creator, orderLine)
    return free && free > payable.at ? free : payable.at
  }
}
