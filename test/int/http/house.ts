import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { RateLimitRequestHandler } from 'express-rate-limit'
import { type Logger, pino } from 'pino'
import { expect } from 'vitest'
import { logOptions } from '../../../src/config/log.ts'
import type { Actor, Role } from '../../../src/lib/actor.ts'
import { createDoors } from '../../../src/server/app.ts'
import { refuseBroken } from '../../../src/server/http/broken-requests.ts'
import { limitFor } from '../../../src/server/http/limits.ts'
import type { Readiness } from '../../../src/server/http/operations.ts'
import { errorsSchema } from '../../../src/server/v1/openapi.ts'
import type { LimitName, RouteSpec } from '../../../src/server/v1/route.ts'
import { allRoutes } from '../../../src/server/v1/routes.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

export type Who = 'nobody' | Role

export interface Asked {
  as?: Who
  /** An object is sent as JSON, text and bytes as they are. */
  body?: unknown
  headers?: Record<string, string>
}

export interface Told {
  status: number
  text: string
  body: unknown
  headers: Headers
}

export interface House {
  world: World
  url: string
  server: Server
  readiness: Readiness
  people: Record<Role, Actor & { userId: string; email: string }>
  /** A request of a program with the token of somebody in this role. Answers of `/v1` are held against their own schemas. */
  ask(method: string, path: string, asked?: Asked): Promise<Told>
  /** Bytes as they are on a connection of their own; what came back until it closed. */
  raw(bytes: string | Buffer): Promise<{ status: number; head: string; body: string }>
  /** Everything logged so far, one JSON text a line. */
  logged(): string
  /** Lines of level error and above. */
  faults(): string[]
  close(): Promise<void>
}

const roles: readonly Role[] = ['fan', 'creator', 'editor', 'finance', 'admin']

/** All doors (no pages, no admin) on a free port, with somebody in every role and every line of the log kept. */
export async function openHouse(env: Record<string, string> = {}): Promise<House> {
  const lines: string[] = []
  const log = pino(logOptions('trace', 'test'), { write: (line: string) => void lines.push(line) }) as Logger
  const world = await openWorld({ env, log })
  const readiness: Readiness = { state: 'ready' }
  const server = createServer(createDoors(world.ctx, { readiness, version: 'test' }))
  refuseBroken(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = {} as House['people']
  const tokens: Record<string, string> = {}
  for (const role of roles) {
    const made = role === 'creator' ? await creator(world) : await person(world, [role])
    people[role] = made
    const { token } = await world.payload.login({ collection: 'users', data: { email: made.email, password: 'correct horse 7' } })
    tokens[role] = token ?? ''
  }
  const ask: House['ask'] = async (method, path, asked = {}) => {
    forgetLimits(world, people)
    const told = await send(url, method, path, asked, tokens[asked.as ?? 'nobody'])
    if (path.startsWith('/v1')) keepsItsWord(method, path, told)
    return told
  }
  return {
    world,
    url,
    server,
    readiness,
    people,
    ask,
    raw: (bytes) => speak(url, bytes),
    logged: () => lines.join(''),
    faults: () => lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await world.close()
    },
  }
}

async function send(url: string, method: string, path: string, { body, headers = {} }: Asked, token: string | undefined): Promise<Told> {
  const plain = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData
  const answer = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: plain ? (body as string) : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, text, body: parsed(text), headers: answer.headers }
}

const limitNames: readonly LimitName[] = ['read', 'write', 'auth', 'upload', 'checkout']

/** A walk over all doors sends more than one visitor may; the limits have a test of their own. */
function forgetLimits(world: World, people: House['people']): void {
  for (const name of limitNames) {
    const limiter = limitFor(world.ctx, name) as RateLimitRequestHandler
    for (const key of ['ip:127.0.0.1', ...Object.values(people).map(({ userId }) => `account:${userId}`)]) limiter.resetKey(key)
  }
}

const specs: readonly RouteSpec[] = allRoutes().map(({ spec }) => spec)

/** The endpoint that answers a request: Express takes the first that matches. */
export function specOf(method: string, path: string): RouteSpec | undefined {
  const parts = (path.split('?')[0] ?? '').split('/')
  return specs.find((spec) => {
    const pattern = spec.path.split('/')
    return (
      spec.method === method.toLowerCase() &&
      pattern.length === parts.length &&
      pattern.every((part, at) => part.startsWith(':') || part === parts[at])
    )
  })
}

/** A success is what its `answer` schema says and no more, a refusal is in the shape of all errors. */
export function keepsItsWord(method: string, path: string, { status, body, text }: Told): void {
  if (status >= 400) {
    if (method !== 'HEAD') expectOurErrors({ status, body, text })
    return
  }
  const spec = specOf(method, path)
  if (!spec?.answer || status === 304) return
  expect(status, `${method} ${spec.path}`).toBe(spec.status ?? 200)
  const read = spec.answer.safeParse(body)
  expect(read.error?.issues ?? [], `${method} ${spec.path} answers ${text.slice(0, 300)}`).toEqual([])
  expect(body, `${method} ${spec.path} answers more than its schema says`).toEqual(read.data)
}

export function expectOurErrors({ status, body, text }: Pick<Told, 'status' | 'body' | 'text'>): void {
  const read = errorsSchema.safeParse(body)
  expect(read.success && read.data.errors.length > 0, `${status} ${text.slice(0, 300)}`).toBe(true)
}

/** Refused clearly: a 4xx in our shape, and nothing was logged as a fault. */
export function expectRefused(told: Told, what: string): void {
  expect(told.status >= 400 && told.status < 500, `${what}: ${told.status} ${told.text.slice(0, 300)}`).toBe(true)
  expectOurErrors(told)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function speak(url: string, bytes: string | Buffer): Promise<{ status: number; head: string; body: string }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    const timer = setTimeout(() => socket.destroy(new Error('The server left the connection open')), 15_000)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
    )
    socket.on('close', () => {
      clearTimeout(timer)
      const text = Buffer.concat(chunks).toString()
      const at = text.indexOf('\r\n\r\n')
      const head = at < 0 ? text : text.slice(0, at)
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: at < 0 ? '' : text.slice(at + 4) })
    })
  })
}

/** A hash of every row of every collection with its versions, and the names of all media files: nothing may hide a change. */
export async function everything({ payload, ctx }: World): Promise<Record<string, string>> {
  await ctx.touches.drain()
  const hashes: Record<string, string> = {}
  for (const [slug, { config }] of Object.entries(payload.collections)) {
    const collection = slug as 'posts'
    const rows = (await payload.db.find({ collection, limit: 0, pagination: false, sort: 'id', req: undefined as never })).docs
    // That somebody took his turn on MongoDB says nothing, not even when he was refused.
    const docs = rows.filter((row) => !(row as { key?: string }).key?.startsWith('turn:'))
    const versions = config.versions
      ? (await payload.db.findVersions({ collection, limit: 0, pagination: false, sort: 'id', req: undefined as never })).docs
      : []
    hashes[slug] = `${docs.length}+${versions.length} ${createHash('sha256')
      .update(JSON.stringify([docs, versions]))
      .digest('hex')}`
  }
  const settings = await payload.findGlobal({ slug: 'shop-settings', depth: 0 })
  hashes['shop-settings'] = JSON.stringify(settings)
  const { mediaDir } = ctx.env
  hashes['media files'] = existsSync(mediaDir) ? readdirSync(mediaDir, { recursive: true }).map(String).sort().join(' ') : ''
  return hashes
}
