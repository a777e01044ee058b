/** The ledger: double entry, append-only, balances are sums (spec/attribution.md, ATT-12 and ATT-25 … ATT-36). Pure: it builds entries, a store writes them. */
export {
  balanceOf,
  commissionExpense,
  creatorOf,
  isAccount,
  payableTo,
  payoutsBank,
  payoutsInTransit,
  taxWithheld,
} from './accounts.ts'
export { type BonusAsk, bonusAmount } from './bonus.ts'
export { type AccrualFacts, accrualEntries, type GrantFacts, grantEntries } from './build.ts'
export { chainStart, faultOfSeal, makeSeal, type Seal, type SealedEntry, sealHash, sealSize } from './chain.ts'
export { checkEntry, isOfCause } from './chart.ts'
export { checkBooks, checkLines, checkStock, type LineForBooks } from './check.ts'
export { type CorrectionForBooks, checkCorrection } from './check-corrections.ts'
export { checkGrant, type GrantForBooks } from './check-grants.ts'
export { checkReleases } from './check-holds.ts'
export { checkPayouts, type PayoutForBooks } from './check-payouts.ts'
export { type MissedLine, roomFor, type TakingReason, takingReasons } from './corrections.ts'
export { type Finding, type FindingCode, finding } from './findings.ts'
export {
  defaultHoldDays,
  type HoldRow,
  holdChoices,
  holdOn,
  holdReviewDays,
  holdTooShort,
  lastRelease,
  liveHolds,
  type PayableDate,
  payableDate,
  payableFromCredit,
  type ReceiptFacts,
} from './hold.ts'
export {
  accountIdentity,
  maskedAccount,
  type PayoutDetails,
  type PayoutForm,
  type PayoutMethod,
  payoutDetails,
} from './payout-account.ts'
export type { OutgoingPayout, OutgoingRun, PayoutAdapter, SentPayout } from './payout-adapter.ts'
export { nextRun, type PayoutCalendar, type PayoutDue, payoutDayAfter, payoutDue } from './payout-calendar.ts'
export { confirmEntries, failEntries, lockEntries, type PayoutFacts } from './payout-entries.ts'
export {
  type LeftOut,
  type PayablePair,
  type PayoutPlan,
  type PayoutTerms,
  type PlanBars,
  type PlannedPayout,
  planPayout,
} from './payout-plan.ts'
export {
  type ApprovalFacts,
  aloneBeside,
  aloneWithinMs,
  needsSecondPerson,
  type PayoutEvent,
  type PayoutState,
  payoutTransitions,
  type RunByPerson,
  type RunEvent,
  type RunState,
  runTransitions,
} from './payout-states.ts'
export { type CommissionPart, type PieceRef, splitCommission, type WeighedShare } from './pieces.ts'
export { type PieceStanding, type Standing, standing, standingsOf } from './standing.ts'
export { type CommissionState, type CommissionStateName, commissionState, pairsOf, type StateFacts } from './state.ts'
export {
  type RestoreFacts,
  type ReversalFacts,
  restoreEntries,
  reversalEntries,
  type TakingFacts,
  takingEntries,
  type WithdrawalFacts,
  withdrawalEntries,
} from './take-back.ts'
export { noTier, type Tier, type TierMove, type TierRow, tierAt, tierFor, tierMove } from './tiers.ts'
export { Transactions } from './transactions.ts'
export { type EntryDraft, type EntryKind, isPayoutKind, type RateSnapshot, type SourceKind } from './types.ts'
