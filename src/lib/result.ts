/**
 * Expected outcomes are returned, faults are thrown. A flow answers `Result<T>`:
 * the door (HTTP, page, job, command) turns a failure into a status or a sentence.
 */
export type Result<T, F extends Failure = Failure> =
  | { ok: true; value: T }
  /** `failures`: all of them, the first included, where several things are wrong at once (a form). */
  | { ok: false; failure: F; failures?: readonly F[] }

/** Why something expected did not happen. `message` says what was expected and what came, in English, for developers and APIs. */
export interface Failure {
  code: FailureCode
  message: string
  /** Path of the offending input, such as `lines.0.quantity`. */
  field?: string
  /** Facts that a door may show, such as `{ available: 3 }`. Never personal data. */
  details?: Record<string, string | number | boolean | null>
}

/** The closed set of codes, each with its HTTP status. */
export const failureStatus = {
  bad_request: 400,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  bad_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  idempotency_mismatch: 409,
  stale: 409,
  sold_out: 409,
  price_changed: 409,
  state: 409,
  gone: 410,
  too_large: 413,
  unsupported_type: 415,
  too_many: 429,
  unavailable: 503,
} as const satisfies Record<string, number>

export type FailureCode = keyof typeof failureStatus

/** A success. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** A failure with its code and an explaining sentence. */
export const fail = (
  code: FailureCode,
  message: string,
  more: Pick<Failure, 'field' | 'details'> = {},
): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, message, ...more },
})

/** Several failures at once, the first of them standing for all; null when there is none. */
export function failAll(failures: readonly Failure[]): { ok: false; failure: Failure; failures: readonly Failure[] } | null {
  const [failure] = failures
  return failure ? { ok: false, failure, failures } : null
}
