/** What is kept of one read, and what makes it old. */
interface Kept {
  value: unknown
  /** What a page that shows it shows. */
  shown: readonly string[]
  /** Further tags that make the row old, and not the pages: numbers on cards. */
  silent: readonly string[]
  /** On the monotonic clock, ms. */
  readAt: number
}

export type Tagged<T> = Pick<Kept, 'shown' | 'silent'> & { value: T }

interface Options {
  /** At most so many rows; the oldest go. */
  most: number
  /** How old a row may get without any purge, ms. */
  maxAgeMs: number
  /** The monotonic clock, ms. */
  now: () => number
  /** False while purges cannot be read: then nothing kept is used and nothing new is kept. */
  current: () => boolean
}

/** Every page and so every row depends on it: settings, programmes, who is suspended. */
const SITE = 'site'

/**
 * Rows that pages show, between one render and the next: a page that was never made shows creators, products and pictures
 * that another one has read a moment ago. They are dropped by the purges that make pages old, at the same moment.
 *
 * A read that began before a purge (of whatever) is not kept: it may have read the old state. What it gives belongs to a
 * render that began before that purge too, whose page carries the row's tags and is judged by them.
 */
export class KeptRows {
  readonly stats = { hits: 0, reads: 0 }
  private generation = 0
  private readonly rows = new Map<string, Kept>()
  private readonly byTag = new Map<string, Set<string>>()

  constructor(private readonly options: Options) {}

  get size(): number {
    return this.rows.size
  }

  get tagCount(): number {
    return this.byTag.size
  }

  /** A row that may be shown now. */
  get<T>(key: string): Tagged<T> | undefined {
    const kept = this.options.current() ? this.rows.get(key) : undefined
    if (!kept) return undefined
    if (this.options.now() - kept.readAt > this.options.maxAgeMs) {
      this.delete(key)
      return undefined
    }
    this.stats.hits += 1
    return kept as Tagged<T>
  }

  /** Call it before a read; what comes back keeps what was read, unless something was purged meanwhile. */
  beginRead(): <T>(key: string, row: Tagged<T>) => void {
    const { generation } = this
    const readAt = this.options.now()
    this.stats.reads += 1
    return (key, row) => {
      if (generation === this.generation && this.options.current()) this.set(key, { ...row, value: frozen(row.value), readAt })
    }
  }

  /** Called with every row of the purge log, before the pages are. */
  purge(tags: ReadonlySet<string>): void {
    this.generation += 1
    if (tags.has(SITE)) this.clear()
    else for (const tag of tags) for (const key of [...(this.byTag.get(tag) ?? [])]) this.delete(key)
  }

  /** Purges may have been missed. */
  purgeAll(): void {
    this.generation += 1
    this.clear()
  }

  private set(key: string, kept: Kept): void {
    this.delete(key)
    this.rows.set(key, kept)
    for (const tag of tagsOf(kept)) {
      const keys = this.byTag.get(tag)
      if (keys) keys.add(key)
      else this.byTag.set(tag, new Set([key]))
    }
    for (const [oldest] of this.rows) {
      if (this.rows.size <= this.options.most) break
      this.delete(oldest)
    }
  }

  private delete(key: string): void {
    const kept = this.rows.get(key)
    if (!kept) return
    this.rows.delete(key)
    for (const tag of tagsOf(kept)) {
      const keys = this.byTag.get(tag)
      if (keys?.delete(key) && keys.size === 0) this.byTag.delete(tag)
    }
  }

  private clear(): void {
    this.rows.clear()
    this.byTag.clear()
  }
}

const tagsOf = ({ shown, silent }: Kept): string[] => [...shown, ...silent]

/** Many renders share a row: whoever would change it for one page is told by an exception. Plain data only. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const one of Object.values(value)) frozen(one)
  return value
}
