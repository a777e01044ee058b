import { Readable } from 'node:stream'
import type { Express, Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express'
import { handleEndpoints } from 'payload'
import type { Ctx } from '../context.ts'
import { isStaff } from '../lib/actor.ts'
import { fail } from '../lib/result.ts'
import type { Visit } from '../lib/visit.ts'
import { sendFailure } from './http/answers.ts'
import { limitFor } from './http/limits.ts'
import { cleanHeaders } from './http/visit.ts'

/**
 * Doors of Payload that stay shut: its open first registration, the job runner, and those of log-in, sign-up and mail,
 * which would tell by answer or by time who has an account and count no tries (ours at `/v1/auth` do).
 */
const shut = [
  /^\/users\/first-register\/?$/,
  /^\/users\/(login|forgot-password|reset-password|verify|unlock)(\/|$)/,
  /^\/payload-jobs\//,
  /^\/graphql/,
]

/** Payload's own REST at `/api`. The URL is built from where the site says it is, never from the Host header alone. */
export function mountPayloadRest(app: Express, ctx: Ctx): void {
  app.use('/api', (req, res, next) =>
    shut.some((door) => door.test(req.path)) ? sendFailure(res, fail('forbidden', 'This door of Payload is shut here.').failure) : next(),
  )
  app.use('/api/payload-preferences', staffOnly)
  app.use('/api', limitFor(ctx, 'read'), (req, res, next) => void serve(ctx, req, res).catch(next))
}

/** Preferences belong to the admin; their path by key asks no access rule, so fans would store what they like. */
const staffOnly: RequestHandler = (_req, res, next) => {
  ;(res.locals.visit as Visit)
    .actor()
    .then((actor) => (isStaff(actor) ? next() : sendFailure(res, fail('forbidden', 'Preferences belong to the admin.').failure)))
    .catch(next)
}

async function serve(ctx: Ctx, req: ExpressRequest, res: ExpressResponse): Promise<void> {
  const length = Number(req.headers['content-length'] ?? 0)
  if (length > 1_000_000) return sendFailure(res, fail('too_large', 'A body here has at most 1,000,000 bytes.').failure)
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  const visit = res.locals.visit as Visit
  const init = {
    method: req.method,
    headers: new Headers(cleanHeaders(req)),
    ...(hasBody ? { body: Readable.toWeb(req), duplex: 'half' } : {}),
  }
  const request = new Request(`${visit.origin}${req.originalUrl}`, init as RequestInit)
  const answer = await handleEndpoints({
    config: ctx.payload.config,
    request,
    ...(ctx.payloadKey ? { payloadInstanceCacheKey: ctx.payloadKey } : {}),
  })
  res.status(answer.status)
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') res.setHeader(name, value)
  })
  const cookies = answer.headers.getSetCookie()
  if (cookies.length) res.setHeader('set-cookie', cookies)
  if (!res.hasHeader('cache-control')) res.setHeader('cache-control', 'private, no-store')
  if (!answer.body) return void res.end()
  Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]).pipe(res)
}
