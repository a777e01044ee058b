import type { OrderContact } from '../../../modules/checkout/index.ts'
import { addressFields, type CheckoutField, checkoutFields, type FieldError, type FieldErrors } from '../../../ui/commerce/index.ts'
import { isDelivered } from './delivery.ts'

/** What was typed, trimmed; a field that was not posted is absent. */
export type CheckoutValues = Partial<Record<CheckoutField, string>> & { country: string; shipping: string }

/** Longest texts of the fields, in characters; those of the screens. */
const longest: Partial<Record<CheckoutField, number>> = { email: 254, name: 80, phone: 24, line1: 200, line2: 200, note: 500 }
const longestOther = 80

const textNames = ['email', 'name', 'phone', 'region', 'city', 'district', 'line1', 'line2', 'postcode', 'note', 'acceptChanges'] as const

/** Of these, what a Chinese keyboard writes wide (１３８) is made plain. */
const plainNames: readonly CheckoutField[] = ['email', 'phone', 'postcode']

/** Reads what was typed out of a posted form. */
export function checkoutValues(fields: Readonly<Record<string, string>>, fallback: { country: string; shipping: string }): CheckoutValues {
  const values: CheckoutValues = {
    country: fields[checkoutFields.country] || fallback.country,
    shipping: fields[checkoutFields.shipping] || fallback.shipping,
  }
  for (const name of textNames) {
    const typed = fields[checkoutFields[name]]
    const text = plainNames.includes(name) ? typed?.normalize('NFKC') : typed
    if (text !== undefined) values[name] = name === 'note' ? text.trim() : text.trim().replace(/\s+/g, ' ')
  }
  return values
}

interface Given {
  /** The account's own address is used, none is asked for. */
  signedIn: boolean
  shippingIds: readonly string[]
}

/** What is wrong with it, by field, before any flow is asked; empty when it can be sent. */
export function checkoutErrors(values: CheckoutValues, { signedIn, shippingIds }: Given): FieldErrors<CheckoutField> {
  const errors: FieldErrors<CheckoutField> = {}
  const check = (name: CheckoutField, error: FieldError | null) => {
    if (error) errors[name] = error
  }
  if (!signedIn) check('email', required(values.email) ?? (isEmail(values.email!) ? null : { code: 'email' }))
  check('name', required(values.name))
  check('country', isDelivered(values.country) ? null : { code: 'country' })
  check('phone', phoneError(values))
  for (const field of addressFields(values.country)) {
    if (field.required) check(field.name, required(values[field.name]))
  }
  if (values.country === 'CN' && values.line1 && !hasHouse(values.line1)) check('line1', { code: 'house_number' })
  if (values.postcode && !isPostcode(values.country, values.postcode)) check('postcode', { code: 'postcode' })
  check('shipping', shippingIds.includes(values.shipping) ? null : { code: 'shipping' })
  for (const name of textNames) {
    const max = longest[name] ?? longestOther
    if ((values[name]?.length ?? 0) > max) check(name, { code: 'too_long', max })
  }
  return errors
}

const required = (text: string | undefined): FieldError | null => (text ? null : { code: 'required' })

/** What has one @, a host with a dot, and nothing that a header could be made of. Whether it exists, only a mail can tell. */
const isEmail = (text: string): boolean => /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/.test(text)

function phoneError({ country, phone }: CheckoutValues): FieldError | null {
  if (!phone) return country === 'CN' ? { code: 'required' } : null
  const digits = phone.replace(/\D/g, '').length
  return /^\+?[\d\s().-]+$/.test(phone) && digits >= 6 && digits <= 20 ? null : { code: 'phone' }
}

/** A Chinese address says the house: a number, or the village, group or building that stands for it. */
const hasHouse = (line: string): boolean => /[\d０-９一二三四五六七八九十]|[号村组队栋幢室座楼院]/.test(line)

function isPostcode(country: string, text: string): boolean {
  if (country === 'CN' || country === 'SG') return /^\d{6}$/.test(text)
  if (country === 'US') return /^\d{5}(-\d{4})?$/.test(text)
  return /^[A-Za-z0-9][A-Za-z0-9 -]{1,9}$/.test(text)
}

/** The form filled in from an earlier order; the note belonged to that one. */
export const valuesOfContact = ({ street, note: _, ...contact }: OrderContact, shipping: string): CheckoutValues => ({
  ...contact,
  line1: street,
  shipping,
})

/** What the flow takes: the parts of the street as one line, in the country's order of writing. */
export function contactOf({
  line1 = '',
  line2 = '',
  shipping: _,
  acceptChanges: _accept,
  ...contact
}: CheckoutValues): Partial<Record<keyof OrderContact, string>> {
  return { ...contact, street: [line1, line2].filter((part) => part !== '').join(', ') }
}

/** The field that a flow's failure names, such as `contact.email` or `shipping`; null when the form has none of that name. */
export function fieldOfFailure(path: string | undefined): CheckoutField | null {
  const last = path?.split('.').at(-1)
  if (last === undefined) return null
  if (last === 'street') return 'line1'
  return last in checkoutFields &&
    last !== 'intent' &&
    last !== 'idempotencyKey' &&
    last !== 'quote' &&
    last !== 'showCountry' &&
    last !== 'keepAddress'
    ? (last as CheckoutField)
    : null
}
