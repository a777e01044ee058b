import { createHmac } from 'node:crypto'
import { cookieNames } from '../../lib/cookies.ts'
import type { Consent, DeviceClass } from './index.ts'

export const VISITOR_COOKIE = cookieNames.visitor

/** ATT-07: the longest click window is 90 days; a visitor id that outlives it could decide nothing. */
export const VISITOR_MAX_AGE_SECONDS = 90 * 86_400

export interface CookieAttributes {
  name: string
  value: string
  path: '/'
  httpOnly: true
  sameSite: 'lax'
  secure: boolean
  /** Seconds; absent = until the browser closes. */
  maxAge?: number
}

/** ATT-02: first-party, HttpOnly, SameSite=Lax, Secure on https; without consent it lives for the session only. */
export function visitorCookie(visitorId: string, consent: Consent, https: boolean): CookieAttributes {
  const cookie: CookieAttributes = { name: VISITOR_COOKIE, value: visitorId, path: '/', httpOnly: true, sameSite: 'lax', secure: https }
  return consent === 'granted' ? { ...cookie, maxAge: VISITOR_MAX_AGE_SECONDS } : cookie
}

/** The attributes as a `Set-Cookie` header. Names and values are ours (ids), so nothing needs escaping; anything else throws. */
export function serializeCookie(cookie: CookieAttributes): string {
  if (!/^[\w-]+$/.test(cookie.name) || !/^[\w.-]+$/.test(cookie.value)) throw new Error(`cookie ${cookie.name}: only ids may be stored`)
  const parts = [`${cookie.name}=${cookie.value}`, 'Path=/']
  if (cookie.maxAge !== undefined) parts.push(`Max-Age=${cookie.maxAge}`)
  parts.push('HttpOnly', 'SameSite=Lax')
  if (cookie.secure) parts.push('Secure')
  return parts.join('; ')
}

const tablet = /ipad|tablet|kindle|silk|playbook|(android(?!.*mobile))/i
const phone = /mobi|iphone|ipod|android|harmony.*phone|windows phone|micromessenger/i

/**
 * Rough class of a user agent. What is a bot is asked of `isBot` (kept outside: lists age faster than this file);
 * no user agent at all is one too.
 */
export function deviceClass(userAgent: string | undefined, isBot: (userAgent: string) => boolean): DeviceClass {
  if (!userAgent || isBot(userAgent)) return 'bot'
  if (tablet.test(userAgent)) return 'tablet'
  return phone.test(userAgent) ? 'phone' : 'desktop'
}

/** Keyed hash of a user agent, 32 hex digits: equal agents compare equal inside this shop, and nobody reads them back. */
export function userAgentHash(userAgent: string | undefined, salt: string): string | null {
  if (!userAgent) return null
  return createHmac('sha256', salt).update(userAgent).digest('hex').slice(0, 32)
}
