import { ValidationError } from 'payload'

/**
 * "There is one already", on both databases. Payload turns the driver's error into a ValidationError with a
 * translated sentence and without a cause. Its database layer throws that class for nothing else (field
 * validation happens above it), so what leaves the adapter as a ValidationError is marked here, and no
 * sentence has to be compared.
 */
const mark = Symbol.for('zhongcao.database.duplicate-key')

const sqliteCodes = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_ROWID'])
const mongoCode = 11000

/** Whether a write failed because a unique value (a key, an id, an address) exists already. Walks `cause`. */
export function isDuplicateKey(error: unknown): boolean {
  for (const link of causes(error)) {
    if (mark in link) return true
    const { code } = link as { code?: unknown }
    if (code === mongoCode || (typeof code === 'string' && sqliteCodes.has(code))) return true
  }
  return false
}

/** Marks an error that left the database layer, when it is the kind that only a unique index causes. */
export function markDuplicateKey(error: unknown): void {
  if (error instanceof ValidationError) Object.defineProperty(error, mark, { value: true })
}

/** An error and what caused it, outermost first. Stops at ten: causes can be circular. */
export function causes(error: unknown): object[] {
  const chain: object[] = []
  let link: unknown = error
  while (typeof link === 'object' && link !== null && chain.length < 10) {
    chain.push(link)
    link = (link as { cause?: unknown }).cause
  }
  return chain
}
