import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Ctx } from '../../src/context.ts'
import { type AppOptions, createDoors } from '../../src/server/app.ts'

export interface Site {
  url: string
  /** A request as a program sends it. Redirects are not followed. */
  ask(method: string, path: string, options?: Ask): Promise<Reply>
  close(): Promise<void>
}

export interface Ask {
  body?: unknown
  headers?: Record<string, string>
}

export interface Reply {
  status: number
  body: unknown
  text: string
  headers: Headers
  cookies: string[]
}

/** The doors of a world (without pages) on a free port of this machine. */
export async function openSite(ctx: Ctx, options: Partial<AppOptions> = {}): Promise<Site> {
  const server = createServer(createDoors(ctx, { readiness: { state: 'ready' }, version: 'test', ...options }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, ask: (method, path, options) => ask(url, method, path, options), close: () => shut(server) }
}

async function ask(url: string, method: string, path: string, { body, headers = {} }: Ask = {}): Promise<Reply> {
  const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { ...json, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, text, body: parsed(text), headers: answer.headers, cookies: answer.headers.getSetCookie() }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function shut(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
