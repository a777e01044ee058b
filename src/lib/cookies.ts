/** Names of our cookies, in one place. All are first-party, HttpOnly unless a script must read them, SameSite=Lax. */
export const cookieNames = {
  session: 'payload-token',
  visitor: 'zc_visitor',
  cart: 'zc_cart',
  consent: 'zc_consent',
  language: 'zc_lang',
  theme: 'theme',
  /** Guest links of orders that this browser opened: `<order id>.<secret>`, the latest few. */
  orders: 'zc_orders',
} as const

export interface CookieOptions {
  /** Seconds; null for a cookie that ends with the session. */
  maxAgeSeconds: number | null
  secure: boolean
  httpOnly?: boolean
  path?: string
}

/** A `Set-Cookie` value. The value is percent-encoded. */
export function cookie(name: string, value: string, { maxAgeSeconds, secure, httpOnly = true, path = '/' }: CookieOptions): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, `Path=${path}`, 'SameSite=Lax']
  if (maxAgeSeconds !== null) parts.push(`Max-Age=${maxAgeSeconds}`)
  if (httpOnly) parts.push('HttpOnly')
  if (secure) parts.push('Secure')
  return parts.join('; ')
}

/** A `Set-Cookie` value that removes a cookie. */
export const expiredCookie = (name: string, secure: boolean): string => cookie(name, '', { maxAgeSeconds: 0, secure })

/** The cookies of a `Cookie` header. What cannot be decoded is left out; of two with one name the first counts. */
export function parseCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null) as Record<string, string>
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 1) continue
    const name = part.slice(0, at).trim()
    if (name in cookies) continue
    try {
      cookies[name] = decodeURIComponent(part.slice(at + 1).trim())
    } catch {
      // Not ours: ours are always percent-encoded.
    }
  }
  return cookies
}
