import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { appContext, madeFor, visitContext, wholePage } from './contexts.ts'
import { NonceContext } from './lib/nonce.ts'

const TIMEOUT_MS = 10_000

/** Waits for the whole page: no streaming runtime is needed, and a fault while rendering is an honest 500. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
) {
  const { nonce } = context.get(visitContext)
  return new Promise<Response>((resolve, reject) => {
    const page = (
      <NonceContext value={nonce}>
        <ServerRouter context={router} url={request.url} nonce={nonce} />
      </NonceContext>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady() {
        clearTimeout(timer)
        headers.set('Content-Type', 'text/html; charset=utf-8')
        const own = context.get(madeFor) === 'own'
        if (own && !headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
        const respond = (html: string) => {
          if (!own) context.get(wholePage).html = html
          resolve(new Response(own ? html : null, { headers, status }))
        }
        pipe(gathering(respond))
      },
      onShellError: reject,
      onError: reject,
    })
    const timer = setTimeout(() => {
      abort()
      reject(new Error(`The page was not ready after ${TIMEOUT_MS} ms`))
    }, TIMEOUT_MS)
  })
}

/** Takes all that React writes, which it does at once here, and tells it as one text. */
function gathering(done: (text: string) => void): Writable {
  const gathered = new Writable({
    highWaterMark: Number.MAX_SAFE_INTEGER,
    writev(chunks, callback) {
      done(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)).toString())
      callback()
    },
  })
  // Everything in one go at the end, not chunk by chunk: two turns of the event loop for each of forty are more than the text is worth.
  gathered.cork()
  return gathered
}

/** Faults of loaders and actions; a visitor who left is none. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }) {
  if (request.signal.aborted) return
  const provider = context as RouterContextProvider
  provider
    .get(appContext)
    .log.error({ err: error, requestId: provider.get(visitContext).requestId, path: new URL(request.url).pathname }, 'A page failed')
}
