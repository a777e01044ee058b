import { formatMoney, type Money } from '../../lib/money.ts'

/** Languages that people are written to in. */
export type NoticeLocale = 'zh' | 'en'

const tags: Record<NoticeLocale, string> = { zh: 'zh-CN', en: 'en-GB' }

/** How a language writes amounts and times; nothing is glued by hand. */
export interface Formats {
  money(value: Money): string
  /** Day and minute in the site's time zone. */
  time(at: Date): string
  /** Day in the site's time zone. */
  day(at: Date): string
  count(value: number): string
  /** Whole hours where it is some, else minutes. */
  duration(minutes: number): string
}

export function formatsOf(locale: NoticeLocale, timeZone: string): Formats {
  const tag = tags[locale]
  return {
    money: (value) => formatMoney(value, tag),
    time: (at) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at),
    day: (at) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone }).format(at),
    count: (value) => new Intl.NumberFormat(tag).format(value),
    duration: (minutes) => {
      const [value, unit] = minutes >= 60 && minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute']
      return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
    },
  }
}
