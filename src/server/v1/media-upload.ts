import type { Readable } from 'node:stream'
import busboy from 'busboy'
import type { Request } from 'express'
import { fail, type Result } from '../../lib/result.ts'
import { mediaLimits } from '../../modules/media/index.ts'

/** More than the largest file, so that the domain’s own limit speaks first, with its sentence. */
const MOST = mediaLimits.video.maxBytes + 1024 * 1024

interface Upload<T> {
  req: Request
  /** What becomes of the file: it is read while it comes. */
  store: (file: AsyncIterable<Uint8Array>) => Promise<Result<T>>
}

/**
 * Reads one file, the field `file`, from a multipart body while it comes and hands it on as a stream. Whatever ends it
 * early (a refusal, a closed tab, a cut connection) leaves nothing behind.
 */
export async function receiveUpload<T>({ req, store }: Upload<T>): Promise<Result<T>> {
  if (!req.is('multipart/form-data')) return fail('unsupported_type', 'Expected multipart/form-data with one file in the field `file`.')
  if (Number(req.get('content-length') ?? 0) > MOST)
    return fail('too_large', `Expected at most ${mediaLimits.video.maxBytes / 1024 / 1024} MB.`)
  let form: busboy.Busboy
  try {
    form = busboy({ headers: req.headers, limits: { files: 1, fields: 5, fieldSize: 1024, parts: 8, headerPairs: 50, fileSize: MOST } })
  } catch {
    return malformed()
  }
  const result = await new Promise<Result<T>>((resolve, reject) => {
    let taken = false
    const broken = () => resolve(malformed())
    form.on('file', (name, stream) => {
      if (name !== 'file' || taken) return void stream.resume()
      taken = true
      // It can break before anybody reads it, and an error that nobody hears ends the process.
      stream.on('error', () => undefined)
      store(ended(stream)).then(resolve, (error: unknown) => (error instanceof CutShort ? broken() : reject(error)))
    })
    form.on('error', () => (taken ? undefined : broken()))
    form.on('close', () =>
      taken ? undefined : resolve(fail('bad_request', 'Expected one file in the field `file`, got none.', { field: 'file' })),
    )
    req.on('close', () => (req.complete ? undefined : form.destroy(new CutShort('The connection was closed'))))
    req.pipe(form)
  })
  finish(req, form, result)
  return result
}

class CutShort extends Error {
  override name = 'CutShort'
}

/** The bytes of a part; a stream that ends before its part does is an error and not a shorter file. */
async function* ended(stream: Readable & { truncated?: boolean }): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk as Uint8Array
  } catch {
    throw new CutShort('The upload broke off')
  }
}

/** What was refused is not read on: the connection is told to close once the answer is out. */
function finish(req: Request, form: busboy.Busboy, result: Result<unknown>): void {
  req.unpipe(form)
  if (result.ok || req.complete) return
  req.resume()
}

const malformed = (): { ok: false; failure: { code: 'bad_request'; message: string } } => ({
  ok: false,
  failure: { code: 'bad_request', message: 'The upload broke off, or is no well-formed multipart body.' },
})
