import { type Page, smaller } from './page.ts'

/** How often a page was asked for, and how long it has stood, before it is worth another thread's 60 ms. */
const ASKED = 5
const STOOD_MS = 10_000
/** Pages that may wait for their turn; more stay as they are until they are asked for again. */
const WAITING = 100

/**
 * Packs pages anew, an eighth smaller, that are read again and again: for many pages that is one trip less over a phone's
 * network. One page after the other and outside the server's own thread; what changes every few seconds is left alone.
 */
export class PopularPages {
  readonly #now: () => number
  readonly #pack: (page: Page) => Promise<void>
  readonly #waiting = new Set<Page>()
  readonly #done = new WeakSet<Page>()
  #work: Promise<void> | null = null

  constructor({ now = () => performance.now(), pack = smaller }: { now?: () => number; pack?: (page: Page) => Promise<void> } = {}) {
    this.#now = now
    this.#pack = pack
  }

  /** Told of every kept page that is sent. */
  sent(page: Page): void {
    page.asked += 1
    if (page.asked < ASKED || this.#done.has(page)) return
    if (this.#waiting.size >= WAITING || this.#now() - page.madeAt < STOOD_MS) return
    this.#done.add(page)
    this.#waiting.add(page)
    this.#work ??= this.#packAll().finally(() => {
      this.#work = null
    })
  }

  /** Resolves when no page waits any more. */
  async settled(): Promise<void> {
    await this.#work
  }

  async #packAll(): Promise<void> {
    for (const page of this.#waiting) {
      await this.#pack(page).catch(() => {}) // then it stays as it is
      this.#waiting.delete(page)
    }
  }
}
