import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDoors } from '../../src/server/app.ts'
import type { World } from './world.ts'

export interface Doors {
  url: string
  /** A request as a browser of ours sends it: own Origin, no redirect followed, JSON where a body is given. */
  ask(
    path: string,
    init?: { method?: string; body?: unknown; headers?: Record<string, string>; cookies?: Record<string, string> },
  ): Promise<Response>
  close(): Promise<void>
}

/** The shop's HTTP doors (no pages, no admin) on a free port of this machine. */
export async function openDoors({ ctx }: Pick<World, 'ctx'>): Promise<Doors> {
  const server = createServer(createDoors(ctx, { readiness: { state: 'ready' }, version: 'test' }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    ask: (path, { method = 'GET', body, headers = {}, cookies = {} } = {}) =>
      fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
          ...(method === 'GET' || method === 'HEAD' ? {} : { origin: url }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          cookie: Object.entries(cookies)
            .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
            .join('; '),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections()
        server.close((error) => (error ? reject(error) : resolve()))
      }),
  }
}
