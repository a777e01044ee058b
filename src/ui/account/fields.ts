/** Names of the form fields of accounts. All forms are `method="post"` with an `intent`. Roles and ids are never posted. */

/** `/:lang/login`, intent `log-in`; `resend` sends the verification letter again. */
export const logInFields = { intent: 'intent', email: 'email', password: 'password', next: 'next' } as const

/** `/:lang/sign-up`, intent `sign-up`. */
export const signUpFields = {
  intent: 'intent',
  email: 'email',
  password: 'password',
  displayName: 'displayName',
  /** `1` when the terms were accepted. */
  terms: 'terms',
  next: 'next',
} as const

/** `/:lang/forgot-password`, intent `forgot`. */
export const forgotFields = { intent: 'intent', email: 'email' } as const

/** `/:lang/reset-password?token=…`, intent `reset`. */
export const resetFields = { intent: 'intent', token: 'token', password: 'password' } as const

/** `/:lang/verify-email?token=…`, intent `verify`: a press, since mail scanners open links by themselves. */
export const verifyFields = { intent: 'intent', token: 'token' } as const

/** `/:lang/account`. Intents: `profile`, `language`, `log-out`. */
export const accountFields = { intent: 'intent', displayName: 'displayName', language: 'language' } as const

/** `/:lang/studio/join`, intent `become-creator`. */
export const creatorFields = {
  intent: 'intent',
  handle: 'handle',
  displayName: 'displayName',
  vertical: 'vertical',
  bio: 'bio',
  terms: 'terms',
} as const

export type AuthField = 'email' | 'password' | 'displayName' | 'terms'
export type CreatorField = Exclude<keyof typeof creatorFields, 'intent'>

/** Shortest password, in characters. A rule of length and of a list of common ones; no rules about kinds of characters. */
export const passwordMin = 10
export const bioMax = 160

/** What a handle may be: 3 to 24 small letters, digits or underscores, beginning with a letter. Checked without regard to case on the server, too. */
export const handleShape = /^[a-z][a-z0-9_]{2,23}$/

/** What people type when asked for a handle, made into one: without spaces around it and @ before it, small letters. Does not judge it. */
export const tidyHandle = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^[@\s]+/, '')
    .toLowerCase()
