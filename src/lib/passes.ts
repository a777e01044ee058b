/**
 * Runs the same work again and again, never twice at once. Who asks while a pass is under way may have come too late for it: another
 * follows, one for all who asked meanwhile.
 */
export class Passes {
  readonly #pass: () => Promise<void>
  #running: Promise<void> | null = null
  #next: Promise<void> | null = null

  constructor(pass: () => Promise<void>) {
    this.#pass = pass
  }

  /** The pass under way; null between passes. */
  get running(): Promise<void> | null {
    return this.#running
  }

  /** The last pass that was asked for; null when none is under way. */
  get last(): Promise<void> | null {
    return this.#next ?? this.#running
  }

  /** Resolves after a pass that began after this call; rejects as that does. */
  after(): Promise<void> {
    if (!this.#running) return this.begin()
    this.#next ??= this.#running
      .catch(() => {}) // whoever began it hears of it
      .then(() => {
        this.#next = null
        return this.begin()
      })
    return this.#next
  }

  /** Begins a pass, or joins the one under way. */
  begin(): Promise<void> {
    this.#running ??= this.#pass().finally(() => {
      this.#running = null
    })
    return this.#running
  }
}
