import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { bodyFor, chooseEncoding, compressed, exact, keepable, type Page } from './page.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** What protects a file that is no page; a page's other headers would only make forty of them heavier. */
const fixed = ['x-content-type-options', 'nosniff', 'cross-origin-resource-policy', 'same-origin', 'vary', 'Accept-Encoding']
const forEver = ['cache-control', 'public, max-age=31536000, immutable']

/**
 * The build's script and style, compressed by the build, kept in memory. Their names are hashes of what is in them, so
 * they never change. Fonts and pictures are left to Express.
 */
export async function assetFiles(folder: string, prefix = '/assets/') {
  const files = new Map<string, Page>()
  const names = new Set(await readdir(folder).catch(() => []))
  for (const name of names) {
    const type = types[path.extname(name)]
    if (!type) continue
    const etag = createHash('sha256').update(name).digest('base64url').slice(0, 22)
    const bodies = await packed(folder, name, names)
    files.set(prefix + name, keepable({ status: 200, headers: [['content-type', type]], etag, tags: new Set(), bodies }))
  }
  /** Whether it was one of these files, and is answered. */
  return (req: IncomingMessage, res: ServerResponse): boolean => {
    const file = files.get(req.url ?? '')
    if (!file) return false
    const { encoding, body } = bodyFor(file, chooseEncoding(req.headers['accept-encoding'] as string | undefined))
    const headers = [...fixed, ...forEver, ...file.headers.flat(), 'content-length', String(body.length)]
    if (encoding !== 'identity') headers.push('content-encoding', encoding)
    res.writeHead(200, headers)
    res.end(req.method === 'HEAD' ? undefined : body)
    return true
  }
}

/** The encodings as the build left them; of a file that came after its packing (the manifest of routes) they are made now. */
async function packed(folder: string, name: string, names: ReadonlySet<string>): Promise<{ br: Buffer; gzip: Buffer }> {
  const read = (ending = '') => readFile(path.join(folder, name + ending))
  if (!names.has(`${name}.br`) || !names.has(`${name}.gz`)) return compressed(await read(), 11)
  return { br: exact(await read('.br')), gzip: exact(await read('.gz')) }
}
