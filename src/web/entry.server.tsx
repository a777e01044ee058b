import { Writable } from 'node:stream'
import type { ReactNode } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { appContext, madeFor, visitContext, wholePage } from './contexts.ts'
import { isWhole, ownRoutes, withDataRead } from './lib/at-once.ts'
import { NonceContext } from './lib/nonce.ts'

const TIMEOUT_MS = 10_000

/** Answers with the whole page: no streaming runtime is needed, and a fault while rendering is an honest 500. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(visitContext)
  const page = (entry: EntryContext) => (
    <NonceContext value={nonce}>
      <ServerRouter context={entry} url={request.url} nonce={nonce} />
    </NonceContext>
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // React Router refuses what a page has no action for, and leaves out what it has.
  if (status === 405) headers.set('Allow', 'GET, HEAD')
  if (context.get(madeFor) === 'own') {
    const html = await waitedFor(page(router), nonce)
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
    return new Response(html, { headers, status })
  }
  context.get(wholePage).html = await inOneGo(await withDataRead(router), page, nonce)
  return new Response(null, { headers, status })
}

/** React Router's data of one person is as private as his page. What is made for everybody is given its headers by the page cache. */
export function handleDataRequest(response: Response, { context }: { context: RouterContextProvider }): Response {
  if (context.get(madeFor) === 'own' && !response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
  return response
}

/**
 * A page for everybody as one text. React's writer of streams takes half as much time again, for parts that come later and
 * for bytes in place of text; with all data there nothing comes later. A page of which some part waits all the same is
 * rendered again, by that writer.
 */
async function inOneGo(router: EntryContext, page: (entry: EntryContext) => ReactNode, nonce: string): Promise<string> {
  const html = `<!DOCTYPE html>${renderToString(page(ownRoutes(router)))}`
  // The first render has taken hold of the stream, of which all has been read.
  return isWhole(html) ? html : waitedFor(page({ ...router, serverHandoffStream: new ReadableStream() }), nonce)
}

/** The page when every part of it is there. */
function waitedFor(page: ReactNode, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady() {
        clearTimeout(timer)
        pipe(gathering(resolve))
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
