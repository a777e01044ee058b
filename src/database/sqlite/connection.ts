import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Client, type Config, createClient, type InStatement } from '@libsql/client'
import { UnusableDatabase } from '../errors.ts'
import { quickClient } from './quick-client.ts'
import type { TableWrites } from './table-writes.ts'

/**
 * Where the backup's worker finds the driver: it loads it by itself. The driver is pinned in package.json to exactly
 * the version that Payload's adapter brings (a second copy would be a second SQLite). Looked up when needed only:
 * a bundle, such as the admin's, has no folder of its own to look from.
 */
export const driverFile = (): string =>
  createRequire(path.join(/* turbopackIgnore: true */ process.cwd(), 'package.json')).resolve('@libsql/client')

export { createClient }

/** The name of the file behind a `file:` URL. Throws UnusableDatabase for what has none. */
export function databaseFile(url: string): string {
  if (!url.startsWith('file:') || url.includes(':memory:') || url.includes('?')) {
    throw new UnusableDatabase(`DATABASE_URL has to name a file without options, such as file:data/shop.db; it is ${url}`)
  }
  const file = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
  if (!file) throw new UnusableDatabase('DATABASE_URL is file: without the name of a file; give one, such as file:data/shop.db')
  return file
}

const unusable: Record<string, string> = {
  SQLITE_NOTADB: 'is no SQLite database',
  SQLITE_CORRUPT: 'is damaged: restore a backup (DATA_DIR/backups holds one from before each migration)',
  SQLITE_CANTOPEN: 'cannot be opened',
  SQLITE_READONLY: 'may not be written',
  SQLITE_PERM: 'may not be opened',
  SQLITE_FULL: 'has no space left on its disk',
}

/** Names the variable where the driver only names a code: the operator has to choose another file, or mend this one. */
export function refuseUnusable(file: string, error: unknown): never {
  const { code: given, message } = error as { code?: unknown; message?: string }
  // libsql has no code for a file that it could not open at all.
  const code = message?.startsWith('ConnectionFailed') ? 'SQLITE_CANTOPEN' : String(given ?? '')
  const problem = Object.entries(unusable).find(([name]) => code === name || code.startsWith(`${name}_`))?.[1]
  if (!problem) throw error
  throw new UnusableDatabase(`DATABASE_URL: ${file} ${problem}`, { cause: error })
}

/** Judged by the first word. A wrong yes fails loudly, because the reading connection cannot write. */
export function isRead(statement: InStatement): boolean {
  return /^\s*(?:select|values|explain)\b/i.test(typeof statement === 'string' ? statement : statement.sql)
}

/**
 * The log at which the writing connection moves its pages itself, in pages of 4 kB: 64 MB, what a log may keep (`journal_size_limit`).
 * Before, `Checkpoints` does it in a thread of its own. SQLite's own 1,000 made every tenth order wait for two more syncs of the disk and for up to a thousand pages.
 */
export const pagesInLog = 16_000

/** The only connection that writes, and tells `writes` what. Everything on it is durable when `LogSync` has synced the log after COMMIT. */
export async function openWriter(config: Config, busyMs: number, writes?: TableWrites): Promise<Client> {
  const writer = quickClient(databaseFile(config.url), writes)
  // First: even the next line fails at once while another process mends the log of a killed one, or closes the file.
  await expectPragma(writer, 'busy_timeout', busyMs, String(busyMs))
  await expectPragma(writer, 'journal_mode', 'wal', 'WAL')
  await expectPragma(writer, 'synchronous', 1, 'NORMAL')
  await expectPragma(writer, 'foreign_keys', 1, 'ON')
  // Without it INSERT OR REPLACE deletes rows behind the back of DELETE triggers.
  await expectPragma(writer, 'recursive_triggers', 1, 'ON')
  await expectPragma(writer, 'wal_autocheckpoint', pagesInLog, String(pagesInLog))
  await expectPragma(writer, 'journal_size_limit', 64 * 1024 * 1024, String(64 * 1024 * 1024))
  return writer
}

/** Sees what was committed and cannot write: a statement that is wrongly sent here fails instead of escaping the lock. */
export async function openReader(config: Config, busyMs: number): Promise<Client> {
  const reader = quickClient(databaseFile(config.url))
  await expectPragma(reader, 'busy_timeout', busyMs, String(busyMs))
  await expectPragma(reader, 'query_only', 1, 'ON')
  return reader
}

/** Sets a pragma and reads it back: SQLite ignores what it does not like. */
async function expectPragma(client: Client, name: string, expected: number | string, value: string): Promise<void> {
  await client.execute(`PRAGMA ${name} = ${value}`)
  const { rows } = await client.execute(`PRAGMA ${name}`)
  const actual = rows[0]?.[0]
  if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)}, expected ${expected}`)
}
