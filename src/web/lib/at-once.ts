import type { EntryContext } from 'react-router'

/** What a page cannot be without React's waiting: the mark of a boundary that has shown its fallback. */
const waits = '<!--$!-->'

/** Whether a page that was rendered in one go is whole. */
export const isWhole = (html: string): boolean => !html.includes(waits)

/**
 * Reads the loaders' data for the browser to its end and puts the parts where React Router keeps those that it has read:
 * its script tags then stand in the page at the first go, and nothing of the page waits.
 */
export async function withDataRead(router: EntryContext): Promise<EntryContext> {
  const { serverHandoffStream: stream } = router
  if (!stream) return router
  const streamCache: NonNullable<NonNullable<EntryContext['renderMeta']>['streamCache']> = {}
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  for (let part = 0, done = false; !done; part += 1) {
    const read = await reader.read()
    done = read.done
    const value = decoder.decode(read.value, { stream: true })
    streamCache[part] = Object.assign(Promise.resolve(), { result: { done, value } })
  }
  reader.releaseLock()
  return { ...router, renderMeta: { ...router.renderMeta, streamCache } }
}

/**
 * The list of routes with those of this page alone. React Router makes its tree of all of them anew for every render,
 * seventy of which three are shown; on the server nothing asks for the others.
 */
export function ownRoutes(router: EntryContext): EntryContext {
  const { manifest, staticHandlerContext } = router
  const routes = Object.fromEntries(
    staticHandlerContext.matches.flatMap(({ route: { id } }) => {
      const known = manifest.routes[id]
      return known ? [[id, known]] : []
    }),
  )
  return { ...router, manifest: { ...manifest, routes }, branches: rankedAnew }
}

/** The ranking that the handler made is of all routes and does not fit the few; React Router ranks them when it is given none. */
const rankedAnew = undefined as unknown as EntryContext['branches']
