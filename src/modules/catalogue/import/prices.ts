import { currencyDigits } from '../../../lib/money.ts'
import type { FieldRow } from './read-row.ts'

/** The currency whose rows are taken: the shop's when any row has it, else the file's first; null when it names none. */
export function currencyOf(rows: readonly FieldRow[], shop: string): string | null {
  const named = new Set(rows.map((row) => row.get('currency').toUpperCase()).filter((code) => /^[A-Z]{3}$/.test(code)))
  return named.has(shop) ? shop : ([...named][0] ?? null)
}

/** Whether a text is a rate: a decimal above zero, such as 7.1234. */
export const isRate = (text: string): boolean => /^\d{1,6}(\.\d{1,8})?$/.test(text) && /[1-9]/.test(text)

/**
 * Minor units of one currency in minor units of another, halves up. Exact: whole numbers all the way. Null when the
 * result is too large to be kept exact.
 */
export function convertMinor(amount: number, from: string, to: string, rate: string): number | null {
  const [whole = '0', fraction = ''] = rate.split('.')
  const top = BigInt(amount) * BigInt(whole + fraction) * 10n ** BigInt(currencyDigits(to))
  const bottom = 10n ** BigInt(fraction.length + currencyDigits(from))
  const converted = Number((top * 2n + bottom) / (bottom * 2n))
  return Number.isSafeInteger(converted) ? converted : null
}
