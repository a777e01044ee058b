import { fail, ok, type Result } from '../../lib/result.ts'

/** Where a creator is paid. */
export type PayoutDetails =
  | { method: 'bank'; holder: string; bank: string; account: string }
  | { method: 'paypal'; email: string }
  | { method: 'stripe'; account: string }

export type PayoutMethod = PayoutDetails['method']

/** What a form sends: texts, of which each method needs its own. */
export interface PayoutForm {
  method: PayoutMethod
  holder?: string | undefined
  bank?: string | undefined
  account?: string | undefined
  email?: string | undefined
}

const tidy = (text: string | undefined): string => (text ?? '').normalize('NFKC').trim().replace(/\s+/g, ' ')

/** The details of a form, tidied: spaces and case that mean nothing are gone, so that equal accounts are equal. Fails with `invalid`. */
export function payoutDetails(form: PayoutForm): Result<PayoutDetails> {
  const account = tidy(form.account).replaceAll(/[\s-]/g, '')
  if (form.method === 'paypal') {
    const email = tidy(form.email).toLowerCase()
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 120
      ? ok({ method: 'paypal', email })
      : fail('invalid', 'Expected the e-mail address of a PayPal account.', { field: 'email' })
  }
  if (form.method === 'stripe')
    return /^acct_[A-Za-z0-9]{6,40}$/.test(account)
      ? ok({ method: 'stripe', account })
      : fail('invalid', 'Expected a connected account such as acct_1A2b3C.', { field: 'account' })
  const [holder, bank] = [tidy(form.holder), tidy(form.bank)]
  if (holder.length < 2 || holder.length > 80)
    return fail('invalid', 'Expected the name of the holder, 2 to 80 characters.', { field: 'holder' })
  if (bank.length < 2 || bank.length > 80) return fail('invalid', 'Expected the name of the bank, 2 to 80 characters.', { field: 'bank' })
  if (!/^[A-Za-z0-9]{6,34}$/.test(account))
    return fail('invalid', 'Expected an account number of 6 to 34 letters and digits.', { field: 'account' })
  return ok({ method: 'bank', holder, bank, account: account.toUpperCase() })
}

/** What may be shown of an account: enough to know it again, too little to use it. */
export function maskedAccount(details: PayoutDetails): string {
  if (details.method === 'paypal') {
    const [name = '', host = ''] = details.email.split('@')
    return `${name.slice(0, 1)}•••@${host}`
  }
  return details.method === 'bank' ? `${details.bank} •••• ${details.account.slice(-4)}` : `•••• ${details.account.slice(-4)}`
}

/** What makes two accounts the same place to send money to; the holder's spelling does not. */
export const accountIdentity = (details: PayoutDetails): string =>
  details.method === 'paypal' ? `paypal:${details.email}` : `${details.method}:${details.account}`
