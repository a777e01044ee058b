import path from 'node:path'
import { createClient } from '@libsql/client'
import { newId } from '../../../src/lib/ids.ts'
import type { EntryDraft } from '../../../src/modules/ledger/index.ts'
import type { StoredEntry } from '../../../src/modules/ledger/store.ts'
import type { World } from '../../builders/world.ts'

type Collection = 'ledger-entries' | 'payouts' | 'payout-lines' | 'holds' | 'refunds' | 'bonuses'
type Row = Record<string, unknown> & { id: string }

/** What somebody did to the rows of the books, past every flow and every guard. */
export interface Damage {
  /** Entries with other values. */
  set?: [StoredEntry, Partial<StoredEntry>][]
  /** Entries that nobody earned, after the last one there is. */
  add?: (EntryDraft & { test?: boolean })[]
  /** Entries that are gone. */
  drop?: StoredEntry[]
  /** Rows of other collections, new or with other values. */
  rows?: [Collection, Row][]
  changes?: [Collection, Row, Record<string, unknown>][]
}

const none = undefined as never

/** Takes the guards away that SQLite has; MongoDB has a role of the database's user instead. */
export async function takeGuardsAway(world: World): Promise<void> {
  if (process.env.TEST_DATABASE === 'mongodb') return
  const file = createClient({ url: `file:${path.join(world.dir, 'zhongcao.db')}` })
  const { rows } = await file.execute(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'append_only_%'`)
  for (const { name } of rows) await file.execute(`DROP TRIGGER "${name}"`)
  file.close()
}

/** Leaves a payout line whose payout is gone: past the foreign keys that SQLite has. */
export async function orphanPayoutLine(world: World, line: Row): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE === 'mongodb') return damage(world, { changes: [['payout-lines', line, { payout: newId() }]] }, 0)
  const move = async (payout: string) => {
    const file = createClient({ url: `file:${path.join(world.dir, 'zhongcao.db')}` })
    await file.execute('PRAGMA foreign_keys = OFF')
    await file.execute({ sql: 'UPDATE payout_lines SET payout_id = ? WHERE id = ?', args: [payout, line.id] })
    file.close()
  }
  await move(newId())
  return () => move(String(line.payout))
}

/** Does it. Answers what undoes it. */
export async function damage(
  { payload, clock }: World,
  { set, add, drop, rows, changes }: Damage,
  last: number,
): Promise<() => Promise<void>> {
  const undo: (() => Promise<unknown>)[] = []
  const create = async (collection: Collection, data: object) => {
    await payload.db.create({ collection, data: { ...data } as never, req: none })
  }
  const remove = (collection: Collection, id: string) => payload.db.deleteOne({ collection, where: { id: { equals: id } }, req: none })
  const change = (collection: Collection, id: string, data: Record<string, unknown>) =>
    payload.db.updateOne({ collection, where: { id: { equals: id } }, data, options: { atomic: true }, req: none })
  const all: [Collection, Row, Record<string, unknown>][] = [
    ...(changes ?? []),
    ...(set ?? []).map(([entry, to]): [Collection, Row, Record<string, unknown>] => ['ledger-entries', { ...entry }, { ...to }]),
  ]
  for (const [collection, row, to] of all) {
    undo.unshift(() => change(collection, row.id, Object.fromEntries(Object.keys(to).map((field) => [field, row[field]]))))
    await change(collection, row.id, to)
  }
  for (const entry of drop ?? []) {
    undo.unshift(() => create('ledger-entries', entry))
    await remove('ledger-entries', entry.id)
  }
  const made = (add ?? []).map((entry, index) => ({
    test: false,
    ...entry,
    id: newId(),
    sequence: last + 1 + index,
    at: clock.now().toISOString(),
  }))
  for (const [collection, row] of [...(rows ?? []), ...made.map((entry): [Collection, Row] => ['ledger-entries', entry])]) {
    undo.unshift(() => remove(collection, row.id))
    await create(collection, row)
  }
  return async () => {
    for (const step of undo) await step()
  }
}
