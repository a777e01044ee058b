/** 3 to 24 small letters, digits or underscores, beginning with a letter. */
export const HANDLE_SHAPE = /^[a-z][a-z0-9_]{2,23}$/

/** Handles that would be taken for the shop itself. */
const reserved = new Set([
  'admin',
  'administrator',
  'root',
  'support',
  'help',
  'official',
  'editor',
  'finance',
  'zhongcao',
  'system',
  'staff',
  'moderator',
  'null',
  'undefined',
  'me',
])

/** What people type when asked for a handle, made into one: trimmed, without @, small letters. Does not judge it. */
export const tidyHandle = (text: string): string => text.normalize('NFKC').trim().replace(/^@+/, '').toLowerCase()

/** `handle_shape`: not a handle; `handle_taken`: nobody may have it. */
export function handleProblem(handle: string): 'handle_shape' | 'handle_taken' | null {
  if (!HANDLE_SHAPE.test(handle)) return 'handle_shape'
  return reserved.has(handle) ? 'handle_taken' : null
}

/** An address of mail as accounts store it (trimmed, small letters), or null when it cannot be one. */
export function tidyEmail(text: string): string | null {
  const email = text.normalize('NFC').trim().toLowerCase()
  return email.length <= 254 && /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\]]+\.[^\s@"<>(),;:\\[\].]{2,}$/.test(email) ? email : null
}

/** A name that people see: without line ends and control characters, single blanks, `max` characters at most. Null when nothing is left or it is too long. */
export function tidyName(text: string, max: number): string | null {
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return name !== '' && [...name].length <= max ? name : null
}
