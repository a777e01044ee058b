/** ATT-03: same visitor and same link within this time are one touch. */
export const REPEAT_WINDOW_MS = 30_000

interface Seen {
  id: string
  at: number
}

/**
 * ATT-03, decided at capture: remembers the last touch of each visitor and link. Bounded in number and time, so a
 * flood of strangers costs no memory: the oldest are forgotten first. The window starts at the touch that was
 * recorded; a repeat does not prolong it. One map for each process.
 */
export class RecentTouches {
  private readonly seen = new Map<string, Seen>()

  constructor(private readonly limit = 50_000) {}

  get size(): number {
    return this.seen.size
  }

  /**
   * Claims the touch before it is written, so that a double tap whose requests overlap makes one.
   * Answers the id of the earlier touch when this one repeats it, else null (and the claim stands).
   */
  claim(visitor: string, link: string, id: string, at: number): string | null {
    const key = keyOf(visitor, link)
    const last = this.seen.get(key)
    if (last && Math.abs(at - last.at) <= REPEAT_WINDOW_MS) return last.id
    this.seen.delete(key) // a Map keeps the order of first insertion: the newest must stand last
    this.seen.set(key, { id, at })
    this.trim(at)
    return null
  }

  /** Takes a claim back when its touch could not be written: the next try counts. */
  release(visitor: string, link: string, id: string): void {
    const key = keyOf(visitor, link)
    if (this.seen.get(key)?.id === id) this.seen.delete(key)
  }

  /** Brings back what an earlier process recorded, after a start. */
  restore(touches: Iterable<{ id: string; at: number; visitor: string | null; link: string | null }>): void {
    for (const touch of touches) if (touch.visitor && touch.link) this.claim(touch.visitor, touch.link, touch.id, touch.at)
  }

  private trim(now: number): void {
    for (const [key, { at }] of this.seen) {
      if (this.seen.size <= this.limit && now - at <= REPEAT_WINDOW_MS) return
      this.seen.delete(key)
    }
  }
}

const keyOf = (visitor: string, link: string) => `${visitor}\n${link}`
