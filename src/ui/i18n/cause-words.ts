import type { Locale } from './locale.ts'
import { corrections as messages } from './messages/corrections.ts'
import { translate } from './translate.ts'

type Key = keyof (typeof messages)['zh']

/** Why an entry took back or credited, in words; null where the code says no more than the kind of entry does. */
export function causeWords(cause: string | null, locale: Locale): string | null {
  const key = `why_${cause}`
  return Object.hasOwn(messages.zh, key) ? translate(messages, locale, key as Key) : null
}
