import type { IncomingMessage } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { hasRole } from '../../lib/actor.ts'
import { failpoint } from '../../lib/failpoints.ts'
import { type Failure, fail } from '../../lib/result.ts'
import { unusableIn } from '../../lib/unusable-input.ts'
import { sendFailure, sendFailures } from '../http/answers.ts'
import { limitFor } from '../http/limits.ts'
import type { Call, Route, RouteSpec } from './route.ts'

/** Puts the endpoints on the app. Unknown paths and wrong methods below `/v1` are answered in the same shape. */
export function mountV1(app: Express, ctx: Ctx, routes: Route[]): void {
  const json = express.json({ limit: '256kb', strict: true, type: ['application/json', 'application/*+json'] })
  const kept = express.json({ limit: '256kb', strict: true, type: ['application/json', 'application/*+json'], verify: keepBytes })
  for (const one of routes) {
    const before: RequestHandler[] = [limitFor(ctx, one.spec.limit ?? (one.spec.method === 'get' ? 'read' : 'write'))]
    if (takesBody(one.spec)) before.push(wantJson, one.spec.signed ? kept : json)
    app[one.spec.method](one.spec.path, ...before, (req, res) => void answer(ctx, one, req, res))
  }
  app.use('/v1', (req, res) =>
    sendFailure(
      res,
      wrongMethod(routes, req, res) ??
        fail('not_found', `There is no ${req.method} ${req.baseUrl}${req.path}; see /v1/openapi.json.`).failure,
    ),
  )
}

const empty = new Uint8Array()
const bytesOf = new WeakMap<IncomingMessage, Uint8Array>()
const keepBytes = (req: IncomingMessage, _res: unknown, bytes: Buffer): void => void bytesOf.set(req, bytes)

/** Writes without a body of their own take none but `{}`: what nobody reads must not look as if it had been heard. */
const takesBody = (spec: RouteSpec): boolean => !spec.raw && spec.method !== 'get'
const noBody = z.strictObject({})

async function answer(ctx: Ctx, { spec, handle }: Route, req: Request, res: Response): Promise<void> {
  try {
    const visit = res.locals.visit as Call<RouteSpec>['visit']
    const actor = await visit.actor()
    const refused = mayCall(spec, actor)
    if (refused) return sendFailure(res, refused)
    const parts = parse(spec, req)
    if (!parts.ok) return sendFailures(res, parts.failures)
    const key = keyOf(spec, req)
    if (!key.ok) return sendFailure(res, key.failure)
    const result = await handle({
      ctx,
      actor,
      visit,
      ...parts.value,
      idempotencyKey: key.value,
      req,
      res,
      rawBody: bytesOf.get(req) ?? empty,
    } as Call<RouteSpec>)
    if (res.headersSent) return
    failpoint(`before-answer:${spec.method} ${spec.path}`)
    if (!result.ok) return sendFailures(res, result.failures ?? [result.failure])
    res.setHeader('cache-control', 'private, no-store')
    if (spec.status === 204) res.status(204).end()
    else res.status(spec.status ?? 200).json(result.value)
  } catch (error) {
    ctx.log.error({ err: error, requestId: res.locals.requestId as string, path: spec.path }, 'A request failed')
    if (!res.headersSent)
      sendFailure(
        res,
        { code: 'unavailable', message: 'Something failed here, nothing was changed. Try again; the request id helps us to find it.' },
        500,
      )
  }
}

function mayCall(spec: RouteSpec, actor: Actor): Failure | null {
  if (spec.who === 'anyone') return null
  if (!actor.userId) return fail('unauthenticated', 'This needs a logged-in account: POST /v1/auth/log-in first.').failure
  if (spec.who === 'account' || hasRole(actor, ...spec.who)) return null
  return fail('forbidden', `This needs one of the roles ${spec.who.join(', ')}.`).failure
}

type Parts = { params: unknown; query: unknown; body: unknown }

