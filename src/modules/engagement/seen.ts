/** A view of the same piece by the same browser counts again after so long. */
export const viewAgainMinutes = 30

/** What was seen a moment ago, so that nobody is counted twice. In memory, bounded, and of one process. */
export class RecentViews {
  private readonly seen = new Map<string, number>()

  constructor(private readonly most = 50_000) {}

  /** Whether this is new; it is then remembered. `at` in milliseconds; `who` must not be stored anywhere. */
  claim(who: string, what: string, at: number): boolean {
    const key = `${who} ${what}`
    const last = this.seen.get(key)
    if (last !== undefined && at - last < viewAgainMinutes * 60_000) return false
    this.seen.delete(key)
    this.seen.set(key, at)
    for (const [oldest] of this.seen) {
      if (this.seen.size <= this.most) break
      this.seen.delete(oldest)
    }
    return true
  }
}
