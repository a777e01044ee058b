import type { OrderRowView, OrderState, OrderView } from './view.ts'

/** How the head of the order looks. */
export type OrderLook = 'waiting' | 'failed' | 'good' | 'over'

export function orderLook(state: OrderState): OrderLook {
  switch (state) {
    case 'awaiting_payment':
      return 'waiting'
    case 'payment_failed':
      return 'failed'
    case 'paid':
    case 'shipped':
    case 'fulfilled':
    case 'completed':
      return 'good'
    case 'cancelled':
    case 'expired':
      return 'over'
  }
}

/** The tone of the small state label in lists; a full refund speaks louder than the state it happened in. */
export function badgeTone(row: Pick<OrderRowView, 'state' | 'refundState'>): 'good' | 'honey' | 'bad' | 'neutral' {
  if (row.refundState !== 'none') return 'neutral'
  const look = orderLook(row.state)
  return look === 'good' ? 'good' : look === 'waiting' ? 'honey' : look === 'failed' ? 'bad' : 'neutral'
}

/** Units of an order, and those not refunded. */
export function units(lines: readonly Pick<OrderView['lines'][number], 'quantity' | 'refundedQuantity'>[]): { all: number; kept: number } {
  return lines.reduce((sum, line) => ({ all: sum.all + line.quantity, kept: sum.kept + line.quantity - line.refundedQuantity }), {
    all: 0,
    kept: 0,
  })
}

/** What each credited creator gets from an order, summed over its lines, in the order of the lines. */
export function creditsByCreator(lines: readonly Pick<OrderView['lines'][number], 'credit'>[]) {
  const byHandle = new Map<
    string,
    { creator: NonNullable<OrderView['lines'][number]['credit']>['creator']; amount: number; currency: string }
  >()
  for (const { credit } of lines) {
    if (!credit || credit.amount.amount === 0) continue
    const known = byHandle.get(credit.creator.handle)
    const amount = (known?.amount ?? 0) + credit.amount.amount
    byHandle.set(credit.creator.handle, { creator: credit.creator, amount, currency: credit.amount.currency })
  }
  return [...byHandle.values()].map(({ creator, amount, currency }) => ({ creator, amount: { amount, currency } }))
}
