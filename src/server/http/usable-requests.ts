import type { RequestHandler } from 'express'
import type { Ctx } from '../../context.ts'
import { fail } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { sendFailure } from './answers.ts'

const methods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Refuses what no door behind could read, before one of them fails over it: unknown methods, a target that is no path, a
 * Host that makes no address, a path that cannot be decoded or holds a NUL. `/go/` is left alone: it never errs (ATT-06).
 */
export const usableRequests =
  (ctx: Ctx): RequestHandler =>
  (req, res, next) => {
    if (!methods.has(req.method)) {
      res.setHeader('allow', [...methods].join(', '))
      return sendFailure(res, fail('method_not_allowed', `${req.method} is used nowhere here.`).failure)
    }
    if (!req.url.startsWith('/'))
      return sendFailure(res, fail('bad_request', 'Expected a request for a path, such as /zh; a proxy is not spoken here.').failure)
    if (!ctx.env.PUBLIC_URL && !isAddress((res.locals.visit as Visit).origin))
      return sendFailure(res, fail('bad_request', 'The Host header is no host.').failure)
    if (/^\/go(\/|$)/.test(req.path) || isDecodable(req.path)) return next()
    sendFailure(res, fail('bad_request', 'The path is not well-formed: expected percent-encoded UTF-8 without a NUL.').failure)
  }

/** A browser's origin: nothing but scheme, host and port. */
export function isAddress(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { pathname, search, hash, username, password } = new URL(origin)
  return pathname === '/' && search === '' && hash === '' && username === '' && password === ''
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
