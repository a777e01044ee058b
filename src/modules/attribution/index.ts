/**
 * Attribution: choosing which touches earn an order line (spec/attribution.md, ATT-01 … ATT-24). Pure.
 */
export { commissionBase, commissionOf } from '../../lib/commission.ts'
export { mostRate, noticeMs } from '../../lib/most-rate.ts'
export { isCountedRequest, isRepeat, type RequestSigns, repeatWindowMs } from './capture.ts'
export { answerClaim, type ClaimedLine, type ClaimFinding, claimFindings, type Found as ClaimFound, findingOn } from './claim-finding.ts'
export { type DealTime, inForce, type Stay, staysAfter } from './deals.ts'
export { decideLine } from './decide.ts'
export { type EarningLink, type EarningTerms, earningOf } from './earning.ts'
export { refusalOf } from './eligible.ts'
export { type BuyerOnDevice, isAnothers, type JoinFacts, joinVerdict, joinWindowMs } from './joins.ts'
export { type Membership, refusesMember, termsFor } from './members.ts'
export { byCredit } from './order.ts'
export {
  checkProgramme,
  couponRules,
  defaultBindDays,
  holdChoices,
  maxBindDays,
  models,
  type ProgrammeDraft,
  type TierDraft,
} from './programme-draft.ts'
export { type RankMove, rankAt, ranksOf } from './ranks.ts'
export { effectiveAt, type Fall, fallsAhead, indirectTarget, type RateAsked, type RateBook, type RateChange, rateAt } from './rate-book.ts'
export { capRate, chooseRate, defaultCapBps, defaultWindowSeconds, marginCap, maxRateBps, termFailures, windowOf } from './rates.ts'
export { frozenShares, type PastLine, type ReplayFacts, replayLine, type Shares, type Trial } from './replay.ts'
export { type EntryTouch, entryOf, type Scene, sceneOf, scenes } from './scene.ts'
export type { CreditShare, ShareOrigin } from './share.ts'
export * from './types.ts'
