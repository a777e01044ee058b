import type { Locale } from '../../../ui/i18n/index.ts'
import { intlTag } from '../../../ui/i18n/index.ts'

/** Where the shop delivers, by ISO 3166-1 alpha-2, nearest first. One flat price for all, so far. */
export const deliveryCountries = [
  'CN',
  'HK',
  'MO',
  'TW',
  'SG',
  'MY',
  'JP',
  'KR',
  'TH',
  'AU',
  'NZ',
  'US',
  'CA',
  'GB',
  'IE',
  'DE',
  'FR',
  'NL',
] as const

export const isDelivered = (country: string): boolean => deliveryCountries.some((code) => code === country)

/** The countries by their names in the reader's language; the site's own first, then by name. */
export function namedCountries(locale: Locale): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(intlTag[locale], { type: 'region', style: 'short' })
  const named = deliveryCountries.map((code) => ({ code: String(code), name: names.of(code) ?? code }))
  const [home, ...others] = named
  const byName = new Intl.Collator(intlTag[locale])
  return [home!, ...others.sort((a, b) => byName.compare(a.name, b.name))]
}
