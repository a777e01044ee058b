/** Publishing: states and restrictions of a piece, what a draft must hold, its label, its links' codes (MOD-01, DIS-1 … DIS-5). Pure. */
export {
  type Connection,
  connections,
  type DisclosureFacts,
  type DisclosureLabel,
  disclosureLabels,
  labelsOf,
  minimumLabel,
} from './disclosure.ts'
export {
  type DraftFacts,
  draftFailures,
  draftLimits,
  type PieceDraft,
  type PieceKind,
  type Placement,
  submissionFailures,
} from './draft.ts'
export { counterparts, familyOf, inPlaceOf, type Kin, oneOfEachFamily } from './family.ts'
export { codeLength, linkCode, readLinkCode } from './link-code.ts'
export { checkPublishAt, scheduleDays, stateAtTime, waitsForTime } from './schedule.ts'
export {
  isPublic,
  type PieceEvent,
  type PieceState,
  pieceTransitions,
  type Restriction,
  type RestrictionEvent,
  restrictionTransitions,
} from './states.ts'
