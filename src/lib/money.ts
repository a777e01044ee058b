import { fail, ok, type Result } from './result.ts'

/** An amount in integer minor units (fen, cents, yen) of an ISO 4217 currency. Never a float. */
export interface Money {
  amount: number
  currency: string
}

export interface MoneyFormat {
  /** Ledger and order sums always show cents; shop prices leave them out when they are zero (ui/README, "Type"). Default `always`. */
  cents?: 'always' | 'omit-zero'
  /** `always` puts a plus before gains, as ledger rows do; zero never has a sign then. Default `auto`. */
  sign?: 'auto' | 'always'
}

/** Whether a value is a whole number of minor units that arithmetic keeps exact. */
export const isMinor = (value: unknown): value is number => Number.isSafeInteger(value)

/** Builds money; throws a RangeError when the amount is not a safe integer or the currency not three capital letters: both are faults of ours. */
export function money(amount: number, currency: string): Money {
  if (!isMinor(amount)) throw new RangeError(`Expected a whole number of minor units, got ${amount}`)
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`Expected an ISO 4217 currency code, got ${JSON.stringify(currency)}`)
  return { amount, currency }
}

/** The sum of minor units; throws a RangeError when a part or the sum leaves the safe integers. */
export function sumMinor(amounts: Iterable<number>): number {
  let sum = 0
  for (const amount of amounts) {
    sum += amount
    if (!isMinor(amount) || !isMinor(sum)) throw new RangeError(`Expected safe whole minor units, got ${amount} (sum ${sum})`)
  }
  return sum
}

const digitsByCurrency = new Map<string, number>()

/** How many minor digits a currency has: CNY 2, JPY 0, KWD 3. Throws a RangeError on a malformed code. */
export function currencyDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    digitsByCurrency.set(currency, digits)
  }
  return digits
}

/** The amount as a plain decimal, `-12.50`: for form fields, CSV and structured data. Exact; no float is made. */
export function toMajor({ amount, currency }: Money): string {
  if (!isMinor(amount)) throw new RangeError(`Expected a whole number of minor units, got ${amount}`)
  const digits = currencyDigits(currency)
  const figures = String(Math.abs(amount)).padStart(digits + 1, '0')
  const sign = amount < 0 ? '-' : ''
  return digits === 0 ? `${sign}${figures}` : `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}

/**
 * Reads an amount as a person or a CSV writes it (`12.5`, `12.50`, `12`; full-width digits too) into minor units.
 * Fails with `invalid` on signs, grouping, exponents, more digits than the currency has, and what is not a safe integer.
 */
export function parseMajor(text: string, currency: string): Result<number> {
  const digits = currencyDigits(currency)
  const wanted = digits === 0 ? '1250' : `12.${'5'.padEnd(digits, '0')}`
  const refuse = () => fail('invalid', `Expected an amount in ${currency} such as ${wanted}, got ${JSON.stringify(text.slice(0, 40))}`)
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.normalize('NFKC').trim())
  if (!match) return refuse()
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return refuse()
  const amount = Number(`${match[1]}${fraction.padEnd(digits, '0')}`)
  return isMinor(amount) ? ok(amount) : refuse()
}

const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, currency: string, digits: number, sign: 'auto' | 'always'): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits} ${sign}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: sign === 'always' ? 'exceptZero' : 'negative',
    })
    formats.set(key, format)
  }
  return format
}

/** The parts of a formatted amount, so that a screen can set the currency sign and the cents smaller (ui/README, "Type"). */
export function moneyParts(value: Money, locale: string, { cents = 'always', sign = 'auto' }: MoneyFormat = {}): Intl.NumberFormatPart[] {
  const digits = currencyDigits(value.currency)
  const shown = cents === 'omit-zero' && value.amount % 10 ** digits === 0 ? 0 : digits
  const parts = numberFormat(locale, value.currency, shown, sign).formatToParts(toMajor(value) as Intl.StringNumericLiteral)
  return parts.map((part) => (part.type === 'minusSign' ? { ...part, value: '\u2212' } : part))
}

/** Money for people in their language, by `Intl`; the minus is U+2212. Large amounts stay exact: the digits are never a float. */
export const formatMoney = (value: Money, locale: string, format: MoneyFormat = {}): string =>
  moneyParts(value, locale, format)
    .map((part) => part.value)
    .join('')
