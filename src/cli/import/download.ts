import { lookup as resolve } from 'node:dns/promises'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isPublicAddress } from '../../lib/public-address.ts'
import { fail, ok, type Result } from '../../lib/result.ts'

export interface DownloadOptions {
  /** Most bytes that are read. */
  maxBytes: number
  /** For the whole answer, redirects included. */
  timeoutMs: number
  /** How a host name becomes addresses; the system's resolver unless a test says otherwise. */
  resolveHost?: (host: string) => Promise<string[]>
  /** Which addresses may be asked; only public ones unless a test says otherwise. */
  allowAddress?: (address: string) => boolean
}

const maxRedirects = 3

/**
 * The bytes behind a public http(s) address. The name is resolved first and the very address that was judged is the one
 * that is asked, so that a name cannot change its mind in between; each redirect is judged anew. Failures: `invalid`
 * (no such address, not public), `not_found` (any answer but 200), `too_large`, `unavailable` (unreachable, too slow).
 */
export async function download(address: string, options: DownloadOptions): Promise<Result<Uint8Array>> {
  const until = AbortSignal.timeout(options.timeoutMs)
  let next = address
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const answer = await ask(next, options, until)
    if (!answer.ok || !('location' in answer.value)) return answer as Result<Uint8Array>
    next = answer.value.location
  }
  return fail('unavailable', `Expected a picture after at most ${maxRedirects} redirects`)
}

type Answer = Uint8Array | { location: string }

async function ask(address: string, options: DownloadOptions, until: AbortSignal): Promise<Result<Answer>> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return fail('invalid', 'Expected a plain http or https address')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  try {
    const addresses = await withSignal(options.resolveHost ? options.resolveHost(host) : systemAddresses(host), until)
    const refused = addresses.find((one) => !(options.allowAddress ?? isPublicAddress)(one))
    if (refused !== undefined || addresses[0] === undefined)
      return fail('invalid', `Expected a public address; ${host} leads into a private network`)
    return await get(url, addresses[0], options.maxBytes, until)
  } catch (error) {
    if (until.aborted) return fail('unavailable', `${host} did not answer within ${Math.round(options.timeoutMs / 1000)} s`)
    if (error instanceof Error && 'code' in error) return fail('unavailable', `${host} cannot be reached (${String(error.code)})`)
    throw error
  }
}

const systemAddresses = async (host: string): Promise<string[]> => (await resolve(host, { all: true })).map(({ address }) => address)

function get(url: URL, address: string, maxBytes: number, signal: AbortSignal): Promise<Result<Answer>> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const family = address.includes(':') ? 6 : 4
  return new Promise((settle, reject) => {
    // `lookup` answers the judged address; the name stays for TLS and the Host header.
    const lookup = (_host: string, given: { all?: boolean }, done: (error: null, found: unknown, family?: number) => void) =>
      given.all ? done(null, [{ address, family }]) : done(null, address, family)
    const request = send(
      url,
      { signal, lookup: lookup as never, agent: false, headers: { accept: 'image/*', 'user-agent': 'zhongcao-import' } },
      (answer) => {
        const { statusCode = 0, headers } = answer
        const stop = (result: Result<Answer>) => {
          answer.destroy()
          settle(result)
        }
        if (statusCode >= 300 && statusCode < 400 && headers.location) {
          return stop(
            URL.canParse(headers.location, url)
              ? ok({ location: new URL(headers.location, url).href })
              : fail('invalid', 'Expected a redirect to an address'),
          )
        }
        if (statusCode !== 200) return stop(fail('not_found', `Expected the picture, got status ${statusCode}`))
        const chunks: Uint8Array[] = []
        let bytes = 0
        answer.on('data', (chunk: Uint8Array) => {
          bytes += chunk.length
          if (bytes > maxBytes) stop(fail('too_large', `Expected at most ${Math.round(maxBytes / 1024 / 1024)} MB`))
          else chunks.push(chunk)
        })
        answer.on('end', () => settle(ok(Buffer.concat(chunks))))
        answer.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end()
  })
}

function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((settle, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(settle, reject)
  })
}
