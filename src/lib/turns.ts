/**
 * Lets work that needs the same things run one after the other, and everything else side by side, inside one process. It
 * keeps nobody out who must not come in (that is the database's to do): it spares those who would meet there from waiting
 * for a lock or running again.
 */
export class Turns {
  private readonly last = new Map<string, Promise<void>>()

  /** Keys that somebody has or waits for. */
  get size(): number {
    return this.last.size
  }

  /** Runs `work` when everyone who asked for one of these keys before is done, whatever became of him. First come, first served: no two wait for each other. */
  async take<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = keys.map((key) => this.last.get(key))
    let done = (): void => {}
    const turn = new Promise<void>((resolve) => {
      done = resolve
    })
    for (const key of keys) this.last.set(key, turn)
    try {
      await Promise.all(before)
      return await work()
    } finally {
      for (const key of keys) if (this.last.get(key) === turn) this.last.delete(key)
      done()
    }
  }
}
