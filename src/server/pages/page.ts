import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib'

export type Encoding = 'identity' | 'gzip' | 'br'

/** What a render gives: everything of an answer but what depends on the encoding. */
export interface Rendered {
  status: number
  headers: [name: string, value: string][]
  body: Buffer
  tags: Iterable<string>
}

/** A finished answer: compressed once, sent many times. Identity is not kept (five times the bytes, hardly asked for). */
export interface Page {
  status: number
  headers: [name: string, value: string][]
  etag: string
  tags: ReadonlySet<string>
  bodies: Packed
  /** What keeping it costs, about. */
  bytes: number
  /** When it was made, on the monotonic clock, ms. */
  madeAt: number
  /** The finished header lists, by encoding, once they were needed. */
  wires: Partial<Record<Encoding, string[]>>
}

type Packed = { identity: Buffer } | { gzip: Buffer; br: Buffer }

const deflate = promisify(gzip)
const brotli = promisify(brotliCompress)
/** Below this many bytes compressing gains nothing. */
const SMALL = 512
/** Brotli 5 takes half a millisecond for a page; 11 takes a hundred times that for a tenth less. */
const PAGE_QUALITY = 5

export async function toPage({ status, headers, body, tags }: Rendered): Promise<Page> {
  const etag = createHash('sha256')
    .update(JSON.stringify([status, headers]))
    .update(body)
    .digest('base64url')
    .slice(0, 22)
  const bodies = body.length < SMALL ? { identity: exact(body) } : await compressed(body)
  return keepable({ status, headers, etag, tags: new Set(tags), bodies })
}

/** Adds what keeping needs to know. */
export function keepable(page: Pick<Page, 'status' | 'headers' | 'etag' | 'tags' | 'bodies'>): Page {
  const body = Object.values(page.bodies).reduce((sum, one) => sum + one.length, 0)
  const tagged = [...page.tags].reduce((sum, tag) => sum + tag.length + 80, 0)
  const bytes = body + tagged + JSON.stringify(page.headers).length + 1024
  return { ...page, bytes, madeAt: performance.now(), wires: {} }
}

/** Both encodings of some bytes; brotli from 0 (quick) to 11 (small). */
export async function compressed(body: Buffer, quality = PAGE_QUALITY): Promise<{ gzip: Buffer; br: Buffer }> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const [gz, br] = await Promise.all([deflate(body, { level: 8 }), brotli(body, { params })])
  return { gzip: exact(gz), br: exact(br) }
}

/** The library's buffers may be views of larger blocks: a kept copy has exactly its own bytes. */
export function exact(buffer: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(buffer.length)
  buffer.copy(copy)
  return copy
}

/** The bytes for an encoding; a small page is sent as it is, identity is unpacked from gzip when somebody wants it. */
export function bodyFor({ bodies }: Pick<Page, 'bodies'>, wanted: Encoding): { encoding: Encoding; body: Buffer } {
  if ('identity' in bodies) return { encoding: 'identity', body: bodies.identity }
  if (wanted === 'identity') return { encoding: 'identity', body: gunzipSync(bodies.gzip) }
  return { encoding: wanted, body: bodies[wanted] }
}

/** `br` over `gzip` over identity among what the client accepts with q > 0. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  if (accept === 'gzip, deflate, br' || accept === 'gzip, deflate, br, zstd') return 'br'
  const weights = new Map(accept.toLowerCase().split(',').map(weighed))
  const weight = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0
  const [br, gz] = [weight('br'), weight('gzip')]
  if (br > 0 && br >= gz) return 'br'
  return gz > 0 ? 'gzip' : 'identity'
}

function weighed(part: string): [name: string, weight: number] {
  const [name = '', ...rest] = part.split(';').map((one) => one.trim())
  const q = rest.find((one) => one.startsWith('q='))
  return [name, q ? Number(q.slice(2)) || 0 : 1]
}
