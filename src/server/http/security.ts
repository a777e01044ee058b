import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Ctx } from '../../context.ts'
import { cookieNames } from '../../lib/cookies.ts'
import { fail } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { sendFailure } from './answers.ts'

/**
 * Security headers for every answer. Scripts run only with the answer's own nonce; nothing of ours loads from
 * elsewhere. Inline style attributes are allowed (positions of hotspots), inline style sheets are not.
 */
export function securityHeaders(ctx: Ctx): RequestHandler {
  const https = ctx.env.PUBLIC_URL?.startsWith('https:') ?? false
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        scriptSrc: ["'self'", (_req, res) => `'nonce-${nonceOf(res)}'`],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
  })
}

const nonceOf = (res: unknown): string => (res as { locals?: { visit?: Visit } }).locals?.visit?.nonce ?? ''

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
