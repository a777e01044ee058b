import { commissionState, type HoldRow, holdOn, type PayableDate } from '../../modules/ledger/index.ts'
import type { StoredEntry } from '../../modules/ledger/store.ts'

/** What decides the days of a line, beside its entries. */
export interface WhyTimes {
  /** ATT-27; null before the payment. */
  payable: PayableDate | null
  /** Holds that stand. A buyer's reader is given none. */
  holds: readonly HoldRow[]
  now: Date
}

/**
 * ATT-27: when it is payable and why; `expected` while the receipt is. `held`: why it is on hold. `paidOn`: when what was left was
 * put into a payout. Null where nothing is left of it.
 * A buyer is told no hold.
 */
export interface WhyDates {
  pendingSince: string
  payableOn: string | null
  expected: boolean
  because: PayableDate['because'] | null
  holdDays: number | null
  held: string | null
  paidOn: string | null
  rule: 'ATT-27'
}

/**
 * Every creator of a line waits for the same day; the reading one's own state says whether hers still does. Who still waits is told
 * of first; when all were paid, the last payout is.
 */
export function datesOf(
  own: readonly StoredEntry[],
  { self }: { self: string | null },
  { payable, holds, now }: WhyTimes,
): WhyDates | null {
  const accruals = own.filter(({ kind, creator }) => kind === 'accrue' && (self === null || creator === self))
  let paid: WhyDates | null = null
  for (const { orderLine, creator, at } of accruals) {
    if (!orderLine || !creator) continue
    const hold = holdOn(holds, creator, orderLine)
    const { state } = commissionState(own, orderLine, creator, { payable, hold, now })
    if (state === null || state === 'reversed') continue
    const dates = {
      pendingSince: at,
      payableOn: payable?.at.toISOString() ?? null,
      expected: payable?.expected ?? true,
      because: payable?.because ?? null,
      holdDays: payable?.holdDays ?? null,
      held: hold?.reason ?? null,
      paidOn: null,
      rule: 'ATT-27' as const,
    }
    if (state !== 'paid') return dates
    const payout = own.findLast((entry) => entry.kind === 'payout' && entry.creator === creator && entry.orderLine === orderLine)
    paid = { ...dates, held: null, paidOn: payout?.at ?? null }
  }
  return paid
}
