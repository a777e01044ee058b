export { DeskProgramme } from './DeskProgramme.tsx'
export { DeskProgrammes } from './DeskProgrammes.tsx'
export { MyProgrammes } from './MyProgrammes.tsx'
export type { Oops, OwnProgrammeView, ProgrammeCardView, ProgrammeView, RateRowView, Told } from './view.ts'
