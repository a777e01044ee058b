import type { Translate } from '../i18n/index.ts'
import type { commerce } from '../i18n/messages/commerce.ts'

/** What can be wrong with a field of the checkout. The route maps failures of the flow to these; the sentences are ours. */
export type FieldErrorCode =
  | 'required'
  | 'email'
  | 'phone'
  | 'too_long'
  | 'house_number'
  | 'postcode'
  | 'country'
  | 'shipping'
  | 'confirm'
  | 'invalid'

/** `max` is the longest allowed length in characters, for `too_long`. */
export interface FieldError {
  code: FieldErrorCode
  max?: number
}

export type FieldErrors<F extends string> = Partial<Record<F, FieldError>>

type CommerceKey = keyof (typeof commerce)['zh']

/** The sentence of an error: what was expected, with an example where one helps. */
export function fieldErrorText(t: Translate<CommerceKey>, error: FieldError | undefined, country: string): string | undefined {
  if (!error) return undefined
  switch (error.code) {
    case 'required':
      return t('errRequired')
    case 'email':
      return t('errEmail')
    case 'phone':
      return t('errPhone')
    case 'too_long':
      return t('errTooLong', { max: error.max ?? 200 })
    case 'house_number':
      return t('errHouse')
    case 'postcode':
      return t(country === 'CN' ? 'errPostcode' : 'errPostcodeOther')
    case 'country':
      return t('errCountry')
    case 'shipping':
      return t('errShipping')
    case 'confirm':
      return t('errConfirm')
    case 'invalid':
      return t('errInvalid')
  }
}
