import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Env } from '../../config/env.ts'
import type { Ctx } from '../../context.ts'
import { cookieNames } from '../../lib/cookies.ts'
import { fail } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { sendFailure } from './answers.ts'

type Header = [name: string, value: string]

/** Headers that are the same on every answer, kept pages too: helmet's, written down once. */
export function fixedHeaders({ PUBLIC_URL }: Pick<Env, 'PUBLIC_URL'>): Header[] {
  const headers = new Map<string, string>()
  const res = {
    setHeader: (name: string, value: string) => void headers.set(name.toLowerCase(), value),
    removeHeader: (name: string) => void headers.delete(name.toLowerCase()),
  }
  const write = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps(PUBLIC_URL) ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
  })
  write({} as Parameters<typeof write>[0], res as unknown as Parameters<typeof write>[1], () => {})
  return [...headers]
}

/**
 * The policy of every answer of ours. Script comes from the build's folder only (not from 'self': uploads are there too)
 * or is inline with a listed nonce or hash. Inline style attributes are allowed (positions of hotspots), inline style
 * sheets are not; nothing loads from elsewhere. In development modules come from anywhere below the own address.
 */
export function contentPolicy(origin: string, inline: readonly string[], env: PolicyEnv): string {
  const { NODE_ENV, PUBLIC_URL } = env
  const scripts = NODE_ENV === 'development' ? "'self'" : isPlain(origin) ? `${origin}/assets/` : "'none'"
  return [
    "default-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    `form-action ${["'self'", ...payPages(env)].join(' ')}`,
    `script-src ${[scripts, ...inline].join(' ')}`,
    "script-src-attr 'none'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    // Vite tells of changed modules on a port of its own.
    `connect-src 'self'${NODE_ENV === 'development' ? ' ws://localhost:* ws://127.0.0.1:*' : ''}`,
    "font-src 'self'",
    ...(isHttps(PUBLIC_URL) ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

type PolicyEnv = Pick<Env, 'NODE_ENV' | 'PUBLIC_URL'> & Partial<Pick<Env, 'STRIPE_SECRET_KEY' | 'STRIPE_API_URL'>>

/** Where a form may lead besides: browsers hold the redirects after it to the same rule, and a checkout ends at its provider's page. */
const payPages = ({ STRIPE_SECRET_KEY, STRIPE_API_URL }: PolicyEnv): string[] =>
  STRIPE_SECRET_KEY ? ['https://checkout.stripe.com', ...(STRIPE_API_URL ? [new URL(STRIPE_API_URL).origin] : [])] : []

/** Without PUBLIC_URL the address comes from the Host header, which may hold anything until it is refused. */
const isPlain = (origin: string): boolean => /^https?:\/\/[\w.:[\]-]+$/.test(origin)

const isHttps = (url: string | undefined): boolean => url?.startsWith('https:') ?? false

/** Security headers for every answer of Express. Scripts run only with the answer's own nonce, or from the build. */
export function securityHeaders({ env }: Ctx): RequestHandler {
  const fixed = fixedHeaders(env)
  return (_req, res, next) => {
    const { nonce, origin } = res.locals.visit as Visit
    for (const [name, value] of fixed) res.setHeader(name, value)
    res.setHeader('content-security-policy', contentPolicy(origin, [`'nonce-${nonce}'`], env))
    next()
  }
}

/** Payload's admin writes style sheets into the page, and Next its scripts with the nonce it finds in this header. */
export const adminPolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
  ].join('; ')

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A write that carries our session or cart cookie must come from our own pages: its Origin has to be ours, and where
 * no Origin is sent the browser's Sec-Fetch-Site has to say so. Calls without cookies (servers, tokens, webhooks) are
 * no forgery risk and pass.
 */
export const ownOriginOnly: RequestHandler = (req, res, next) => {
  const visit = res.locals.visit as Visit
  const authenticated = cookieNames.session in visit.cookies || cookieNames.cart in visit.cookies || cookieNames.orders in visit.cookies
  if (safeMethods.has(req.method) || !authenticated) return next()
  const origin = req.get('origin')
  const ours = origin !== undefined ? origin === visit.origin : req.get('sec-fetch-site') === 'same-origin'
  if (ours) return next()
  sendFailure(
    res,
    fail('bad_origin', `A write with a cookie must come from ${visit.origin}; came from ${origin ?? 'nowhere that can be told'}.`).failure,
  )
}
