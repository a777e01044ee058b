import { AsyncLocalStorage } from 'node:async_hooks'
import type { PageTag, TagCollector } from '../../lib/page-tags.ts'

interface Rendering {
  collector: TagCollector
  read: Map<string, Promise<unknown>>
}

/**
 * The page that the running code is rendered for. It travels beside the calls, because what a page shows is known where
 * it is read, deep in flows that know nothing of pages.
 */
const rendering = new AsyncLocalStorage<Rendering>()

/** Runs a render whose reads tell this collector what they show. */
export const collectShown = <T>(collector: TagCollector, render: () => T): T => rendering.run({ collector, read: new Map() }, render)

/**
 * Says what the page that is being rendered shows; nothing happens where none is (an action, `/v1`, a job). Before the
 * query for what may not be found; for the rest, any time before the page is done.
 */
export function pageShows(...tags: PageTag[]): void {
  rendering.getStore()?.collector.add(...tags)
}

/** Reads something that several parts of a page need, once for each render of a kept page; elsewhere every time. */
export function oncePerPage<T>(name: string, read: () => Promise<T>): Promise<T> {
  const page = rendering.getStore()
  if (!page) return read()
  const known = (page.read.get(name) as Promise<T> | undefined) ?? read()
  page.read.set(name, known)
  return known
}
