import { AsyncLocalStorage } from 'node:async_hooks'
import { type PageTag, TagCollector } from '../../lib/page-tags.ts'
import type { KeptRows } from './kept-rows.ts'

interface Rendering {
  collector: TagCollector
  read: Map<string, Promise<unknown>>
  rows?: KeptRows | undefined
}

/**
 * The page that the running code is rendered for. It travels beside the calls, because what a page shows is known where
 * it is read, deep in flows that know nothing of pages.
 */
const rendering = new AsyncLocalStorage<Rendering>()

/** Runs a render whose reads tell this collector what they show, and may take what other renders have read a moment ago. */
export const collectShown = <T>(collector: TagCollector, render: () => T, rows?: KeptRows): T =>
  rendering.run({ collector, read: new Map(), rows }, render)

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

interface RowRules<T> {
  /** Name of the kind of row. */
  kind: string
  /** The rows of these ids that there are. What is missing is asked for again at the next render. */
  read: (ids: string[]) => Promise<ReadonlyMap<string, T>>
  /** What a page with this row shows. */
  shown?: (row: T, id: string) => readonly PageTag[]
  /** Further tags that make the row old, but not the pages that show it: numbers that move all the time. */
  silent?: (row: T, id: string) => readonly PageTag[]
  /** Rows that are still in the making are not kept. */
  keep?: (row: T) => boolean
}

/** Rows by id: for the render of a kept page those that another one has read, the rest from the database; elsewhere all of them. */
export async function keptByPages<T>(ids: readonly string[], { kind, read, shown, silent, keep }: RowRules<T>): Promise<Map<string, T>> {
  const page = rendering.getStore()
  const wanted = [...new Set(ids)]
  if (!page || wanted.length === 0) return new Map(await read(wanted))
  const found = new Map<string, T>()
  for (const id of wanted) {
    const kept = page.rows?.get<T>(`${kind} ${id}`)
    if (!kept) continue
    page.collector.add(...(kept.shown as PageTag[]))
    found.set(id, kept.value)
  }
  const missing = wanted.filter((id) => !found.has(id))
  if (missing.length === 0) return found
  const keepRow = page.rows?.beginRead()
  for (const [id, row] of await read(missing)) {
    found.set(id, row)
    const tags = shown?.(row, id) ?? []
    page.collector.add(...tags)
    if (keep?.(row) ?? true) keepRow?.(`${kind} ${id}`, { value: row, shown: tags, silent: silent?.(row, id) ?? [] })
  }
  return found
}

/** A whole part of a page, with all that its reads say it shows; `silent` as above. Its name says everything that it depends on. */
export async function keptPart<T>(name: string, read: () => Promise<T>, silent: readonly PageTag[] = []): Promise<T> {
  const page = rendering.getStore()
  if (!page?.rows) return read()
  const kept = page.rows.get<T>(name)
  if (kept) {
    page.collector.add(...(kept.shown as PageTag[]))
    return kept.value
  }
  const part = new TagCollector()
  const keep = page.rows.beginRead()
  const value = await rendering.run({ ...page, collector: part }, read)
  page.collector.add(...part.tags)
  keep(name, { value, shown: [...part.tags], silent })
  return value
}
