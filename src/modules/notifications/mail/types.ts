import type { Formats, NoticeLocale } from '../locale.ts'
import type { Letter } from './letter.ts'

/** Formats of both languages, so that each letter can stand beside its translation. */
export interface LetterTools extends Record<NoticeLocale, Formats> {
  shopName: string
}

/** One letter for each kind, in both languages at once: a missing translation does not compile. */
export type Letters<Data> = { [Kind in keyof Data]: (data: Data[Kind], tools: LetterTools) => Record<NoticeLocale, Letter> }
