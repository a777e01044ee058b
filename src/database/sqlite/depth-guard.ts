type Execute = (sql: string) => Promise<{ rows: unknown[] }>

/**
 * LAW-1, LAW-2: a programme rewards one level at most. Payload refuses more at every door; this refuses it in the file itself, whoever
 * writes. Rebuilding the table drops its triggers, so they are put in place at every start.
 */
export async function installDepthGuard(execute: Execute): Promise<void> {
  const { rows } = await execute(`SELECT 1 FROM pragma_table_info('programmes') WHERE name = 'max_depth'`)
  // A database of another shape, such as a test's, rewards nobody.
  if (rows.length === 0) return
  for (const operation of ['INSERT', 'UPDATE'] as const) {
    const name = `reward_depth_${operation.toLowerCase()}`
    await execute(`DROP TRIGGER IF EXISTS "${name}"`)
    await execute(
      `CREATE TRIGGER "${name}" BEFORE ${operation} ON "programmes" WHEN NEW."max_depth" NOT IN ('0', '1')
       BEGIN SELECT RAISE(ABORT, 'A programme rewards at most one level (LAW-2)'); END`,
    )
  }
}
