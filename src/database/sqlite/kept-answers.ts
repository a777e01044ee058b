import { FairTurns } from './fair-turns.ts'
import type { TableWrites } from './table-writes.ts'

/** How many answers are kept, documents of all of them (some 3 kB each), and those of the largest; the least recently used goes. */
const KEPT = 1_000
const DOCUMENTS = 2_000
const LARGEST = 50
/** How often it is asked whether somebody else (a `sqlite3` shell) has written, ms. */
const LOOK_MS = 1_000

interface Kept {
  number: number
  answer: unknown
}

interface Question {
  /** Its shape and its values. */
  question: string
  /** That its statement reads. */
  tables: readonly string[]
  /** Whether it is asked in a transaction. */
  inside: boolean
}

/**
 * Answers to questions about tables that are read at every click and order and seldom written, kept until something is written to one
 * of those tables: the next question then goes to the database again, inside a transaction as outside. Everybody gets a copy of
 * his own.
 */
export class KeptAnswers {
  readonly #answers = new Map<string, Kept>()
  #documents = 0
  // Answers that cost nothing are reads, too: a long row of them is one turn of the event loop.
  readonly #turns = new FairTurns()
  readonly #writes: TableWrites
  readonly #foreign: () => Promise<unknown>
  /** When it was last asked, ms. */
  #looked = Number.NEGATIVE_INFINITY
  #seen: unknown

  /** @param foreign Another value after another process has written. */
  constructor(writes: TableWrites, foreign: () => Promise<unknown>) {
    this.#writes = writes
    this.#foreign = foreign
  }

  /** The kept answer to this question, or what `ask` answers now. Outside transactions others get their turn. */
  async of<T>({ question, tables, inside }: Question, ask: () => Promise<T>): Promise<T> {
    const turn = inside ? null : this.#turns.next()
    if (turn) await turn
    if (performance.now() - this.#looked >= LOOK_MS) await this.#look()
    const number = this.#writes.numberOf(tables)
    const known = this.#take(question)
    if (known?.number === number) {
      this.#put(question, known)
      return copyOf(known.answer) as T
    }
    const answer = await ask()
    // Nothing was written from before the question until after its answer.
    if (number !== null && number === this.#writes.numberOf(tables) && documentsIn(answer) <= LARGEST)
      this.#put(question, { number, answer: copyOf(answer) })
    return answer
  }

  #take(question: string): Kept | undefined {
    const kept = this.#answers.get(question)
    if (kept && this.#answers.delete(question)) this.#documents -= documentsIn(kept.answer)
    return kept
  }

  #put(question: string, kept: Kept): void {
    this.#take(question)
    this.#answers.set(question, kept)
    this.#documents += documentsIn(kept.answer)
    while (this.#answers.size > KEPT || this.#documents > DOCUMENTS) this.#take(this.#answers.keys().next().value as string)
  }

  async #look(): Promise<void> {
    this.#looked = performance.now()
    const seen = await this.#foreign()
    if (this.#seen !== undefined && seen !== this.#seen) this.#writes.forget()
    this.#seen = seen
  }
}

const documentsIn = (answer: unknown): number => (answer as { docs?: unknown[] }).docs?.length ?? 1

/** Rows hold texts, numbers, lists and plain objects. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf)
  const copy: Record<string, unknown> = {}
  for (const name in value) copy[name] = copyOf((value as Record<string, unknown>)[name])
  return copy
}
