/** Screens of payouts. They get data and post forms; they fetch nothing. */
export { DeskPayouts } from './DeskPayouts.tsx'
export { MyPayouts } from './MyPayouts.tsx'
export { PayoutRun } from './PayoutRun.tsx'
export { Statement } from './Statement.tsx'
export type { AccountErrors, DeskPayoutsView, MyPayoutsView, Oops, RunView, StatementView } from './view.ts'
