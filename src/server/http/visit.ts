import { randomFillSync } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Request } from 'express'
import type { Ctx } from '../../context.ts'
import { readActor } from '../../flows/accounts/read-actor.ts'
import { cookieNames, parseCookies } from '../../lib/cookies.ts'
import { isForwarded } from '../../lib/forwarded.ts'
import { newId } from '../../lib/ids.ts'
import type { Visit } from '../../lib/visit.ts'

/** What is not in the headers: Express's own reading of the connection and of what a trusted proxy says of it. */
export interface Entrance {
  protocol: string
  /** Whether a proxy in front may name the request. */
  trustsProxy: boolean
}

/** What a request of Express says about its sender. */
export const visitOf = (ctx: Ctx, req: Request): Visit =>
  readVisit(ctx, req.headers, { protocol: req.protocol, trustsProxy: Boolean(req.app.get('trust proxy')) })

/** What these headers say about their sender. Nothing is looked up before somebody asks for the actor. */
export function readVisit(ctx: Ctx, headers: IncomingHttpHeaders, { protocol, trustsProxy }: Entrance): Visit {
  const cookies = parseCookies(headers.cookie)
  let actor: ReturnType<Visit['actor']> | undefined
  const sessionToken = tokenOf(headers.authorization) ?? cookies[cookieNames.session] ?? null
  const forwarded = isForwarded(Object.entries(headers))
  const origin = ctx.env.PUBLIC_URL ?? `${protocol}://${headers.host ?? 'localhost'}`
  const visitor = cookies[cookieNames.visitor]
  const consent = cookies[cookieNames.consent]
  return {
    actor: () => (actor ??= readActor(ctx, sessionToken, forwarded)),
    sessionToken,
    forwarded,
    visitorId: visitor && /^[0-9a-f-]{36}$/.test(visitor) ? visitor : null,
    cookies,
    userAgent: (headers['user-agent'] ?? '').slice(0, 400),
    referrerHost: foreignHost(headers.referer, origin),
    consent: consent === 'granted' || consent === 'denied' ? consent : 'unknown',
    requestId: (trustsProxy ? givenId(headers['x-request-id']) : null) ?? newId(),
    nonce: newNonce(),
    secure: origin.startsWith('https:'),
    origin,
  }
}

const NONCE_BYTES = 16
/** Random bytes for many nonces, drawn at once; each of them is used for one. */
const pool = Buffer.alloc(256 * NONCE_BYTES)
let drawn = pool.length

function newNonce(): string {
  if (drawn === pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  drawn += NONCE_BYTES
  return pool.toString('base64url', drawn - NONCE_BYTES, drawn)
}

const tokenOf = (authorization: string | undefined): string | null => /^(?:Bearer|JWT) (\S{1,4096})$/.exec(authorization ?? '')?.[1] ?? null

/** The id that a proxy in front gave the request; null for what is none. */
const givenId = (given: string | string[] | undefined): string | null =>
  typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : null

function foreignHost(referrer: string | undefined, origin: string): string | null {
  if (!referrer) return null
  try {
    const { host } = new URL(referrer)
    return host === new URL(origin).host ? null : host.slice(0, 253)
  } catch {
    return null
  }
}

/** Node's headers as fetch's `Headers` takes them. */
export function cleanHeaders(req: Request): [string, string][] {
  return Object.entries(req.headers).flatMap(([name, value]): [string, string][] => {
    if (Array.isArray(value)) return value.map((one): [string, string] => [name, one])
    return value === undefined ? [] : [[name, value]]
  })
}
