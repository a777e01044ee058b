import type { Translate } from '../i18n/index.ts'
import type { account } from '../i18n/messages/account.ts'
import { passwordMin } from './fields.ts'

export type AccountErrorCode =
  | 'required'
  | 'email'
  | 'password_short'
  | 'password_common'
  | 'too_long'
  | 'handle_shape'
  | 'handle_taken'
  | 'terms'
  | 'choose'
  | 'invalid'

/** `max`: longest length allowed, for `too_long`. `count`: what was entered, for `password_short`. */
export interface AccountError {
  code: AccountErrorCode
  max?: number
  count?: number
}

export type AccountErrors<F extends string> = Partial<Record<F, AccountError>>

/** What went wrong with a form as a whole. `credentials` is the same for an unknown address, a wrong password and a locked account. */
export type FormFailure = { code: 'credentials' | 'failed' | 'unverified' } | { code: 'too_many'; retryAfterSeconds: number | null }

type Key = keyof (typeof account)['zh']

/** The sentence of a field's error. */
export function accountErrorText(t: Translate<Key>, error: AccountError | undefined): string | undefined {
  if (!error) return undefined
  switch (error.code) {
    case 'required':
      return t('errRequired')
    case 'email':
      return t('errEmail')
    case 'password_short':
      return error.count === undefined
        ? t('errPasswordShortPlain', { min: passwordMin })
        : t('errPasswordShort', { min: passwordMin, count: error.count })
    case 'password_common':
      return t('errPasswordCommon')
    case 'too_long':
      return t('errTooLong', { max: error.max ?? 200 })
    case 'handle_shape':
      return t('errHandleShape')
    case 'handle_taken':
      return t('errHandleTaken')
    case 'terms':
      return t('errTerms')
    case 'choose':
      return t('errChoose')
    case 'invalid':
      return t('errInvalid')
  }
}

/** The sentence of a failed form. */
export function formFailureText(t: Translate<Key>, failure: FormFailure, duration: (seconds: number) => string): string {
  switch (failure.code) {
    case 'credentials':
      return t('logInFailed')
    case 'unverified':
      return t('verifyNeeded')
    case 'failed':
      return t('formFailed')
    case 'too_many':
      return failure.retryAfterSeconds === null ? t('tooManyPlain') : t('tooMany', { time: duration(failure.retryAfterSeconds) })
  }
}
