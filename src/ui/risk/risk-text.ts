import type { Locale } from '../i18n/locale.ts'
import { risk as messages } from '../i18n/messages/risk.ts'
import { translate } from '../i18n/translate.ts'

type Key = keyof (typeof messages)['zh']

const isKey = (key: string): key is Key => Object.hasOwn(messages.zh, key)

/** The words of a stored code, such as `code_` + `paid_ads`; the code itself where there are none. */
export const wordOf = (prefix: string, code: string, locale: Locale, params: Record<string, string> = {}): string => {
  const key = `${prefix}${code}`
  return isKey(key) ? translate(messages, locale, key, params) : code
}

/** The facts of a signal in words; facts without a value are left out. */
export function factWords(facts: Readonly<Record<string, number | string | null | readonly string[]>>, locale: Locale): string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (value === null || value === '') return []
    const said = Array.isArray(value) ? value.map((one) => wordOf('same_', one, locale)).join(locale === 'zh' ? '、' : ', ') : String(value)
    return [wordOf('fact_', name, locale, { value: said })]
  })
}

/** What a claim found, and the rule behind it in a sentence. */
export function findingWords({ finding, rule }: { finding: string | null; rule: string | null }, locale: Locale): string[] {
  if (finding === null) return []
  const why = rule ? wordOf('rule_', rule, locale) : null
  return [wordOf('finding_', finding, locale, { rule: rule ?? '' }), ...(why && why !== rule ? [why] : [])]
}
