const day = 86_400_000

/** ATT-27. What a programme may choose, in days; null on a line (orders from before holds) is the default. */
export const holdChoices = [0, 7, 14, 15, 30, 60, 90] as const
export const defaultHoldDays = 15

/** How long staff have to look at a hold (ATT-37). */
export const holdReviewDays = 30

/** What of an order decides when its commissions become payable. */
export interface ReceiptFacts {
  /** 确认收货, by the buyer or by itself. */
  receivedAt: Date | null
  deliveredAt: Date | null
  /** All sent. */
  fulfilledAt: Date | null
  paidAt: Date
  /** Days after delivery when an order counts as received by itself. */
  confirmDays: number
}

/** Days that a parcel usually takes, and days until it is usually sent: for a date that is expected, not promised. */
const usualDays = { travel: 7, packing: 3 } as const

export interface PayableDate {
  at: Date
  /** True while it rests on an expected receipt. */
  expected: boolean
  /**
   * `received`: the hold runs from the receipt. `credited`: from the moment of the credit, where no receipt is ever told (a sale of
   * another shop, a bonus). The others say what is still waited for.
   */
  because: 'received' | 'credited' | 'delivered' | 'sent' | 'to_send'
  holdDays: number
  rule: 'ATT-27'
}

/** When a line's commission becomes payable, and why (ATT-27): the hold starts at the receipt of the order. */
export function payableDate(order: ReceiptFacts, holdDays: number | null): PayableDate {
  const hold = holdDays ?? defaultHoldDays
  const { at, because } = receiptOf(order)
  return { at: new Date(at.getTime() + hold * day), expected: because !== 'received', because, holdDays: hold, rule: 'ATT-27' }
}

/** When a commission without a receipt becomes payable: the hold starts when it was credited, so that it is skipped by nobody (ATT-36). */
export function payableFromCredit(creditedAt: Date, holdDays: number | null): PayableDate {
  const hold = holdDays ?? defaultHoldDays
  return { at: new Date(creditedAt.getTime() + hold * day), expected: false, because: 'credited', holdDays: hold, rule: 'ATT-27' }
}

function receiptOf({ receivedAt, deliveredAt, fulfilledAt, paidAt, confirmDays }: ReceiptFacts): {
  at: Date
  because: Exclude<PayableDate['because'], 'credited'>
} {
  const after = (from: Date, days: number) => new Date(from.getTime() + days * day)
  if (receivedAt) return { at: receivedAt, because: 'received' }
  if (deliveredAt) return { at: after(deliveredAt, confirmDays), because: 'delivered' }
  if (fulfilledAt) return { at: after(fulfilledAt, usualDays.travel + confirmDays), because: 'sent' }
  return { at: after(paidAt, usualDays.packing + usualDays.travel + confirmDays), because: 'to_send' }
}

/**
 * ATT-27: whether a hold is over before a buyer may no longer return without a reason, so that a commission could be paid for
 * goods that come back. Settings and programmes refuse it.
 */
export const holdTooShort = (holdDays: number, returnDays: number): boolean => holdDays < returnDays

/** A row of `holds`. */
export interface HoldRow {
  id: string
  kind: 'hold' | 'release'
  /** Of a release: the hold that it ends. */
  hold: string | null
  creator: string
  /** Null: all that she has outstanding. */
  orderLine: string | null
  reason: string
  signal: string | null
  until: Date | null
  at: Date
}

/** The holds that no release has ended, in the order of the rows. Past its `until` a hold still holds: it waits for review. */
export function liveHolds(rows: readonly HoldRow[]): HoldRow[] {
  const ended = new Set(rows.flatMap(({ kind, hold }) => (kind === 'release' && hold ? [hold] : [])))
  return rows.filter(({ kind, id }) => kind === 'hold' && !ended.has(id))
}

/** The first live hold that covers a creator's line; null when none does. */
export const holdOn = (live: readonly HoldRow[], creator: string, orderLine: string): HoldRow | null =>
  live.find((hold) => hold.creator === creator && (hold.orderLine === null || hold.orderLine === orderLine)) ?? null

/** When the last hold that covered a creator's line was released; null when none was. */
export function lastRelease(rows: readonly HoldRow[]): (creator: string, orderLine: string) => Date | null {
  const latest = new Map<string, Date>()
  for (const { kind, creator, orderLine, at } of rows) {
    const key = `${creator} ${orderLine ?? ''}`
    const known = latest.get(key)
    if (kind === 'release' && (!known || known < at)) latest.set(key, at)
  }
  return (creator, orderLine) => {
    const found = [latest.get(`${creator} ${orderLine}`), latest.get(`${creator} `)].filter((at) => at !== undefined)
    return found.length === 0 ? null : new Date(Math.max(...found.map((at) => at.getTime())))
  }
}
