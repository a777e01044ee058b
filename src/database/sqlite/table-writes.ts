/** What a statement may change: rows of one table (and with `cascades`, of those that hang on it), anything, or nothing. */
export type Effect = { table: string; cascades: boolean } | 'anything' | 'nothing'

const writes =
  /^\s*(?:insert\s+(?<replaces>or\s+replace\s+)?(?:or\s+\w+\s+)?into|update(?:\s+or\s+(?!replace\b)\w+)?|(?<removes>delete\s+from))\s+["`]?(?<table>(?!or\b)\w+\b)(?!["`]?\s*\.)/i
const harmless = /^\s*(?:select|values|explain|begin|commit|end|rollback|savepoint|release)\b/i

/** Told by the first words. What is not understood may change anything. Pure. */
export function effectOf(sql: string): Effect {
  if (harmless.test(sql)) return 'nothing'
  const { table, replaces, removes } = writes.exec(sql)?.groups ?? {}
  return table ? { table: table.toLowerCase(), cascades: (replaces ?? removes) !== undefined } : 'anything'
}

/** The writing connection, as far as this needs it. */
export interface Writing {
  inTransaction: boolean
  /** Each table with a table of whose rows its own are deleted or changed: foreign keys. */
  children(): readonly { parent: string; child: string }[]
}

/**
 * Counts how often each table may have changed, on the only connection that writes. While a transaction has written to a table and is not
 * over, it has no number: what the transaction sees and what everybody else sees are two things.
 */
export class TableWrites {
  /** Of everything that may have changed any table. */
  #all = 0
  readonly #counts = new Map<string, number>()
  /** Written by the transaction that is open. */
  readonly #open = new Set<string>()
  #anyOpen = false
  #children: Map<string, string[]> | undefined

  /** To be called after every statement, also one that failed. */
  ran(effect: Effect, writing: Writing): void {
    if (effect === 'anything') {
      // Perhaps the tables themselves.
      this.#children = undefined
      this.#anyOpen = true
    } else if (effect !== 'nothing') this.#note(effect, writing)
    if ((this.#anyOpen || this.#open.size > 0) && !writing.inTransaction) this.#over()
  }

  /** Somebody else has written. */
  forget(): void {
    this.#all++
  }

  /** A number that is another one after any of these tables may have changed; null while one of them is being changed. */
  numberOf(tables: readonly string[]): number | null {
    if (this.#anyOpen) return null
    let sum = this.#all
    for (const table of tables) {
      if (this.#open.has(table)) return null
      sum += this.#counts.get(table) ?? 0
    }
    return sum
  }

  #note({ table, cascades }: { table: string; cascades: boolean }, writing: Writing): void {
    this.#open.add(table)
    if (!cascades) return
    this.#children ??= childrenOf(writing)
    // A Set that grows while it is walked: children of children come, too, each once.
    const reached = new Set([table])
    for (const one of reached) for (const child of this.#children.get(one) ?? []) reached.add(child)
    for (const one of reached) this.#open.add(one)
  }

  #over(): void {
    if (this.#anyOpen) this.#all++
    for (const table of this.#open) this.#counts.set(table, (this.#counts.get(table) ?? 0) + 1)
    this.#anyOpen = false
    this.#open.clear()
  }
}

function childrenOf(writing: Writing): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const { parent, child } of writing.children()) children.set(parent, [...(children.get(parent) ?? []), child])
  return children
}
