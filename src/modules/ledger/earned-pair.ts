import { commissionExpense, payableTo } from './accounts.ts'
import type { EntryDraft } from './types.ts'

/** What both sides of a transaction have in common. */
export type Common = Omit<EntryDraft, 'key' | 'account' | 'creator' | 'amount'>

/** An amount on the creator's account and its opposite on the shop's. Keys differ by the side that they stand on. */
export const earnedPair = (key: string, creator: string, amount: number, common: Common): EntryDraft[] => [
  { ...common, key: `payable:${key}`, account: payableTo(creator), creator, amount },
  { ...common, key: `expense:${key}`, account: commissionExpense, creator: null, amount: -amount },
]
