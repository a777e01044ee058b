import { payableTo, payoutsBank, payoutsInTransit, taxWithheld } from './accounts.ts'
import type { EntryDraft, EntryKind } from './types.ts'

/** A payout as its entries need it: what it is made of and what is kept back. */
export interface PayoutFacts {
  payout: string
  creator: string
  currency: string
  /** Signed, not 0; they add up to `net + tax`. */
  lines: readonly { orderLine: string; order: string | null; amount: number }[]
  tax: number
}

type Step = 'locked' | 'confirmed' | 'failed' | 'cancelled' | 'returned'

/** What a run that is locked moves: each line off the creator's account, their sum on its way, the tax to the tax office. */
export function lockEntries(payout: PayoutFacts): EntryDraft[] {
  const gross = grossOf(payout)
  return [
    ...payout.lines.map((line) => onLine(payout, line, 'locked', 'payout', -line.amount, 'locked')),
    onShop(payout, 'locked', 'payout', payoutsInTransit, gross, 'locked'),
    ...taxPair(payout, 'locked', payout.tax, 'locked'),
  ]
}

/** What a confirmation moves: what was on its way is gone. */
export function confirmEntries(payout: PayoutFacts): EntryDraft[] {
  const net = grossOf(payout) - payout.tax
  return [
    onShop(payout, 'confirmed', 'payout', payoutsInTransit, -net, 'confirmed'),
    onShop(payout, 'confirmed', 'payout', payoutsBank, net, 'confirmed', 'bank'),
  ]
}

/**
 * ATT-33: what a failure brings back: every line to its creator, the tax from the tax office. `returned` is one that the bank sent
 * back after it was confirmed.
 */
export function failEntries(payout: PayoutFacts, step: 'failed' | 'cancelled' | 'returned', reason: string): EntryDraft[] {
  const back = step === 'returned' ? payoutsBank : payoutsInTransit
  return [
    ...payout.lines.map((line) => onLine(payout, line, step, 'payout_fail', line.amount, reason)),
    // On the shop's side the tax comes back to where the rest is, so that both leave it together.
    ...taxPair(payout, step, -payout.tax, reason, back),
    onShop(payout, step, 'payout_fail', back, -grossOf(payout), reason),
  ]
}

const grossOf = ({ lines }: PayoutFacts): number => lines.reduce((sum, { amount }) => sum + amount, 0)

const common = ({ payout, currency }: PayoutFacts, step: Step, kind: EntryKind, reason: string) => ({
  transaction: `payout:${payout}:${step}`,
  kind,
  currency,
  sourceKind: 'payout' as const,
  sourceId: payout,
  pieceKind: null,
  piece: null,
  rate: null,
  reason,
})

function onLine(
  payout: PayoutFacts,
  { orderLine, order }: PayoutFacts['lines'][number],
  step: Step,
  kind: EntryKind,
  amount: number,
  reason: string,
): EntryDraft {
  const { creator } = payout
  const key = `payable:payout:${payout.payout}:${step}:${orderLine}`
  return { ...common(payout, step, kind, reason), key, account: payableTo(creator), creator, amount, order, orderLine }
}

function onShop(
  payout: PayoutFacts,
  step: Step,
  kind: EntryKind,
  account: string,
  amount: number,
  reason: string,
  side = 'transit',
): EntryDraft {
  const key = `${side}:payout:${payout.payout}:${step}`
  return { ...common(payout, step, kind, reason), key, account, creator: null, amount, order: null, orderLine: null }
}

/** `amount` to the tax office (below zero: back from it), off what is on its way. */
function taxPair(payout: PayoutFacts, step: Step, amount: number, reason: string, from = payoutsInTransit): EntryDraft[] {
  if (amount === 0) return []
  return [
    onShop(payout, step, 'tax_withheld', taxWithheld, amount, reason, 'tax'),
    onShop(payout, step, 'tax_withheld', from, -amount, reason, 'tax-transit'),
  ]
}
