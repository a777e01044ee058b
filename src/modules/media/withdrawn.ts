/** Hashes of what may not be shown, as the database has them now. */
export type ReadWithdrawn = () => Promise<ReadonlySet<string>>

/** How old an answer may be, milliseconds: a take-down is effective within one second, whichever process it came through. */
const FRESH_MS = 300
/** Reading takes at most this part of the time, so that a long list is not read all the time. */
const SHARE = 10
/** With a list that takes longer than this to read, the promise of one second is kept and the share is not. */
const MOST_MS = 800

/**
 * What was taken from readers, kept in memory and read again when it is asked for and older than a moment. Nothing runs
 * while nobody asks, several processes need no word from each other, and one reading serves all who wait for it.
 */
export class WithdrawnMedia {
  readonly #read: ReadWithdrawn
  readonly #now: () => number
  #hashes: ReadonlySet<string> = new Set()
  #freshUntil = Number.NEGATIVE_INFINITY
  #reading: Promise<void> | null = null

  /** @param now Milliseconds of a clock that only goes forward. */
  constructor(read: ReadWithdrawn, now: () => number) {
    this.#read = read
    this.#now = now
  }

  /** Whether the file of an upload with this hash may not be shown. Throws when that cannot be read: then nobody knows. */
  async has(hash: string): Promise<boolean> {
    if (this.#now() >= this.#freshUntil) {
      this.#reading ??= this.#refresh().finally(() => {
        this.#reading = null
      })
      await this.#reading
    }
    return this.#hashes.has(hash)
  }

  /** Fresh from the moment at which reading began: what was committed before is in it. */
  async #refresh(): Promise<void> {
    const began = this.#now()
    this.#hashes = await this.#read()
    const took = this.#now() - began
    this.#freshUntil = began + Math.min(MOST_MS, Math.max(FRESH_MS, took * SHARE))
  }
}
