import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccountErrorCode, accountErrorText, type FormFailure, formFailureText } from '../../../src/ui/account/account-error.ts'
import { handleShape, tidyHandle } from '../../../src/ui/account/fields.ts'
import { type FieldErrorCode, fieldErrorText } from '../../../src/ui/commerce/field-error.ts'
import type { Dictionary, Message, Params, Translate } from '../../../src/ui/i18n/index.ts'
import { translate } from '../../../src/ui/i18n/index.ts'
import { account } from '../../../src/ui/i18n/messages/account.ts'
import { commerce } from '../../../src/ui/i18n/messages/commerce.ts'
import { earnings } from '../../../src/ui/i18n/messages/earnings.ts'
import { order } from '../../../src/ui/i18n/messages/order.ts'
import { why } from '../../../src/ui/i18n/messages/why.ts'

const sentences = <K extends string>(dictionary: Dictionary<K>, locale: 'zh' | 'en'): Translate<K> =>
  Object.assign((key: K, params?: Params) => translate(dictionary, locale, key, params), { rich: () => null })

describe('a handle', () => {
  it.each([
    ['  @Ahe_01 ', 'ahe_01'],
    ['ＡＨＥ', 'ahe'],
    ['@@lin', 'lin'],
  ])('typed as %j becomes %j', (typed, handle) => {
    expect(tidyHandle(typed)).toBe(handle)
    expect(handle).toMatch(handleShape)
  })

  it.each(['ab', '1ahe', '_ahe', 'a-he', '阿禾在', 'a'.repeat(25), 'ahe\n'])('%j is refused', (text) => {
    expect(text).not.toMatch(handleShape)
  })

  it('is tidied once and for all', () => {
    fc.assert(fc.property(fc.stringMatching(/^@{0,3}[A-Za-z0-9_ ]{0,30}$/), (text) => tidyHandle(tidyHandle(text)) === tidyHandle(text)))
  })
})

describe('what went wrong', () => {
  const accountCodes: AccountErrorCode[] = [
    'required',
    'email',
    'password_short',
    'password_common',
    'too_long',
    'handle_shape',
    'handle_taken',
    'terms',
    'choose',
    'invalid',
  ]
  const fieldCodes: FieldErrorCode[] = [
    'required',
    'email',
    'phone',
    'too_long',
    'house_number',
    'postcode',
    'country',
    'shipping',
    'confirm',
    'invalid',
  ]

  it.each(['zh', 'en'] as const)('has a sentence of its own for every code in %s', (locale) => {
    const texts = accountCodes.map((code) => accountErrorText(sentences(account, locale), { code, max: 40, count: 6 }))
    expect(new Set(texts).size).toBe(accountCodes.length)
    const fields = fieldCodes.map((code) => fieldErrorText(sentences(commerce, locale), { code, max: 40 }, 'CN'))
    expect(new Set(fields).size).toBe(fieldCodes.length)
  })

  it('says the example of the country in which a postcode is wrong', () => {
    expect(fieldErrorText(sentences(commerce, 'en'), { code: 'postcode' }, 'CN')).toContain('310013')
    expect(fieldErrorText(sentences(commerce, 'en'), { code: 'postcode' }, 'DE')).not.toContain('310013')
  })

  it('says how long to wait only when that is known', () => {
    const say = (failure: FormFailure) => formFailureText(sentences(account, 'en'), failure, (seconds) => `${seconds} s`)
    expect(say({ code: 'too_many', retryAfterSeconds: 90 })).toContain('90 s')
    expect(say({ code: 'too_many', retryAfterSeconds: null })).not.toMatch(/\d/)
  })

  it('does not tell an unknown address from a wrong password', () => {
    const text = formFailureText(sentences(account, 'en'), { code: 'credentials' }, String)
    expect(text).toMatch(/e-mail or password/i)
  })
})

const params = (message: Message): string[] => {
  const texts = typeof message === 'string' ? [message] : Object.values(message)
  const names = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1] ?? ''))
  return [...new Set(names)].sort()
}

describe.each(Object.entries({ account, commerce, earnings, order, why }))('the words of %s', (_, dictionary: Dictionary) => {
  it('ask for the same facts in both languages', () => {
    const differing = Object.keys(dictionary.zh).filter(
      (key) => params(dictionary.zh[key] ?? '').join() !== params(dictionary.en[key] ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  it('keep the tone: no exclamation marks, no 亲, no 哦', () => {
    const texts = [...Object.values(dictionary.zh), ...Object.values(dictionary.en)].flatMap((message) =>
      typeof message === 'string' ? [message] : Object.values(message),
    )
    expect(texts.filter((text) => /[!！]|亲|哦|Oops/.test(text))).toEqual([])
  })
})
