import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyFor, chooseEncoding, type Encoding, type Page } from './page.ts'

const suffix: Record<Encoding, string> = { identity: '', gzip: '-g', br: '-b' }
const kept = new Set([200, 404, 410])

/** What a client likes best of what we have. */
export const encodingOf = (req: IncomingMessage): Encoding => chooseEncoding(req.headers['accept-encoding'] as string | undefined)

/** Sends a page that is packed in the encoding that the client likes best, or 304 when he has it. `fixed` are the site's security headers, name after value. */
export function sendPage(
  req: IncomingMessage,
  res: ServerResponse,
  page: Page,
  { fixed, requestId }: { fixed: readonly string[]; requestId: string },
): void {
  const { encoding, body } = bodyFor(page, encodingOf(req))
  const etag = `"${page.etag}${markOf(page, encoding)}"`
  const head = headOf(page, encoding, etag, fixed)
  const own = ['x-request-id', requestId]
  if (page.status === 200 && matches(req.headers['if-none-match'], etag)) {
    res.writeHead(304, head.concat(own)).end()
    return
  }
  own.push('content-length', String(body.length))
  if (encoding !== 'identity') own.push('content-encoding', encoding)
  res.writeHead(page.status, head.concat(own))
  if (req.method === 'HEAD') res.end()
  else res.end(body)
}

/** One mark for each row of bytes that a page is sent as. */
const markOf = ({ bodies }: Page, encoding: Encoding): string =>
  encoding === 'br' && !bodies.identity && bodies.isSmaller ? '-s' : suffix[encoding]

/** What is the same at every sending, written once per page and encoding. */
function headOf(page: Page, encoding: Encoding, etag: string, fixed: readonly string[]): string[] {
  const known = page.wires[encoding]
  if (known) return known
  const caching = kept.has(page.status)
    ? ['cache-control', 'public, max-age=0, s-maxage=1, must-revalidate', 'vary', 'Accept-Encoding', 'etag', etag]
    : ['cache-control', 'no-store']
  const head = [...fixed, ...caching, ...page.headers.flat()]
  page.wires[encoding] = head
  return head
}

/** Weak comparison, as If-None-Match wants it. */
function matches(given: string | undefined, etag: string): boolean {
  if (!given) return false
  return given.trim() === '*' || given.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
