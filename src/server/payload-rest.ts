import { Readable } from 'node:stream'
import express, { type Express, type Request as ExpressRequest, type Response as ExpressResponse, type RequestHandler } from 'express'
import { type CollectionSlug, type FlattenedField, handleEndpoints } from 'payload'
import type { Ctx } from '../context.ts'
import { isStaff } from '../lib/actor.ts'
import { fail } from '../lib/result.ts'
import type { Visit } from '../lib/visit.ts'
import { sendFailure } from './http/answers.ts'
import { limitFor } from './http/limits.ts'
import { cleanHeaders } from './http/visit.ts'
import { readRow } from './payload-body.ts'
import { ourErrors } from './payload-errors.ts'
import { numberedId, objectId, refuseQuery } from './payload-query.ts'
import { refuseReferences } from './payload-references.ts'

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
  app.use(
    '/api',
    limitFor(ctx, 'read'),
    express.raw({ limit: 1_000_000, type: () => true, inflate: false }),
    (req, res, next) => void serve(ctx, req, res).catch(next),
  )
}

/** Preferences belong to the admin; their path by key asks no access rule, so fans would store what they like. */
const staffOnly: RequestHandler = (_req, res, next) => {
  ;(res.locals.visit as Visit)
    .actor()
    .then((actor) => (isStaff(actor) ? next() : sendFailure(res, fail('forbidden', 'Preferences belong to the admin.').failure)))
    .catch(next)
}

async function serve(ctx: Ctx, req: ExpressRequest, res: ExpressResponse): Promise<void> {
  const visit = res.locals.visit as Visit
  const url = new URL(`${visit.origin}${req.originalUrl}`)
  const target = targetOf(ctx, req.path)
  if (!target) return sendFailure(res, fail('not_found', 'Payload has nothing of this name.').failure)
  const refusal = refuseQuery(url.searchParams, target.fields) ?? (await refuseGiven(ctx, visit, req, target.fields))
  if (refusal) return sendFailure(res, refusal.failure)
  const body = bodyOf(req)
  // Payload knows no HEAD; Express leaves the body of its answer away.
  const method = req.method === 'HEAD' ? 'GET' : req.method
  const init = { method, headers: new Headers(cleanHeaders(req)), ...(body.length ? { body: new Uint8Array(body) } : {}) }
  const request = new Request(url, init)
  const answer = await handleEndpoints({
    config: ctx.payload.config,
    request,
    ...(ctx.payloadKey ? { payloadInstanceCacheKey: ctx.payloadKey } : {}),
  })
  await pass(answer, res)
}

/** Which fields a path is about: those of a collection or global, none for Payload's other paths. Null where nothing is. */
function targetOf({ payload }: Ctx, path: string): { fields: readonly FlattenedField[] } | null {
  const [, first = '', second = ''] = path.split('/')
  if (first === 'globals') return { fields: payload.globals.config.find(({ slug }) => slug === second)?.flattenedFields ?? [] }
  if (!Object.hasOwn(payload.collections, first)) return first in {} ? null : { fields: [] }
  const collection = payload.collections[first as CollectionSlug]
  // Where Payload numbers the rows itself, any other id would reach the database and fail there.
  const numbered = (collection.customIDType ?? payload.db.defaultIDType) === 'number'
  if (numbered && first !== 'payload-preferences' && second !== '' && !/^(\d{1,15}|count|access|versions)$/.test(second)) return null
  const { flattenedFields } = collection.config
  const oid = payload.db.name === 'mongoose' && collection.customIDType === undefined
  const ofDatabase = numbered ? [numberedId] : oid ? [objectId] : []
  return { fields: [...ofDatabase, ...flattenedFields] }
}

const bodyOf = (req: ExpressRequest): Buffer => (Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0))

type Refusal = ReturnType<typeof fail> | null

async function refuseGiven(ctx: Ctx, visit: Visit, req: ExpressRequest, fields: readonly FlattenedField[]): Promise<Refusal> {
  const body = bodyOf(req)
  const override = req.get('x-payload-http-method-override') ?? req.get('x-http-method-override')
  if (override !== undefined) {
    // A query too long for an address, as the admin sends it.
    if (req.method === 'POST' && override === 'GET' && req.is('application/x-www-form-urlencoded'))
      return refuseQuery(new URLSearchParams(body.toString()), fields)
    return fail('bad_request', 'Another method is taken only for a GET whose query comes as application/x-www-form-urlencoded.')
  }
  if (req.method === 'GET' || req.method === 'HEAD' || body.length === 0) return null
  const read = await readRow(body, req.get('content-type') ?? '', fields, req.query.locale === 'all')
  if (!read.ok) return read
  // What exists is looked up for nobody who may write nothing anyway.
  const { userId } = await visit.actor()
  return userId && read.value ? refuseReferences(ctx, read.value, fields) : null
}

async function pass(answer: Response, res: ExpressResponse): Promise<void> {
  // A collection without REST says 501; for whoever asks it is simply not there.
  const status = answer.status === 501 ? 404 : answer.status
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') res.setHeader(name, value)
  })
  const cookies = answer.headers.getSetCookie()
  if (cookies.length) res.setHeader('set-cookie', cookies)
  if (!res.hasHeader('cache-control')) res.setHeader('cache-control', 'private, no-store')
  res.status(status)
  if (status >= 400) return void res.json(ourErrors(status, await answer.text()))
  if (!answer.body) return void res.end()
  Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]).pipe(res)
}
