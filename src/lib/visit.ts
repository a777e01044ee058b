import type { Actor } from './actor.ts'

/** What a request says about who is there, apart from what it asks for. */
export interface Visit {
  /** The logged-in person, looked up once and only when asked for; `anonymous` for a guest. */
  actor(): Promise<Actor>
  /** The session token of the cookie or the Authorization header, null without one. Says nothing by itself: ask `actor()`. */
  readonly sessionToken: string | null
  /** Whether something in front (a proxy, a tunnel) passed the request on: demo accounts are refused then. */
  readonly forwarded: boolean
  /** The pseudonymous visitor of the first-party cookie, null before the first touch. */
  readonly visitorId: string | null
  readonly cookies: Readonly<Record<string, string>>
  readonly userAgent: string
  /** Host name of the referrer, null when there is none or it is ours. */
  readonly referrerHost: string | null
  /** Whether the visitor let us remember him beyond the session (ATT-02). */
  readonly consent: 'granted' | 'denied' | 'unknown'
  readonly requestId: string
  /** For inline scripts of this answer. */
  readonly nonce: string
  /** Whether the connection to the browser is https: decides `Secure` on cookies. */
  readonly secure: boolean
  /** Address of the site as the browser sees it, without a trailing slash. */
  readonly origin: string
}
