/** What came of making an AVIF: `useless` saves too little to be kept, `absent` has no picture to be made from. */
export type AvifOutcome = 'made' | 'there' | 'useless' | 'absent'

/**
 * WebP variants whose AVIF somebody would have taken and that have none yet, oldest first. Kept in memory alone: what is
 * forgotten (a restart, too many at once) is asked for again by whoever looks at the picture next.
 */
export class WantedAvifs {
  private readonly waiting = new Set<string>()
  private readonly useless = new Set<string>()

  /** @param most Paths that wait at once. @param remembered Paths that are known not to be worth it. */
  constructor(
    private readonly most = 500,
    private readonly remembered = 20_000,
  ) {}

  /** False when it waits already, is known to be useless, or too many wait. */
  add(path: string): boolean {
    if (this.waiting.has(path) || this.useless.has(path) || this.waiting.size >= this.most) return false
    this.waiting.add(path)
    return true
  }

  /** The one that has waited longest; it waits no more. */
  take(): string | undefined {
    for (const path of this.waiting) {
      this.waiting.delete(path)
      return path
    }
    return undefined
  }

  /** It is not wanted again, as long as this is remembered. */
  giveUp(path: string): void {
    this.useless.add(path)
    for (const oldest of this.useless) {
      if (this.useless.size <= this.remembered) break
      this.useless.delete(oldest)
    }
  }

  get size(): number {
    return this.waiting.size
  }
}
