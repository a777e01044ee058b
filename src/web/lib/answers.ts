import { data } from 'react-router'
import { type Failure, failureStatus, type Result } from '../../lib/result.ts'

/** The value of a result, or the page for what went wrong. */
export function valueOr404<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw failurePage(result.failure)
}

/** A failure as a page: React Router shows the nearest ErrorBoundary with its status. */
export const failurePage = (failure: Failure) =>
  data({ code: failure.code, message: failure.message }, { status: failureStatus[failure.code] })

/** A failure of a form, shown beside the form with what was typed. */
export const failedForm = <V extends Record<string, unknown>>(failure: Failure, values: V) =>
  data({ failure, values }, { status: failureStatus[failure.code] })

/** Text fields of a form; files and doubles are left out. */
export function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !(name in fields)) fields[name] = value.slice(0, 50_000)
  return fields
}
