export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200

export type PasswordProblem = 'password_short' | 'password_common' | 'too_long'

/**
 * A rule of length and of what is guessed first; no rules about kinds of characters. Characters are counted as people
 * count them: a 汉字 or an emoji is one.
 */
export function passwordProblem(password: string): PasswordProblem | null {
  const length = [...password].length
  if (length < PASSWORD_MIN) return 'password_short'
  if (length > PASSWORD_MAX) return 'too_long'
  return isCommon(password) ? 'password_common' : null
}

/** What stays of a password when digits and signs at its ends are taken off, in small letters. */
const commonCores = new Set([
  '',
  'password',
  'passwort',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'letmein',
  'welcome',
  'iloveyou',
  'woaini',
  'admin',
  'administrator',
  'zhongcao',
  'abc',
  'abcd',
  'abcdef',
  'abcdefghij',
  'monkey',
  'dragon',
  'football',
  'superman',
  'sunshine',
  'princess',
  'changeme',
  'secret',
  'test',
  'demo',
])
const runs = [
  '0123456789012345678901234567890',
  '9876543210987654321098765432109',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
]

function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  if (new Set(lower).size <= 2) return true
  if (runs.some((run) => run.includes(lower))) return true
  const core = lower.replace(/^[\d\W_]+|[\d\W_]+$/gu, '')
  if (/[^\p{ASCII}]/u.test(lower)) return false
  if (core !== '') return commonCores.has(core) || isRepeated(core)
  return isDateLike(lower) || isRepeated(lower)
}

/** One short part again and again, such as `abcabcabcabc`. */
const isRepeated = (text: string): boolean => /^(.{1,4}?)\1+$/.test(text) && text.length > 4

/** Ten digits or fewer, a date or a telephone number. */
const isDateLike = (text: string): boolean => /^[\d\W_]{0,12}$/.test(text)
