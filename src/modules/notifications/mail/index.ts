import { formatsOf, type NoticeLocale } from '../locale.ts'
import type { MailContent } from '../mailer.ts'
import { type AccountMailData, accountLetters } from './account-letters.ts'
import { layOut } from './letter.ts'
import { type GivenBackFor, isGivenBackFor, type OrderMailData, orderLetters } from './order-letters.ts'
import { type ParcelMailData, parcelLetters } from './parcel-letters.ts'
import { type PieceMailData, pieceLetters } from './piece-letters.ts'
import type { Letters } from './types.ts'

/** What each kind of mail must be told. URLs are absolute; amounts minor units; times dates. Plain JSON but for dates, which may be ISO strings. */
export type MailData = AccountMailData & OrderMailData & ParcelMailData & PieceMailData
export type MailKind = keyof MailData

export { type GivenBackFor, isGivenBackFor }

export interface MailContext {
  locale: NoticeLocale
  shopName: string
  /** IANA name of the site's time zone. */
  timeZone: string
}

/** Typed by the union: a kind without its letter does not compile. */
const letters: Letters<MailData> = { ...accountLetters, ...orderLetters, ...parcelLetters, ...pieceLetters }
export const mailKinds = Object.keys(letters) as MailKind[]

/** The mail of one kind, in the reader's language. */
export function renderMail<K extends MailKind>(kind: K, data: MailData[K], { locale, shopName, timeZone }: MailContext): MailContent {
  const letter = letters[kind](data, { zh: formatsOf('zh', timeZone), en: formatsOf('en', timeZone), shopName })
  return layOut(letter[locale], locale, shopName)
}
