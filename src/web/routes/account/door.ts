import { data, type LinksFunction } from 'react-router'
import type { Ctx } from '../../../context.ts'
import { type Failure, failureStatus } from '../../../lib/result.ts'
import type { Visit } from '../../../lib/visit.ts'
import type { AccountError, AccountErrorCode, AccountErrors, FormFailure } from '../../../ui/account/index.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { isLocale, type Locale } from '../../../ui/i18n/index.ts'
import { appContext, visitContext } from '../../contexts.ts'

export const accountLinks: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

interface DoorArgs {
  params: { lang?: string }
  context: { get<T>(key: { defaultValue?: T }): T }
}

/** Who comes here, in which language. */
export function openDoor({ params, context }: DoorArgs): { ctx: Ctx; visit: Visit; locale: Locale } {
  return { ctx: context.get(appContext), visit: context.get(visitContext), locale: isLocale(params.lang) ? params.lang : 'zh' }
}

/**
 * Pages of accounts are about one person, and links in mails carry secrets: kept nowhere, told to no other site. Not
 * `no-referrer`: browsers then send `Origin: null` with a plain form, and it is refused as a forgery.
 */
export const accountHeaders = (): Record<string, string> => ({ 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'same-origin' })

export interface FormAnswer<F extends string> {
  errors?: AccountErrors<F>
  failure?: FormFailure
}

/** A refusal beside its field where it names one of the form's, else above the form. `names` maps a flow's field to the form's. */
export function refusedForm<F extends string>(failure: Failure, names: Readonly<Record<string, F>>): FormAnswer<F> {
  const { code, field, details = {} } = failure
  if (code === 'too_many')
    return { failure: { code, retryAfterSeconds: typeof details.retryAfterSeconds === 'number' ? details.retryAfterSeconds : null } }
  if (code === 'unauthenticated') return { failure: { code: 'credentials' } }
  const name = field === undefined ? undefined : names[field]
  if (name === undefined || typeof details.problem !== 'string') return { failure: { code: 'failed' } }
  const error: AccountError = { code: details.problem as AccountErrorCode }
  if (typeof details.max === 'number') error.max = details.max
  if (typeof details.count === 'number') error.count = details.count
  return { errors: { [name]: error } as AccountErrors<F> }
}

/** An answer to a form, with the status of its failure and what was typed. */
export const answered = <T extends object>(value: T, failure?: Failure) =>
  data(value, { status: failure ? failureStatus[failure.code] : 200, headers: accountHeaders() })
