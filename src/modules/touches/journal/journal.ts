import { failpoint } from '../../../lib/failpoints.ts'
import { newId } from '../../../lib/ids.ts'
import type { TouchRecord } from '../index.ts'
import type { Disk, Segment } from './disk.ts'
import { encodeLine } from './line.ts'

/**
 * - durable: on disk before this was said
 * - late: the disk was too slow; the visitor is not kept waiting, the touch is written as soon as it can be
 * - lost: it could not be written (disk full, broken); counted and handed to `onLoss`
 */
export type Outcome = 'durable' | 'late' | 'lost'

export interface JournalOptions {
  /** Longest wait of a visitor for the disk, ms (and up to 50 more). */
  maxWaitMs?: number
  /** Touches that may wait for the disk; more are lost. */
  maxWaiting?: number
  segmentBytes?: number
  /** How long `healthy()` stays false after a loss without a later success, ms. */
  unhealthyMs?: number
  onLoss?: (touches: TouchRecord[], error: unknown) => void
}

interface Waiting {
  touch: TouchRecord
  line: string
  deadline: number
  settle: (outcome: Outcome) => void
  settled: boolean
}

const BATCH_BYTES = 1 << 20

/**
 * Append-only touch journal with group commit: while one write and sync is under way, everything that arrives waits,
 * and goes to disk together with the next one. A segment that failed is never written again (after a failed sync
 * the kernel may have dropped the bytes): the batch goes once more to a new segment; replay ignores doubles.
 */
export class Journal {
  readonly stats = { durable: 0, late: 0, lost: 0, syncs: 0, segments: 0, slowestMs: 0 }
  /** Segments that may still grow, with the bytes in them that are durable. All others are finished. */
  readonly open = new Map<string, number>()
  private waiting: Waiting[] = []
  private committing: Waiting[] = []
  private segment?: { name: string; file: Segment }
  private flushing: Promise<void> | null = null
  private closed = false
  private lostAt: number | null = null
  /** Touches taken and touches written or lost, in order: batches go to disk as they came. */
  private taken = 0
  private done = 0
  private readonly watch: NodeJS.Timeout
  private readonly opt: Required<JournalOptions>

  constructor(
    private readonly disk: Disk,
    options: JournalOptions = {},
  ) {
    this.opt = { maxWaitMs: 250, maxWaiting: 20_000, segmentBytes: 8 << 20, unhealthyMs: 30_000, onLoss: () => {}, ...options }
    this.watch = setInterval(() => this.releaseLate(), 50)
    this.watch.unref()
  }

  /** Resolves when the touch is on disk, or when the visitor must not wait longer; never rejects. */
  append(touch: TouchRecord): Promise<Outcome> {
    if (this.closed || this.waiting.length >= this.opt.maxWaiting) {
      this.lose([touch], new Error(this.closed ? 'journal closed' : `${this.waiting.length} touches waiting for the disk`))
      return Promise.resolve('lost')
    }
    this.taken++
    return new Promise((settle) => {
      this.waiting.push({ touch, line: encodeLine(touch), deadline: performance.now() + this.opt.maxWaitMs, settle, settled: false })
      this.flushing ??= new Promise<void>((next) => setImmediate(next)).then(() => this.flush())
    })
  }

  /** False while touches are being lost: from a loss to the next durable batch, or for `unhealthyMs` when none comes. */
  healthy(): boolean {
    return !this.closed && (this.lostAt === null || performance.now() - this.lostAt > this.opt.unhealthyMs)
  }

  /** Touches that are waiting for the disk now. */
  get pending(): number {
    return this.waiting.length + this.committing.length
  }

  /**
   * Resolves when everything appended before the call is on disk or lost, those that were answered `late` too, or after
   * `maxMs` while the disk stalls. True when nothing is missing.
   */
  async settled(maxMs: number): Promise<boolean> {
    const [target, deadline] = [this.taken, performance.now() + maxMs]
    while (this.done < target && performance.now() < deadline) await new Promise((next) => setTimeout(next, 5))
    return this.done >= target
  }

  /** Takes no more, writes what waits, closes the segment. */
  async close(): Promise<void> {
    this.closed = true
    await this.flushing
    clearInterval(this.watch)
    await this.retire()
  }

  private async flush(): Promise<void> {
    while (this.waiting.length) {
      const batch = this.takeBatch()
      this.committing = batch
      const began = performance.now()
      try {
        await this.commit(batch).catch(() => this.retire().then(() => this.commit(batch)))
        this.lostAt = null
        this.settle(batch, 'durable')
      } catch (error) {
        await this.retire()
        this.lose(
          batch.map((waiting) => waiting.touch),
          error,
        )
        this.settle(batch, 'lost')
      }
      this.done += batch.length
      this.stats.slowestMs = Math.max(this.stats.slowestMs, performance.now() - began)
    }
    this.committing = []
    this.flushing = null
  }

  private takeBatch(): Waiting[] {
    let bytes = 0
    const over = this.waiting.findIndex(({ line }) => {
      bytes += line.length
      return bytes > BATCH_BYTES
    })
    return this.waiting.splice(0, over < 0 ? this.waiting.length : Math.max(1, over))
  }

  private async commit(batch: Waiting[]): Promise<void> {
    const bytes = Buffer.from(batch.map((waiting) => waiting.line).join(''))
    const full = (this.open.get(this.segment?.name ?? '') ?? 0) + bytes.length > this.opt.segmentBytes
    if (full) await this.retire()
    this.segment ??= await this.newSegment()
    const { name, file } = this.segment
    await file.write(bytes)
    failpoint('before-journal-sync')
    await file.sync()
    failpoint('after-journal-sync')
    this.open.set(name, (this.open.get(name) ?? 0) + bytes.length)
    this.stats.syncs++
  }

  private async newSegment() {
    const name = `${newId()}.log`
    this.stats.segments++
    this.open.set(name, 0) // before the file appears, or the replayer takes it for a finished one
    try {
      return { name, file: await this.disk.create(name) }
    } catch (error) {
      this.open.delete(name)
      throw error
    }
  }

  private async retire(): Promise<void> {
    const old = this.segment
    if (!old) return
    this.segment = undefined
    await old.file.close().catch(() => {}) // its bytes are either synced or will be written again elsewhere
    this.open.delete(old.name)
  }

  private settle(batch: Waiting[], outcome: Outcome): void {
    for (const waiting of batch) {
      if (waiting.settled) continue
      waiting.settled = true
      if (outcome !== 'lost') this.stats[outcome]++
      waiting.settle(outcome)
    }
  }

  /** Nobody waits longer than `maxWaitMs` (+50) for a slow disk. */
  private releaseLate(): void {
    const now = performance.now()
    for (const list of [this.committing, this.waiting]) this.settle(list.slice(0, countOverdue(list, now)), 'late')
  }

  private lose(touches: TouchRecord[], error: unknown): void {
    this.stats.lost += touches.length
    this.lostAt = performance.now()
    this.opt.onLoss(touches, error)
  }
}

/** The oldest come first. */
function countOverdue(list: Waiting[], now: number): number {
  const first = list.findIndex((waiting) => waiting.deadline > now)
  return first < 0 ? list.length : first
}
