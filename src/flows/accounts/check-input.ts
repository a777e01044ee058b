import { fail, ok, type Result } from '../../lib/result.ts'
import { PASSWORD_MAX, PASSWORD_MIN, passwordProblem, tidyEmail, tidyName } from '../../modules/accounts/index.ts'

export const NAME_MAX = 40

/** An address as accounts store it. */
export function checkEmail(given: string): Result<string> {
  const email = tidyEmail(given)
  return email
    ? ok(email)
    : fail('invalid', 'Expected an e-mail address such as name@example.com.', { field: 'email', details: { problem: 'email' } })
}

export function checkPassword(given: string): Result<string> {
  const problem = passwordProblem(given)
  if (!problem) return ok(given)
  const message =
    problem === 'password_common'
      ? 'This password is among the first to be guessed.'
      : `A password has ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`
  return fail('invalid', message, { field: 'password', details: { problem, count: [...given].length, max: PASSWORD_MAX } })
}

export function checkName(given: string, field = 'name'): Result<string> {
  const name = tidyName(given, NAME_MAX)
  if (name) return ok(name)
  const problem = given.trim() === '' ? 'required' : 'too_long'
  return fail('invalid', `Expected a name of 1 to ${NAME_MAX} characters.`, { field, details: { problem, max: NAME_MAX } })
}
