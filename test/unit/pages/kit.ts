import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type PageKey, type PageRules, pageKey } from '../../../src/server/pages/key.ts'
import { bodyFor, type Page } from '../../../src/server/pages/page.ts'
import type { PageCache, RenderResult } from '../../../src/server/pages/page-cache.ts'
import { encodingOf, sendPage } from '../../../src/server/pages/send.ts'

export const site = 'http://shop.test'

export const rules: PageRules = {
  paramsOf: (path) =>
    /^\/(?:zh|en)(?:\/p\/[^/]+)?$/.test(path)
      ? {
          page: { read: (value) => (/^[1-9]$/.test(value) ? value : undefined) },
          q: { open: true, read: (value) => (value.length > 20 ? 'ordinary' : value || undefined) },
        }
      : undefined,
}

export const keyOf = (target: string): PageKey => ({ key: target, url: target, origin: site, representation: 'html', open: false })

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export function rendered(text: string, tags: readonly string[], extra: Partial<RenderResult> = {}): RenderResult {
  return { status: 200, headers: [['content-type', 'text/html']], body: Buffer.from(text), tags, shared: true, storable: true, ...extra }
}

export const textOf = (page: Pick<Page, 'bodies'>): string => bodyFor(page, 'identity').body.toString()

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** A bare server with the cache in front; what it lets pass is answered 299. */
export async function serve(cache: PageCache) {
  const server = createServer((req, res) => {
    const pass = () => res.writeHead(299).end('passed')
    const key = req.method === 'GET' || req.method === 'HEAD' ? pageKey(req.url ?? '', site, rules) : undefined
    if (!key) return pass()
    cache.get(key, encodingOf(req)).then(
      (page) => (page ? sendPage(req, res, page, { fixed: ['x-fixed', 'yes'], requestId: 'request-1' }) : pass()),
      () => res.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const req = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (res) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) }))
      })
      req.on('error', reject)
      req.end()
    })
  return { ask, close: () => new Promise((resolve) => server.close(resolve)) }
}
