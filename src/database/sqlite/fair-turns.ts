/** ms that reads may hold the event loop in one go. */
const BUDGET_MS = 5

/**
 * Lets what waits have its turn. The driver answers at once, so that a long row of reads, each awaited, is one turn of the event loop: a
 * look at a hundred orders let nobody else be answered for a second. The first read of a turn starts a clock; one that comes when
 * it has run out waits for the next turn. Costs a look at the clock for each read.
 */
export class FairTurns {
  #since = 0
  #isCounting = false

  /** Null when there is time left in this turn; else what to wait for. */
  next(): Promise<void> | null {
    if (!this.#isCounting) {
      this.#begin()
      return null
    }
    if (performance.now() - this.#since < BUDGET_MS) return null
    return new Promise((resolve) => setImmediate(resolve))
  }

  #begin(): void {
    this.#since = performance.now()
    this.#isCounting = true
    setImmediate(() => {
      this.#isCounting = false
    })
  }
}
