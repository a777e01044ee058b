import { formatDate, useLocale } from '../i18n/index.ts'

/** Writes calendar days (ISO dates, no moment in them): short as on an axis, `11-09` / `9 Nov`. */
export function useDayText() {
  const { locale } = useLocale()
  const short = (day: string): string => (locale === 'zh' ? day.slice(5) : formatDate(`${day}T00:00:00.000Z`, locale, 'UTC'))
  const long = (day: string): string => formatDate(`${day}T00:00:00.000Z`, locale, 'UTC')
  /** One day, or `11-03 – 11-09` for several. */
  const span = (from: string, to: string): string => (from === to ? short(from) : `${short(from)} – ${short(to)}`)
  return { short, long, span }
}
