import type { PageKey } from './key.ts'
import { type Encoding, type Page, packed, type Rendered, toPage } from './page.ts'
import { PageStore } from './store.ts'

/** What a render gives back. `shared: false` (Set-Cookie, no-store, a fault …): belongs to one visitor, must not be handed to another. */
export type RenderResult = Rendered & { shared: boolean; storable: boolean }
export type Render = (page: PageKey) => Promise<RenderResult>

interface Flight {
  generation: number
  startedAt: number
  page: Promise<Page | undefined>
}

/** While purges cannot be read, requests of so many ms share one render: else each would make its own. */
const SHARED_BLIND_MS = 250

interface Options {
  maxBytes: number
  render: Render
  /** False while purges cannot be read: then nothing kept is served, nothing new is stored. */
  current?: () => boolean
  /** How old a page may get without any purge, ms: "3 minutes ago" and what a price was 30 days ago drift. */
  maxAgeMs?: number
}

const stored = new Set([200, 404, 410])
const ATTEMPTS = 3
/** What is not there is remembered by its path alone: made-up codes and cursors on it make no entries. */
const isStorable = ({ status }: Page, { open }: PageKey): boolean => stored.has(status) && (status === 200 || !open)
const everything: ReadonlySet<string> = new Set(['*'])

/**
 * Keeps pages until a tag of theirs is purged.
 *
 * The generation counts purges. A render notes the generation it began in; when it ends, a purge of one of its tags since
 * then means that it may have read the old state: it is not stored and is made again. A request that arrives after a
 * purge never joins a render that began before it (its tags are not all known yet, so any purge counts).
 */
export class PageCache {
  readonly store: PageStore
  readonly stats = { hits: 0, renders: 0, joined: 0, stale: 0, unshared: 0 }
  private generation = 0
  private recent: { generation: number; tags: ReadonlySet<string> }[] = []
  private readonly flights = new Map<string, Flight>()
  private readonly running = new Set<{ generation: number }>()
  private readonly render: Render
  private readonly current: () => boolean
  private readonly maxAgeMs: number

  constructor({ maxBytes, render, current = () => true, maxAgeMs = Number.POSITIVE_INFINITY }: Options) {
    this.store = new PageStore(maxBytes)
    this.render = render
    this.current = current
    this.maxAgeMs = maxAgeMs
  }

  /** The kept page, if there is one that may be served now. */
  kept(page: PageKey): Page | undefined {
    if (!this.current()) return undefined
    const hit = this.store.get(page.key, page)
    if (!hit) return undefined
    if (performance.now() - hit.madeAt > this.maxAgeMs) {
      this.store.delete(page.key)
      return undefined
    }
    this.stats.hits += 1
    return hit
  }

  /** The page, packed for this encoding, or undefined when the ordinary handler must answer with the visitor's own request. */
  async get(page: PageKey, encoding: Encoding = 'gzip'): Promise<Page | undefined> {
    const found = this.kept(page) ?? (await this.made(page, encoding))
    return found && packed(found, encoding)
  }

  /** Called with every row of the purge log, in order. */
  purge(tags: ReadonlySet<string>): void {
    this.generation += 1
    this.store.purge(tags)
    if (this.running.size > 0) this.recent.push({ generation: this.generation, tags })
  }

  /** Purges may have been missed: forget everything, distrust every render that is under way. */
  purgeAll(): void {
    this.purge(everything)
    this.store.clear()
  }

  private made(page: PageKey, encoding: Encoding): Promise<Page | undefined> {
    const flying = this.flights.get(page.key)
    if (!flying || !this.mayJoin(flying)) return this.fly(page, encoding)
    this.stats.joined += 1
    return flying.page
  }

  private mayJoin({ generation, startedAt }: Flight): boolean {
    return generation === this.generation && (this.current() || performance.now() - startedAt < SHARED_BLIND_MS)
  }

  private fly(page: PageKey, encoding: Encoding): Promise<Page | undefined> {
    const running = { generation: this.generation }
    this.running.add(running)
    const made = this.make(page, encoding).finally(() => {
      if (this.flights.get(page.key)?.page === made) this.flights.delete(page.key)
      this.running.delete(running)
      this.forgetOldPurges()
    })
    this.flights.set(page.key, { ...running, startedAt: performance.now(), page: made })
    return made
  }

  private async make(key: PageKey, encoding: Encoding): Promise<Page | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      this.stats.renders += 1
      const began = this.generation
      const result = await this.render(key)
      if (!result.shared) {
        this.stats.unshared += 1
        return undefined
      }
      const page = await toPage(result, encoding)
      const stale = this.purgedSince(began, page.tags)
      if (stale) this.stats.stale += 1
      if (stale && attempt < ATTEMPTS) continue
      if (!stale && result.storable && isStorable(page, key) && this.current()) this.store.set(key.key, page)
      return page
    }
  }

  private purgedSince(generation: number, tags: ReadonlySet<string>): boolean {
    return this.recent.some((one) => one.generation > generation && (one.tags === everything || [...one.tags].some((tag) => tags.has(tag))))
  }

  private forgetOldPurges(): void {
    const oldest = Math.min(Number.POSITIVE_INFINITY, ...[...this.running].map(({ generation }) => generation))
    this.recent = this.recent.filter(({ generation }) => generation > oldest)
  }
}
