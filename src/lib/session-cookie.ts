import { cookie, cookieNames, expiredCookie } from './cookies.ts'

/** As long as a session lasts (collections/users.ts): 14 days. */
const SESSION_SECONDS = 14 * 86_400

/** `Set-Cookie` of an opened session, with Payload's own name and attributes, so that the admin knows it too. */
export const sessionCookie = (token: string, secure: boolean): string =>
  cookie(cookieNames.session, token, { maxAgeSeconds: SESSION_SECONDS, secure })

export const endedSessionCookie = (secure: boolean): string => expiredCookie(cookieNames.session, secure)
