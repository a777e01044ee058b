import type { Failure, FailureCode } from '../lib/result.ts'

/** Payload's statuses in our closed set of codes. */
const codes: Record<number, FailureCode> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'too_large',
  415: 'unsupported_type',
  422: 'invalid',
  423: 'conflict',
  429: 'too_many',
}

type PayloadError = { message?: unknown; name?: unknown; field?: unknown; data?: unknown }

/**
 * Payload's refusal in the shape of every error here: each error gets its `code`, and the `field` that it is about. What
 * Payload put there stays, because its admin reads it (`name`, `data.errors`).
 */
export function ourErrors(status: number, text: string): { errors: (Failure & Record<string, unknown>)[] } {
  const body = parsed(text) as { errors?: PayloadError[]; message?: unknown } | null
  const given: PayloadError[] = Array.isArray(body?.errors) && body.errors.length > 0 ? body.errors : [{ message: body?.message }]
  return { errors: given.map((error) => ourError(status, error)) }
}

function ourError(status: number, { field: named, ...error }: PayloadError): Failure & Record<string, unknown> {
  const code = error.name === 'ValidationError' ? 'invalid' : (codes[status] ?? (status < 500 ? 'bad_request' : 'unavailable'))
  const message = typeof error.message === 'string' && error.message !== '' ? error.message : 'The request could not be carried out.'
  const field = typeof named === 'string' ? named : firstPath(error.data)
  return { ...error, code, message, ...(field ? { field } : {}) }
}

/** Of a validation: `{ errors: [{ path }] }`. Of a query: `[{ path }]`. */
function firstPath(data: unknown): string | undefined {
  const list = Array.isArray(data) ? data : (data as { errors?: unknown } | null)?.errors
  const path = Array.isArray(list) ? (list[0] as { path?: unknown } | undefined)?.path : undefined
  return typeof path === 'string' && path !== '' ? path : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