function parse(spec: RouteSpec, req: Request): { ok: true; value: Parts } | { ok: false; failures: Failure[] } {
  const failures: Failure[] = []
  for (const [where, value] of Object.entries({ path: req.params, query: req.query, body: spec.raw ? undefined : req.body })) {
    const unusable = unusableIn(value)
    if (!unusable) continue
    const field = unusable.field ? { field: unusable.field } : {}
    return { ok: false, failures: [{ code: 'invalid', message: `${where} ${unusable.field}: ${unusable.message}`, ...field }] }
  }
  const read = (schema: z.ZodType | undefined, value: unknown, where: string): unknown => {
    if (!schema) return undefined
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) failures.push(failureOf(issue, where))
    return undefined
  }
  const value = {
    params: read(spec.params, req.params, 'path'),
    query: read(spec.query, req.query, 'query'),
    body: takesBody(spec) ? read(spec.body ?? noBody, req.body ?? {}, 'body') : undefined,
  }
  return failures.length ? { ok: false, failures } : { ok: true, value }
}

const failureOf = (issue: z.core.$ZodIssue, where: string): Failure => {
  const field = issue.path.map(String).join('.')
  return { code: 'invalid', message: `${where}${field ? ` ${field}` : ''}: ${issue.message}`, ...(field ? { field } : {}) }
}

function keyOf(spec: RouteSpec, req: Request) {
  if (spec.idempotencyKey !== 'required') return { ok: true as const, value: '' }
  const key = req.get('idempotency-key') ?? ''
  if (/^[\x21-\x7e]{8,128}$/.test(key)) return { ok: true as const, value: key }
  return fail('bad_request', 'Expected a header Idempotency-Key of 8 to 128 visible ASCII characters, new for every new intention.')
}

const wantJson: RequestHandler = (req, res, next) => {
  const hasBody = req.headers['content-length'] !== undefined || req.headers['transfer-encoding'] !== undefined
  if (!hasBody || req.headers['content-length'] === '0' || req.is('json') || req.is('+json')) return next()
  sendFailure(
    res,
    fail('unsupported_type', `Expected Content-Type application/json, came ${req.get('content-type')?.slice(0, 80) ?? 'none'}.`).failure,
  )
}

function wrongMethod(routes: Route[], req: Request, res: Response): Failure | null {
  const path = `${req.baseUrl}${req.path}`
  const methods = routes.filter(({ spec }) => matches(spec.path, path)).map(({ spec }) => spec.method.toUpperCase())
  if (methods.length === 0) return null
  res.setHeader('allow', [...new Set(methods)].join(', '))
  return fail('method_not_allowed', `${path} takes ${methods.join(', ')}, came ${req.method}.`).failure
}

const matches = (pattern: string, path: string): boolean => {
  const [a, b] = [pattern.split('/'), path.replace(/\/$/, '').split('/')]
  return a.length === b.length && a.every((part, at) => part.startsWith(':') || part === b[at])
}

/** What Express itself refuses: malformed JSON, too large a body, a bad path. Anything else is a fault and is logged. */
export const lastResort =
  (ctx: Ctx): ErrorRequestHandler =>
  (error: { status?: number; type?: string; message?: string; headers?: Record<string, string> }, req, res, next) => {
    if (res.headersSent) return next(error)
    const status = error.status ?? 500
    if (status >= 500) ctx.log.error({ err: error, requestId: res.locals.requestId as string, path: req.path }, 'A request failed')
    if (error.headers) res.set(error.headers)
    sendFailure(res, refusalOf(status, error.type), status)
  }

function refusalOf(status: number, type: string | undefined): Failure {
  if (status === 413) return fail('too_large', 'The body is larger than this address takes.').failure
  if (status === 415) return fail('unsupported_type', 'This content type or encoding is not understood here.').failure
  if (status === 416) return fail('bad_request', 'The file does not have these bytes; Content-Range says how many it has.').failure
  if (type === 'entity.parse.failed') return fail('bad_request', 'Expected well-formed JSON.').failure
  if (status < 500) return fail('bad_request', 'The request could not be understood.').failure
  return { code: 'unavailable', message: 'Something failed here. Try again; the request id helps us to find it.' }
}
