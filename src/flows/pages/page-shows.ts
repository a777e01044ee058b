import { AsyncLocalStorage } from 'node:async_hooks'
import type { PageTag, TagCollector } from '../../lib/page-tags.ts'

/**
 * The page that the running code is rendered for. It travels beside the calls, because what a page shows is known where
 * it is read, deep in flows that know nothing of pages.
 */
const rendering = new AsyncLocalStorage<TagCollector>()

/** Runs a render whose reads tell this collector what they show. */
export const collectShown = <T>(collector: TagCollector, render: () => T): T => rendering.run(collector, render)

/**
 * Says what the page that is being rendered shows; nothing happens where none is (an action, `/v1`, a job). Before the
 * query for what may not be found; for the rest, any time before the page is done.
 */
export function pageShows(...tags: PageTag[]): void {
  rendering.getStore()?.add(...tags)
}
