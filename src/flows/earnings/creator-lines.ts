import type { PayloadRequest } from 'payload'
import { datesOf } from '../../modules/checkout/store/order-dates.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import {
  type CommissionState,
  commissionState,
  type HoldRow,
  holdOn,
  lastRelease,
  liveHolds,
  type PayableDate,
  pairsOf,
} from '../../modules/ledger/index.ts'
import { holdsOf } from '../../modules/ledger/store/holds.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { entriesOfCreator, type StoredEntry } from '../../modules/ledger/store.ts'
import { lineDates, payableOfLine } from './line-dates.ts'

/** A creator's commission on one line (or a grant), with its state (ATT-25). */
export interface CreatorLine {
  orderLine: string
  /** Null for a bonus or another grant. */
  order: string | null
  currency: string
  piece: { kind: 'posts' | 'video-notes'; id: string } | null
  test: boolean
  state: CommissionState
  hold: HoldRow | null
  /** When the last hold on it was released; null when none was. */
  releasedAt: Date | null
}

/** Every line of a creator with its state now. `entries` are all of hers, when they were read already. */
export async function linesOfCreator(
  req: PayloadRequest,
  creator: string,
  now: Date,
  entries?: readonly StoredEntry[],
): Promise<CreatorLine[]> {
  const own = entries ?? (await entriesOfCreator(req, creator))
  const pairs = pairsOf(creator, own) as Map<string, StoredEntry[]>
  const { confirmDays } = await readPayoutSettings(req)
  const rows = await holdsOf(req, [creator])
  const [holds, released] = [liveHolds(rows), lastRelease(rows)]
  const dates = await lineDates(req, ordersThatMatter(pairs))
  return [...pairs].map(([orderLine, list]) => {
    const first = list[0]!
    const order = list.find((entry) => entry.order)?.order ?? null
    const hold = holdOn(holds, creator, orderLine)
    const payable = payableOfLine(order ? dates.get(order) : undefined, orderLine, new Date(first.at), confirmDays)
    return {
      ...{ orderLine, order, hold, releasedAt: released(creator, orderLine), currency: first.currency, test: first.test },
      piece: first.piece && first.pieceKind ? { kind: first.pieceKind, id: first.piece } : null,
      state: commissionState(list, orderLine, creator, { payable, hold, now }),
    }
  })
}

/** Only what is outstanding waits for something: the dates of paid and reversed lines change nothing. */
const ordersThatMatter = (pairs: ReadonlyMap<string, StoredEntry[]>): string[] => [
  ...new Set(
    [...pairs.values()].flatMap((list) =>
      list.reduce((sum, { amount }) => sum + amount, 0) > 0 ? list.flatMap(({ order }) => order ?? []) : [],
    ),
  ),
]

/** When a line of an order becomes payable, and why (ATT-27), for pages about an order. Null until it was paid. */
export async function payableOfOrderLine(req: PayloadRequest, order: OrderRow, orderLine: string): Promise<PayableDate | null> {
  const dates = datesOf(order)
  if (!dates.paidAt) return null
  const { confirmDays } = await readPayoutSettings(req)
  return payableOfLine(dates, orderLine, dates.paidAt, confirmDays)
}
