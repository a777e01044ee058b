/**
 * Purges are rows, written in the transaction of the change that makes pages old, so they exist if and only if the change
 * does. Every process tails the table. Ids are UUIDv7: they grow in the order in which they were made, which with several
 * writers is not the order of their commits; so a read begins a little before the latest row, and rows seen are remembered.
 */
export interface Purge {
  /** UUIDv7. */
  id: string
  tags: readonly string[]
}

export interface PurgeLog {
  /** Rows with an id greater than this, in order, at most `limit`. */
  after(id: string, limit: number): Promise<readonly Purge[]>
  /** The latest id, null when there is no row. */
  head(): Promise<string | null>
}

export interface PurgeTarget {
  purge(tags: ReadonlySet<string>): void
  purgeAll(): void
}

interface Options {
  onError: (error: unknown) => void
  /** Ms between two looks. */
  everyMs?: number
  /** After so many ms without a look that succeeded nothing kept may be served. */
  staleAfterMs?: number
  /** After so many ms without a look, rows may have been deleted unseen: everything is forgotten. Less than their term. */
  lostAfterMs?: number
  /** How long a transaction may take between naming its purge and its commit, ms: so far back each look begins. */
  overlapMs?: number
}

const PART = 500
const zero = '00000000-0000-7000-8000-000000000000'

/** Tails a log into a cache. `isCurrent()` turns false when the log could not be read in time: serve nothing kept then. */
export class PurgeFollower {
  private readonly seen = new Set<string>()
  private head = zero
  private readAt = Number.NEGATIVE_INFINITY
  private reading: Promise<void> | undefined
  private again = false
  private timer: NodeJS.Timeout | undefined
  private readonly options: Required<Options>

  constructor(
    private readonly log: PurgeLog,
    private readonly target: PurgeTarget,
    options: Options,
  ) {
    this.options = { everyMs: 200, staleAfterMs: 800, lostAfterMs: 600_000, overlapMs: 15_000, ...options }
  }

  /** Nothing is kept yet, so that what lies in the log already concerns nobody. */
  async start(): Promise<void> {
    this.head = (await this.log.head()) ?? zero
    for (const { id } of await this.rows(earlier(this.head, this.options.overlapMs))) this.seen.add(id)
    this.readAt = performance.now()
    this.timer = setInterval(() => void this.poke(), this.options.everyMs)
    this.timer.unref()
  }

  /** No further look; the one under way ends first. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.reading
  }

  isCurrent(): boolean {
    return performance.now() - this.readAt < this.options.staleAfterMs
  }

  /** Looks now (the process that made the change need not wait for the next tick). Resolves when rows committed before the call are applied. */
  poke(): Promise<void> {
    if (this.reading) {
      this.again = true
      return this.reading
    }
    this.reading = this.read().finally(() => {
      this.reading = undefined
    })
    return this.reading
  }

  private async read(): Promise<void> {
    do {
      this.again = false
      try {
        await this.look()
      } catch (error) {
        this.options.onError(error)
      }
    } while (this.again)
  }

  private async look(): Promise<void> {
    const asked = performance.now()
    const from = earlier(this.head, this.options.overlapMs)
    const rows = await this.rows(from)
    if (asked - this.readAt > this.options.lostAfterMs) this.target.purgeAll()
    for (const { id, tags } of rows) {
      if (this.seen.has(id)) continue
      this.seen.add(id)
      this.target.purge(new Set(tags))
      if (id > this.head) this.head = id
    }
    const forget = earlier(this.head, 2 * this.options.overlapMs)
    for (const id of this.seen) if (id < forget) this.seen.delete(id)
    this.readAt = asked
  }

  private async rows(from: string): Promise<Purge[]> {
    const all: Purge[] = []
    for (let after = from; ; ) {
      const part = await this.log.after(after, PART)
      all.push(...part)
      const last = part.at(-1)
      if (!last || part.length < PART) return all
      after = last.id
    }
  }
}

/** The smallest UUIDv7 of a moment so many ms before that of an id. */
export function earlier(id: string, ms: number): string {
  const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  const hex = Math.max(0, at - ms)
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
