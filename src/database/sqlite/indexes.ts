import type { ResultSet } from '@libsql/client'

type Execute = (sql: string) => Promise<Pick<ResultSet, 'rows'>>

/** An index that no field asks for by itself: what a list is filtered by, then what it is sorted by. */
export interface ListIndex {
  table: string
  columns: readonly string[]
}

/**
 * Tables that hold what belongs to rows of another one (translations, lists of texts) and cannot be asked for it without
 * being read whole: Drizzle's indexes of them begin with the language or with the place in the list.
 */
const unindexed = `
  SELECT tables.name AS owner, columns.name AS parent FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
  WHERE tables.type = 'table' AND columns.name IN ('_parent_id', 'parent_id') AND columns.pk = 0 AND NOT EXISTS (
    SELECT 1 FROM pragma_index_list(tables.name) AS list JOIN pragma_index_info(list.name) AS parts
    WHERE parts.seqno = 0 AND parts.name = columns.name
  )`

/**
 * Makes the indexes that the generated tables lack, those that are missing. At every boot, after the migrations, like the
 * guards: a migration that builds a table anew takes them away. Without them the list of 20 products looks at every
 * translation of every product for each of its rows.
 */
export async function installIndexes(execute: Execute, lists: readonly ListIndex[]): Promise<void> {
  const { rows } = await execute(unindexed)
  const parents = rows.map(({ owner, parent }) => ({ name: `by_parent_${String(owner)}`, table: String(owner), columns: [String(parent)] }))
  const known = new Set((await execute(`SELECT name FROM sqlite_master WHERE type = 'table'`)).rows.map(({ name }) => String(name)))
  for (const { table } of lists) if (!known.has(table)) throw new Error(`Cannot index "${table}": there is no such table`)
  const named = lists.map(({ table, columns }) => ({ name: `list_${table}_${columns.join('_')}`, table, columns }))
  for (const { name, table, columns } of [...parents, ...named])
    await execute(`CREATE INDEX IF NOT EXISTS "${name}" ON "${table}" (${columns.map((column) => `"${column}"`).join(', ')})`)
}
