import { spaceHan } from '../i18n/format.ts'
import { intlTag, type Locale } from '../i18n/locale.ts'

/** A month such as `2026-10` in words: `2026 年 10 月`, `October 2026`. */
export function monthName(month: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(intlTag[locale], { timeZone: 'UTC', year: 'numeric', month: 'long' })
  return spaceHan(format.format(new Date(`${month}-01T00:00:00.000Z`)))
}
