import { intlTag, type Locale } from './locale.ts'

/**
 * One sentence. `{name}` stands for a parameter. Where the words depend on a number,
 * the plural form is chosen by the parameter `count` (CLDR categories; `other` is required).
 */
export type Message = string | Plural

export type Plural = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>

/** The sentences of one area of the interface, in both languages with the same keys. */
export type Dictionary<K extends string = string> = Record<Locale, Record<K, Message>>

export type Params = Record<string, string | number>

/** The parts of a sentence: literal text, or the name of a parameter. */
export type Part = { text: string } | { param: string }

/** Splits `'{name} 的笔记'` at its parameters. A brace without a name is text. */
export function splitMessage(text: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const hit of text.matchAll(/\{([a-zA-Z][a-zA-Z0-9]*)\}/g)) {
    if (hit.index > at) parts.push({ text: text.slice(at, hit.index) })
    parts.push({ param: hit[1] ?? '' })
    at = hit.index + hit[0].length
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}

const plurals = new Map<Locale, Intl.PluralRules>()
const numbers = new Map<Locale, Intl.NumberFormat>()

function pluralRules(locale: Locale): Intl.PluralRules {
  const known = plurals.get(locale) ?? new Intl.PluralRules(intlTag[locale])
  plurals.set(locale, known)
  return known
}

/** A whole or decimal number with the language's own grouping. */
export function formatNumber(value: number, locale: Locale): string {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(intlTag[locale])
  numbers.set(locale, known)
  return known.format(value).replace('-', '−')
}

/** The text of a message for these parameters, before they are put in. An exact zero takes `zero` in every language that has it. */
export function chooseForm(message: Message, locale: Locale, count: unknown): string {
  if (typeof message === 'string') return message
  if (typeof count !== 'number') return message.other
  if (count === 0 && message.zero !== undefined) return message.zero
  return message[pluralRules(locale).select(count)] ?? message.other
}

/** The finished sentence. Numbers are formatted; a parameter that was not given is a fault of ours and throws. */
export function translate<K extends string>(dictionary: Dictionary<K>, locale: Locale, key: K, params: Params = {}): string {
  return splitMessage(chooseForm(dictionary[locale][key], locale, params.count))
    .map((part) => ('text' in part ? part.text : paramText(part.param, params, locale, key)))
    .join('')
}

function paramText(name: string, params: Params, locale: Locale, key: string): string {
  const value = params[name]
  if (value === undefined) throw new Error(`Message "${key}" needs the parameter "${name}"`)
  return typeof value === 'number' ? formatNumber(value, locale) : value
}
