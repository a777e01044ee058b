/** The shop's cost of commissions. What creators are owed stands here with the opposite sign. */
export const commissionExpense = 'commission:expense'

/** Payouts that were locked and not yet confirmed: no creator's any more, not gone yet. */
export const payoutsInTransit = 'payouts:in_transit'

/** What creators were really sent. */
export const payoutsBank = 'payouts:bank'

/** What was kept back of payouts for the tax office. */
export const taxWithheld = 'tax:withheld'

const shops: ReadonlySet<string> = new Set([commissionExpense, payoutsInTransit, payoutsBank, taxWithheld])

/** What the shop owes one creator: positive when it owes her, below zero after a clawback (ATT-29). */
export const payableTo = (creatorId: string): string => `creator:${creatorId}:payable`

/** The creator of a payable account; null for every other account. */
export const creatorOf = (account: string): string | null => /^creator:([^:]+):payable$/.exec(account)?.[1] ?? null

/** Whether a text names an account that the books know. */
export const isAccount = (account: string): boolean => shops.has(account) || creatorOf(account) !== null

interface Amount {
  account: string
  amount: number
  currency: string
}

/** The balance of an account as a sum of its entries, by currency (ATT-26). Currencies without an entry are absent. */
export function balanceOf(entries: Iterable<Amount>, account: string): Map<string, number> {
  const balance = new Map<string, number>()
  for (const entry of entries) {
    if (entry.account === account) balance.set(entry.currency, (balance.get(entry.currency) ?? 0) + entry.amount)
  }
  return balance
}
