/** One of Drizzle's builders of questions, and where it asks. */
type Builder = object & { session: unknown }

interface Database {
  query: Record<string, Builder>
  session: { schema?: { schema?: unknown } }
}

/**
 * At the start of each transaction Drizzle makes a builder of questions for every table (a hundred), of which a
 * transaction uses a few, if any. Without the tables' description in its session it makes none; `withQuestions` gives them.
 */
export function leanTransactions(drizzle: object): void {
  const { session } = drizzle as Database
  if (session.schema?.schema) session.schema = { ...session.schema, schema: undefined }
}

/** The transaction with `query`, whose builders are the database's own, made when one is asked for. */
export function withQuestions<T extends object>(drizzle: object, transaction: T): T {
  const { query } = drizzle as Database
  const { session } = transaction as unknown as Database
  const made: Record<string, Builder> = {}
  const builderOf = (_none: object, table: string | symbol): Builder | undefined => {
    const known = made[table as string]
    const own = query[table as string]
    if (known || !own) return known
    const builder = Object.assign(Object.create(Object.getPrototypeOf(own)), own, { session })
    made[table as string] = builder
    return builder
  }
  return Object.assign(transaction, { query: new Proxy({}, { get: builderOf }) })
}
