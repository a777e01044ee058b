import type { Page } from './page.ts'

/**
 * Bounded store, least recently used by bytes, in two segments: a new page is on probation and moves to the protected
 * part at its second hit. A flood of random addresses (all of them kept 404s) therefore churns the small probation part
 * and evicts nothing that people read. Pages other than 200 are never protected, nor are those whose address holds free
 * text (a search, a cursor): of them there are endlessly many.
 */
export class PageStore {
  private readonly probation = new Segment()
  private readonly kept = new Segment()
  private readonly byTag = new Map<string, Set<string>>()

  constructor(
    private readonly maxBytes: number,
    private readonly protectedShare = 0.8,
  ) {}

  get(key: string, { open }: { open: boolean }): Page | undefined {
    const safe = this.kept.touch(key)
    if (safe) return safe
    const page = this.probation.touch(key)
    if (page?.status === 200 && !open) {
      this.probation.delete(key)
      this.kept.set(key, page)
      this.shrink()
    }
    return page
  }

  set(key: string, page: Page): void {
    this.delete(key)
    if (page.bytes > this.maxBytes * (1 - this.protectedShare)) return
    this.probation.set(key, page)
    for (const tag of page.tags) {
      const keys = this.byTag.get(tag)
      if (keys) keys.add(key)
      else this.byTag.set(tag, new Set([key]))
    }
    this.shrink()
  }

  /** Forgets every page with one of these tags; answers how many. */
  purge(tags: Iterable<string>): number {
    let dropped = 0
    for (const tag of tags) for (const key of [...(this.byTag.get(tag) ?? [])]) if (this.delete(key)) dropped += 1
    return dropped
  }

  delete(key: string): boolean {
    const page = this.kept.delete(key) ?? this.probation.delete(key)
    if (!page) return false
    for (const tag of page.tags) {
      const keys = this.byTag.get(tag)
      if (keys?.delete(key) && keys.size === 0) this.byTag.delete(tag)
    }
    return true
  }

  clear(): void {
    this.kept.clear()
    this.probation.clear()
    this.byTag.clear()
  }

  get bytes(): number {
    return this.kept.bytes + this.probation.bytes
  }
  get size(): number {
    return this.kept.pages.size + this.probation.pages.size
  }
  get tagCount(): number {
    return this.byTag.size
  }

  private shrink(): void {
    const limit = this.maxBytes * this.protectedShare
    while (this.kept.bytes > limit) this.probation.set(...this.kept.takeOldest())
    while (this.bytes > this.maxBytes) this.delete((this.probation.pages.size > 0 ? this.probation : this.kept).oldestKey())
  }
}

/** A Map keeps the order of insertion: the first key is the one not touched for longest. */
class Segment {
  readonly pages = new Map<string, Page>()
  bytes = 0

  touch(key: string): Page | undefined {
    const page = this.pages.get(key)
    if (page) {
      this.pages.delete(key)
      this.pages.set(key, page)
    }
    return page
  }
  set(key: string, page: Page): void {
    this.delete(key)
    this.pages.set(key, page)
    this.bytes += page.bytes
  }
  delete(key: string): Page | undefined {
    const page = this.pages.get(key)
    if (page) {
      this.pages.delete(key)
      this.bytes -= page.bytes
    }
    return page
  }
  oldestKey(): string {
    for (const key of this.pages.keys()) return key
    throw new Error('An empty segment has no oldest page')
  }
  takeOldest(): [key: string, page: Page] {
    const key = this.oldestKey()
    const page = this.delete(key)
    if (!page) throw new Error(`The page ${key} is counted and not there`)
    return [key, page]
  }
  clear(): void {
    this.pages.clear()
    this.bytes = 0
  }
}
