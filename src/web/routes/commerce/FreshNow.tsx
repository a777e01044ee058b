import type { ReactNode } from 'react'
import { LocaleProvider, useLocale } from '../../../ui/i18n/index.ts'

/** The frame keeps the time at which the document was made; clocks below this one count from the time of the page's own answer. */
export function FreshNow({ now, children }: { now: string; children: ReactNode }) {
  const { locale, timeZone } = useLocale()
  return (
    <LocaleProvider locale={locale} timeZone={timeZone} now={now}>
      {children}
    </LocaleProvider>
  )
}
