import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { bodyFor, chooseEncoding, exact, keepable, type Page } from './page.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * The build's script and style, compressed by the build, kept in memory. Their names are hashes of what is in them, so
 * they never change. What was not compressed (fonts, pictures) is left to Express.
 */
export async function assetFiles(folder: string, fixed: readonly string[], prefix = '/assets/') {
  const files = new Map<string, Page>()
  const names = new Set(await readdir(folder).catch(() => []))
  for (const name of names) {
    const type = types[path.extname(name)]
    if (!type || !names.has(`${name}.br`) || !names.has(`${name}.gz`)) continue
    const [br, gzip] = await Promise.all([readFile(path.join(folder, `${name}.br`)), readFile(path.join(folder, `${name}.gz`))])
    const etag = createHash('sha256').update(name).digest('base64url').slice(0, 22)
    files.set(
      prefix + name,
      keepable({ status: 200, headers: [['content-type', type]], etag, tags: new Set(), bodies: { br: exact(br), gzip: exact(gzip) } }),
    )
  }
  /** Whether it was one of these files, and is answered. */
  return (req: IncomingMessage, res: ServerResponse): boolean => {
    const file = files.get(req.url ?? '')
    if (!file || (req.method !== 'GET' && req.method !== 'HEAD')) return false
    const { encoding, body } = bodyFor(file, chooseEncoding(req.headers['accept-encoding'] as string | undefined))
    const headers = [...fixed, 'cache-control', 'public, max-age=31536000, immutable', 'vary', 'Accept-Encoding']
    headers.push(...file.headers.flat(), 'content-length', String(body.length))
    if (encoding !== 'identity') headers.push('content-encoding', encoding)
    res.writeHead(200, headers)
    res.end(req.method === 'HEAD' ? undefined : body)
    return true
  }
}
