/** Finance's pages of the desk: holds, bonuses, notices of payment. They get data and post forms; they fetch nothing. */
export { DeskBonuses } from './DeskBonuses.tsx'
export { DeskHolds } from './DeskHolds.tsx'
export { DeskTroubles } from './DeskTroubles.tsx'
export type { BonusRowView, HoldRowView, Outcome, TroubleRowView, Typed } from './view.ts'
