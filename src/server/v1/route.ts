import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Ctx } from '../../context.ts'
import type { Actor, Role } from '../../lib/actor.ts'
import type { Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'

/**
 * One endpoint of `/v1`. The schemas that validate are the ones the OpenAPI document is made from, so the document
 * cannot say something else.
 */
export interface RouteSpec {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Express path, such as `/v1/pieces/:id`. */
  path: string
  summary: string
  tag: string
  /** `anyone`, `account` (logged in), or the roles of which one is needed. */
  who: 'anyone' | 'account' | readonly Role[]
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** What a success answers; 204 routes leave it out. */
  answer?: z.ZodType
  status?: 200 | 201 | 202 | 204
  /** Requests a minute for one visitor (account, else address); see http/limits.ts. */
  limit?: LimitName
  /** Whether the client must send an `Idempotency-Key` header. */
  idempotencyKey?: 'required'
  /** The route reads the raw request itself (multipart upload). */
  raw?: true
  /** The request is signed over its bytes by a program (headers Zhongcao-Key and Zhongcao-Signature): they stay on the call. */
  signed?: true
}

export type LimitName = 'read' | 'write' | 'auth' | 'upload' | 'checkout'

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined

export interface Call<S extends RouteSpec> {
  ctx: Ctx
  actor: Actor
  visit: Visit
  params: Parsed<S['params']>
  query: Parsed<S['query']>
  body: Parsed<S['body']>
  /** Given exactly when the spec requires it. */
  idempotencyKey: string
  req: Request
  /** The body as it came, of a signed route; empty for others. */
  rawBody: Uint8Array
  /** For cookies and headers only; the answer itself is returned. */
  res: Response
}

export interface Route {
  spec: RouteSpec
  handle(call: Call<RouteSpec>): Promise<Result<unknown>>
}

/** An endpoint with its handler, typed by its own schemas. */
export function route<const S extends RouteSpec>(spec: S, handle: (call: Call<S>) => Promise<Result<unknown>>): Route {
  return { spec, handle: handle as unknown as Route['handle'] }
}
