import { intlTag, type Locale } from './locale.ts'
import { formatNumber } from './translate.ts'

export { formatMoney } from '../../lib/money.ts'
export { formatNumber }

type When = Date | string

/** One space between 中文 and digits, as the style wants it and `Intl` does not do it. */
export const spaceHan = (text: string): string =>
  text.replace(/([0-9])(?=\p{Script=Han})/gu, '$1 ').replace(/(\p{Script=Han})(?=[0-9])/gu, '$1 ')

const cache = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = cache.get(key) ?? new Intl.DateTimeFormat(intlTag[locale], options)
  cache.set(key, known)
  return known
}

const numbers = new Map<string, Intl.NumberFormat>()

/** Making a format costs a hundred times what using one does. */
function numberFormat(locale: Locale, style: 'compact' | 'percent'): Intl.NumberFormat {
  const known = numbers.get(locale + style) ?? new Intl.NumberFormat(intlTag[locale], numberStyles[style])
  numbers.set(locale + style, known)
  return known
}

const numberStyles: Record<'compact' | 'percent', Intl.NumberFormatOptions> = {
  compact: { notation: 'compact', maximumFractionDigits: 1 },
  percent: { style: 'percent', maximumFractionDigits: 2 },
}

/** A count for people: exact below ten thousand, then short (`4.8 万`, `48K`). */
export function formatCount(value: number, locale: Locale): string {
  if (value < 10_000) return formatNumber(value, locale)
  return spaceHan(numberFormat(locale, 'compact').format(value))
}

/** A rate in basis points as a percentage: 800 is `8%`, 312 is `3.12%`. */
export const formatRate = (basisPoints: number, locale: Locale): string => numberFormat(locale, 'percent').format(basisPoints / 10_000)

/** Names in a row: `帐篷、保温壶和营灯`, `tent, flask, and lantern`. */
export const formatList = (items: readonly string[], locale: Locale): string => new Intl.ListFormat(intlTag[locale]).format(items)

/** A day in the site's time zone: `11 月 9 日` / `9 Nov`; with the year when `year` is set. */
export function formatDate(when: When, locale: Locale, timeZone: string, options: { year?: boolean } = {}): string {
  const month = locale === 'zh' ? 'long' : 'short'
  const format = dateFormat(locale, { timeZone, day: 'numeric', month, ...(options.year ? { year: 'numeric' } : {}) })
  return spaceHan(format.format(new Date(when)))
}

/** A day and a minute in the site's time zone: `11 月 20 日 14:02` / `20 Nov, 14:02`. */
export function formatDateTime(when: When, locale: Locale, timeZone: string, options: { year?: boolean; seconds?: boolean } = {}): string {
  const time = dateFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(options.seconds ? { second: '2-digit' } : {}),
  }).format(new Date(when))
  return `${formatDate(when, locale, timeZone, options)}${locale === 'zh' ? ' ' : ', '}${time}`
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/**
 * How long ago or ahead, for personal pages: `3 小时前`, `in 5 minutes`; beyond a week it is a date.
 * Kept pages must not use this (they outlive the minute); they show dates.
 */
export function formatRelative(when: When, now: When, locale: Locale, timeZone: string): string {
  const seconds = Math.round((new Date(when).getTime() - new Date(now).getTime()) / 1000)
  if (Math.abs(seconds) >= 7 * 86_400) return formatDate(when, locale, timeZone)
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  const value = Math.trunc(seconds / size)
  return spaceHan(new Intl.RelativeTimeFormat(intlTag[locale], { numeric: 'auto' }).format(unit === 'second' ? 0 : value, unit))
}

/** A length of time as a player shows it: `0:42`, `2:15`, `1:02:05`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (n: number): string => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** A time zone as people know it beside a time: `GMT+8 (Asia/Shanghai)`. */
export function zoneName(timeZone: string, now: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(Date.parse(now))
  return `${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''} (${timeZone})`
}
