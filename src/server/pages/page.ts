import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, brotliDecompressSync, constants, gunzip, gunzipSync, gzip } from 'node:zlib'

export type Encoding = 'identity' | 'gzip' | 'br'

/** What a render gives: everything of an answer but what depends on the encoding. */
export interface Rendered {
  status: number
  headers: [name: string, value: string][]
  body: Buffer
  tags: Iterable<string>
}

/** A finished answer: compressed once in each encoding that somebody wanted, sent many times. Identity is kept of small ones alone (five times the bytes, hardly asked for). */
export interface Page {
  status: number
  headers: [name: string, value: string][]
  etag: string
  tags: ReadonlySet<string>
  bodies: Bodies
  /** What keeping it costs, about. */
  bytes: number
  /** When it was made, on the monotonic clock, ms. */
  madeAt: number
  /** How often it was sent after it was kept. */
  asked: number
  /** The finished header lists, by encoding, once they were needed. */
  wires: Partial<Record<Encoding, string[]>>
}

/** A small page as it is; of every other one encoding from the beginning, and the second once it was asked for. */
type Bodies = { identity: Buffer } | { identity?: undefined; gzip?: Buffer; br?: Buffer; isSmaller?: true }
type Packed = { gzip: Buffer; br: Buffer }
type PackedEncoding = keyof Packed

const deflate = promisify(gzip)
const inflate = promisify(gunzip)
const brotli = promisify(brotliCompress)
const unbrotli = promisify(brotliDecompress)
/** Below this many bytes compressing gains nothing. */
const SMALL = 512
/** Brotli 5 takes one or two milliseconds for a page. */
const PAGE_QUALITY = 5
/** Takes 30 to 60 ms, for an eighth less; 11 takes twice that for a fiftieth more. */
const SMALL_QUALITY = 10
/** A packed page fits in one block: with the library's 16 kB each further one is another trip to the thread that packs. */
const chunkSize = 65_536

/** The page, packed for who asked first; see `packed` for everybody else. */
export async function toPage({ status, headers, body, tags }: Rendered, first: Encoding = 'gzip'): Promise<Page> {
  const etag = createHash('sha256')
    .update(JSON.stringify([status, headers]))
    .update(body)
    .digest('base64url')
    .slice(0, 22)
  const bodies = body.length < SMALL ? { identity: exact(body) } : await packedOne(body, packable(first))
  return keepable({ status, headers, etag, tags: new Set(tags), bodies })
}

/** Adds what keeping needs to know. The second encoding is counted before it is made: nothing grows while it is kept. */
export function keepable(page: Pick<Page, 'status' | 'headers' | 'etag' | 'tags' | 'bodies'>): Page {
  const { identity, gzip: gz, br } = { gzip: undefined, br: undefined, ...page.bodies }
  const body = identity ? identity.length : (gz ?? br ?? empty).length + (br ?? gz ?? empty).length
  const tagged = [...page.tags].reduce((sum, tag) => sum + tag.length + 80, 0)
  const bytes = body + tagged + JSON.stringify(page.headers).length + 1024
  return { ...page, bytes, madeAt: performance.now(), asked: 0, wires: {} }
}

const empty = Buffer.alloc(0)
const packable = (encoding: Encoding): PackedEncoding => (encoding === 'br' ? 'br' : 'gzip')

const pack: Record<PackedEncoding, (body: Buffer, quality: number) => Promise<Buffer>> = {
  gzip: (body) => deflate(body, { level: 8, chunkSize }),
  br: (body, quality) =>
    brotli(body, {
      chunkSize,
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
      },
    }),
}

/**
 * The smallest window (as a power of two) in which brotli sees all of so many bytes: a larger one packs them no smaller. With
 * the library's 4 MB an encoder takes 10 MB as soon as a page is longer than its first block of 64 kB. V8 counts them, and
 * collected the whole heap for every fourteenth of pages that were made twenty at a time.
 */
export const windowFor = (bytes: number): number =>
  Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes + 16))))

const packedOne = async (body: Buffer, encoding: PackedEncoding): Promise<{ gzip?: Buffer; br?: Buffer }> => ({
  [encoding]: exact(await pack[encoding](body, PAGE_QUALITY)),
})

/** Both encodings of some bytes; brotli from 0 (quick) to 11 (small). */
export async function compressed(body: Buffer, quality: number): Promise<Packed> {
  const [gz, br] = await Promise.all([pack.gzip(body, quality), pack.br(body, quality)])
  return { gzip: exact(gz), br: exact(br) }
}

/** Whether these bytes can be sent at once. */
export const holds = ({ bodies }: Pick<Page, 'bodies'>, wanted: Encoding): boolean =>
  bodies.identity !== undefined || wanted === 'identity' || bodies[wanted] !== undefined

const packing = new WeakMap<object, Promise<unknown>>()

/** The page with the bytes for this encoding, which it keeps from now on: made once, however many ask at that time. */
export async function packed<P extends Pick<Page, 'bodies'>>(page: P, wanted: Encoding): Promise<P> {
  if (holds(page, wanted)) return page
  const { bodies } = page
  const made = packing.get(bodies) ?? repack(bodies as { gzip?: Buffer; br?: Buffer }).finally(() => packing.delete(bodies))
  packing.set(bodies, made)
  await made
  return page
}

async function repack(bodies: { gzip?: Buffer; br?: Buffer }): Promise<void> {
  if (bodies.br) bodies.gzip = exact(await pack.gzip(await unbrotli(bodies.br), PAGE_QUALITY))
  else if (bodies.gzip) bodies.br = exact(await pack.br(await inflate(bodies.gzip), PAGE_QUALITY))
}

/** Replaces a page's brotli by a smaller one. Its mark changes with it: the same name never stands for two rows of bytes. */
export async function smaller({ bodies, wires }: Pick<Page, 'bodies' | 'wires'>): Promise<void> {
  if (bodies.identity || !bodies.br || bodies.isSmaller) return
  const body = await pack.br(await unbrotli(bodies.br), SMALL_QUALITY)
  if (body.length >= bodies.br.length) return
  bodies.br = exact(body)
  bodies.isSmaller = true
  delete wires.br
}

/** The library's buffers may be views of larger blocks: a kept copy has exactly its own bytes. */
export function exact(buffer: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(buffer.length)
  buffer.copy(copy)
  return copy
}

/** The bytes for an encoding that the page `holds`; a small page is sent as it is, identity is unpacked when somebody wants it. */
export function bodyFor({ bodies }: Pick<Page, 'bodies'>, wanted: Encoding): { encoding: Encoding; body: Buffer } {
  if (bodies.identity) return { encoding: 'identity', body: bodies.identity }
  const { gzip: gz, br } = bodies
  if (wanted === 'identity') return { encoding: 'identity', body: gz ? gunzipSync(gz) : brotliDecompressSync(br ?? empty) }
  const body = wanted === 'br' ? br : gz
  if (!body) throw new Error(`A page is sent as ${wanted} before it was packed so`)
  return { encoding: wanted, body }
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
