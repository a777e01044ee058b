/** The ledger: double entry, append-only, balances are sums (spec/attribution.md, ATT-12 and ATT-25 … ATT-32). Pure: it builds entries, a store writes them. */
export { balanceOf, commissionExpense, creatorOf, isAccount, payableTo } from './accounts.ts'
export { type AccrualFacts, accrualEntries, type ReversalFacts, reversalEntries } from './build.ts'
export { checkBooks, checkStock, type Finding, type FindingCode, type LineForBooks } from './check.ts'
export { type CommissionState, commissionState } from './state.ts'
export type { EntryDraft, EntryKind, RateSnapshot, SourceKind } from './types.ts'
