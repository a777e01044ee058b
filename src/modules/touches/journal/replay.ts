import { Passes } from '../../../lib/passes.ts'
import type { TouchRecord } from '../index.ts'
import type { Disk } from './disk.ts'
import type { Journal } from './journal.ts'
import { decodeLine } from './line.ts'

/** Where touches end up. */
export interface TouchStore {
  /**
   * One transaction; ids that are there already are ignored. Returns when a power cut cannot undo it
   * (the log is synced, majority write concern): the journal removes its own copy on the strength of it.
   */
  insert(touches: TouchRecord[]): Promise<void>
}

/** Touches of one transaction, in which no request is answered. Requests are, while the disk takes it. */
const BATCH = 100
/** The same while nobody waits for them. */
const GENTLE_BATCH = 50
/** A rest is this many times as long as the transaction before it took, in ms between these two. */
const REST = { times: 4, least: 5, most: 50 }
/** With more segments than this (8 MB each, half a second's work) behind, nobody rests: a buyer who comes would wait for all of it. */
const MOST_BEHIND = 2
const yieldToRequests = () => new Promise<void>((next) => setImmediate(next))

/**
 * Moves touches from the journal into the database: everything at boot, then about every second (the database's one
 * write connection is shared with money, so rare batches). A redirect takes several turns of the event loop, each of which
 * waits for a transaction: while nobody waits for the touches they are moved a few at a time, with rests in between.
 * A finished segment is removed when the commit that holds
 * its touches has returned. Positions are in memory: a restart reads what is left from the start, and the store ignores doubles.
 */
export class Replayer {
  readonly stats = { inserted: 0, torn: 0, damaged: 0, failures: 0, removed: 0 }
  private readonly read = new Map<string, number>()
  private readonly passes = new Passes(() => this.pass())
  private timer?: NodeJS.Timeout
  /** How many wait for a drain: nobody rests meanwhile. */
  private hurried = 0
  private endRest: (() => void) | null = null

  constructor(
    private readonly disk: Disk,
    private readonly store: TouchStore,
    private readonly journal: Journal | null,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(everyMs = 1000): void {
    this.timer = setInterval(() => {
      if (!this.passes.running) void this.passes.begin().catch((error) => this.failed(error))
    }, everyMs)
    this.timer.unref()
  }

  /** Ends the timer and moves what is left; close the journal first. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.hurry(async () => {
      await this.passes.running?.catch((error) => this.failed(error))
      await this.drain()
    })
  }

  /**
   * Everything that was durable when this was called is in the database when it resolves: a pass that is under way may
   * have read past it, so another follows (one for all who wait). Rejects when the database refuses: nothing is lost.
   */
  drain(): Promise<void> {
    return this.hurry(() => this.passes.after())
  }

  private async hurry(work: () => Promise<void>): Promise<void> {
    this.hurried++
    this.endRest?.()
    try {
      await work()
    } finally {
      this.hurried--
    }
  }

  /** After a transaction of `took` ms; ends early when somebody begins to wait. */
  private rest(took: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        this.endRest = null
        resolve()
      }
      const timer = setTimeout(end, Math.min(REST.most, Math.max(REST.least, REST.times * took)))
      this.endRest = end
    })
  }

  private failed(error: unknown): void {
    this.stats.failures++
    this.onError(error)
  }

  private async pass(): Promise<void> {
    const names = await this.disk.list()
    for (const [at, name] of names.entries()) {
      const durable = this.journal?.open.get(name)
      const position = this.read.get(name) ?? 0
      if (durable === undefined || durable > position) await this.segment(name, { from: position, durable, behind: names.length - at })
      if (durable === undefined) await this.remove(name)
    }
  }

  /** @param part `durable`: end of what may be read of a growing segment, undefined for a finished one; `behind`: segments from this one on. */
  private async segment(
    name: string,
    { from, durable, behind }: { from: number; durable: number | undefined; behind: number },
  ): Promise<void> {
    const bytes = await this.disk.read(name, from, durable)
    const end = bytes.lastIndexOf(10) + 1
    const isGentle = () => this.hurried === 0 && behind <= MOST_BEHIND
    for (let at = 0; at < end; ) {
      const most = isGentle() ? GENTLE_BATCH : BATCH
      const began = performance.now()
      const touches: TouchRecord[] = []
      let damaged = 0
      while (at < end && touches.length < most) {
        const newline = bytes.indexOf(10, at)
        const touch = decodeLine(bytes.toString('utf8', at, newline))
        if (touch) touches.push(touch)
        else damaged++
        at = newline + 1
      }
      if (touches.length) await this.store.insert(touches)
      this.stats.inserted += touches.length
      this.stats.damaged += damaged
      this.read.set(name, from + at)
      await (isGentle() ? this.rest(performance.now() - began) : yieldToRequests())
    }
    // the last line was being written when the process died: never acknowledged
    if (durable === undefined && end < bytes.length) this.stats.torn++
  }

  private async remove(name: string): Promise<void> {
    await this.disk.remove(name)
    this.read.delete(name)
    this.stats.removed++
  }
}
