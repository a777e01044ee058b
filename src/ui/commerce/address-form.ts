import type { CheckoutField } from './fields.ts'

/** One field of an address, in the order people of that country write it. */
export interface AddressFieldSpec {
  name: Extract<CheckoutField, 'region' | 'city' | 'district' | 'line1' | 'line2' | 'postcode'>
  required: boolean
  autoComplete: string
  /** Key of its label in the commerce messages. */
  label: 'regionCn' | 'cityCn' | 'districtCn' | 'line1Cn' | 'line1' | 'line2' | 'city' | 'region' | 'postcode'
  hint?: 'line1CnHint'
  width: 'full' | 'half' | 'third'
  numeric?: boolean
}

const cn: readonly AddressFieldSpec[] = [
  { name: 'region', required: true, autoComplete: 'address-level1', label: 'regionCn', width: 'third' },
  { name: 'city', required: true, autoComplete: 'address-level2', label: 'cityCn', width: 'third' },
  { name: 'district', required: true, autoComplete: 'address-level3', label: 'districtCn', width: 'third' },
  { name: 'line1', required: true, autoComplete: 'street-address', label: 'line1Cn', hint: 'line1CnHint', width: 'full' },
  { name: 'postcode', required: false, autoComplete: 'postal-code', label: 'postcode', width: 'half', numeric: true },
]

const other: readonly AddressFieldSpec[] = [
  { name: 'line1', required: true, autoComplete: 'address-line1', label: 'line1', width: 'full' },
  { name: 'line2', required: false, autoComplete: 'address-line2', label: 'line2', width: 'full' },
  { name: 'postcode', required: true, autoComplete: 'postal-code', label: 'postcode', width: 'third' },
  { name: 'city', required: true, autoComplete: 'address-level2', label: 'city', width: 'third' },
  { name: 'region', required: false, autoComplete: 'address-level1', label: 'region', width: 'third' },
]

/** Places that have no postcodes; asking for one there stops people from buying. */
const noPostcode = new Set(['HK', 'MO', 'AE'])

/** The fields of an address in `country` (ISO 3166-1 alpha-2), in writing order. */
export function addressFields(country: string): readonly AddressFieldSpec[] {
  if (country === 'CN') return cn
  return noPostcode.has(country) ? other.filter((field) => field.name !== 'postcode') : other
}

const han = /\p{Script=Han}/u

/** An address as lines on a parcel: largest part first in China when written in 中文, smallest first elsewhere. Empty parts are left out. */
export function addressLines(
  address: Record<'country' | 'region' | 'city' | 'district' | 'line1' | 'line2' | 'postcode', string>,
): string[] {
  const join = (parts: string[], by: string): string => parts.filter((part) => part.trim() !== '').join(by)
  const { region, city, district, line1, line2, postcode } = address
  const lines =
    address.country === 'CN' && han.test(line1 + city)
      ? [join([region, city, district], ' '), join([line1, line2], ' '), postcode]
      : [join([line1, line2], ', '), join([district, city], ', '), join([region, postcode], ' ')]
  return lines.filter((line) => line !== '')
}
