import type { useT } from '../i18n/index.ts'
import type { desk } from '../i18n/messages/desk.ts'

type DeskText = ReturnType<typeof useT<keyof (typeof desk)['zh']>>

/** A length of time in its largest unit, rounded down: `38 min`, `5 h`, `2 days`. */
export function lengthOfTime(ms: number, t: DeskText): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 60) return t('minutes', { count: minutes })
  if (minutes < 48 * 60) return t('hours', { count: Math.floor(minutes / 60) })
  return t('days', { count: Math.floor(minutes / 1440) })
}
