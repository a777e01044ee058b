import type { Failure } from '../../../lib/result.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import financeStyles from '../../../ui/finance/finance.css?url'
import type { Outcome, Typed } from '../../../ui/finance/index.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { finance as messages } from '../../../ui/i18n/messages/finance.ts'
import payoutStyles from '../../../ui/payouts/payouts.css?url'

export const financeLinks = () => [styles, payoutStyles, financeStyles].map((href) => ({ rel: 'stylesheet', href }))

/** Title of a page of this area. */
export const financeTitle = (lang: string | undefined, key: 'holds' | 'bonuses' | 'troubles') =>
  translate(messages, isLocale(lang) ? lang : 'zh', key)

const told = ['state', 'invalid', 'forbidden'] as const

/** What a page says of a refusal: a field that is marked is what to look at. */
export function outcomeOf({ code, field }: Failure, fields: readonly string[]): Outcome {
  if (field && fields.includes(field)) return 'invalid'
  return told.find((one) => one === code) ?? 'failed'
}

/** What was typed and the field that was refused; nothing is kept of other forms of the page. */
export const typedOf = (values: Record<string, string>, failure: Failure): Typed => ({
  values,
  errors: failure.field && Object.hasOwn(values, failure.field) ? { [failure.field]: true } : {},
})

export const nothingTyped: Typed = { values: {}, errors: {} }
