import { WriteLockTimeout, WriterClosed } from '../errors.ts'
import type { Label } from '../label.ts'

export type Release = () => void

type Waiter = {
  grant: (release: Release) => void
  label: Label
  refuse: (error: Error) => void
  timer: NodeJS.Timeout
}

/**
 * One writer at a time, first come, first served; nobody waits longer than `waitMs`.
 * Each turn begins with a fresh round of the event loop: the driver is synchronous and its promises
 * settle as microtasks, so without that a queue of writers would let no request, timer or socket through.
 */
export class WriteLock {
  #closed = false
  #holder: { label: Label; since: number } | undefined
  #idle: (() => void)[] = []
  #served = 0
  readonly #waiters = new Set<Waiter>()
  readonly #waitMs: number

  constructor(waitMs: number) {
    this.#waitMs = waitMs
  }

  get holder(): string | undefined {
    return this.#holder?.label.toString()
  }

  get waiting(): number {
    return this.#waiters.size
  }

  /** Resolves with the function that gives the lock back; calling that twice is harmless. */
  acquire(label: Label): Promise<Release> {
    if (this.#closed) return Promise.reject(new WriterClosed(label.toString()))
    if (!this.#holder) {
      const release = this.#hold(label)
      return new Promise((grant) => setImmediate(grant, release))
    }
    return new Promise((grant, refuse) => {
      const since = performance.now()
      const servedBefore = this.#served
      const waiter: Waiter = {
        grant,
        label,
        refuse,
        timer: setTimeout(() => {
          this.#waiters.delete(waiter)
          refuse(this.#timeout(label, since, servedBefore))
        }, this.#waitMs),
      }
      this.#waiters.add(waiter)
    })
  }

  /** Admits nobody new. Those in the queue are still served. */
  close(): void {
    this.#closed = true
  }

  /** Sends everybody in the queue away. */
  refuseWaiters(reason?: Error): void {
    for (const waiter of this.#waiters) {
      clearTimeout(waiter.timer)
      waiter.refuse(reason ?? new WriterClosed(waiter.label.toString()))
    }
    this.#waiters.clear()
  }

  /** Resolves once nobody holds the lock and nobody waits for it. */
  idle(): Promise<void> {
    if (!this.#holder) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  #hold(label: Label): Release {
    this.#holder = { label, since: performance.now() }
    let released = false
    return () => {
      if (released) return
      released = true
      this.#passOn()
    }
  }

  #passOn(): void {
    this.#holder = undefined
    this.#served++
    const [next] = this.#waiters // a Set keeps the order of arrival
    if (!next) {
      for (const resolve of this.#idle.splice(0)) resolve()
      return
    }
    this.#waiters.delete(next)
    clearTimeout(next.timer)
    setImmediate(next.grant, this.#hold(next.label))
  }

  #timeout(label: Label, since: number, servedBefore: number): WriteLockTimeout {
    const now = performance.now()
    return new WriteLockTimeout({
      heldMs: Math.round(now - (this.#holder?.since ?? now)),
      holder: this.#holder?.label.toString() ?? 'nobody',
      served: this.#served - servedBefore,
      waitedMs: Math.round(now - since),
      waiter: label.toString(),
    })
  }
}
