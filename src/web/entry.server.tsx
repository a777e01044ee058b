import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { appContext, madeFor, visitContext } from './contexts.ts'
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
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        if (context.get(madeFor) === 'own' && !headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
        pipe(body)
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
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

/** Faults of loaders and actions; a visitor who left is none. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }) {
  if (request.signal.aborted) return
  const provider = context as RouterContextProvider
  provider
    .get(appContext)
    .log.error({ err: error, requestId: provider.get(visitContext).requestId, path: new URL(request.url).pathname }, 'A page failed')
}
