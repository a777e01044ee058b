/** Fraud signals: what looks wrong about an order or a creator, with points and reason codes (ATT-37, ATT-38). Pure. */
export {
  type BanReason,
  banReasons,
  blockFrom,
  type CreatorCode,
  creatorCodes,
  holdFrom,
  isSignalCode,
  type OrderCode,
  orderCodes,
  type SignalCode,
} from './codes.ts'
export type { CreatorPast } from './creator-signals.ts'
export { listOf, matchesAny } from './hosts.ts'
export type { Lists, OrderPart } from './order-signals.ts'
export { consequenceOf, creatorSignals, orderSignals, scoreOf } from './score.ts'
export type { Found, Signal, SignalFacts } from './types.ts'
export { type SignalDecision, type SignalVerdict, standingDecision } from './verdict.ts'
