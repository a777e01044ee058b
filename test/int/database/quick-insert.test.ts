import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Row = Record<string, unknown>
interface Adapter {
  drizzle: { insert(table: unknown): { values(rows: Row | Row[]): { returning(): Promise<Row[]> } } }
  insert(args: { db: unknown; tableName: string; values: Row | Row[] }): Promise<Row[]>
  tables: Record<string, unknown>
}
const adapter = () => world.payload.db as unknown as Adapter
const onSqlite = process.env.TEST_DATABASE === 'mongodb' ? it.skip : it

const at = '2026-11-02T04:00:00.000Z'
/** Rows of tables of each kind: with defaults, JSON, booleans, references, and what belongs to a parent's list. */
const rows: [table: string, row: () => Row][] = [
  ['counters', () => ({ id: newId(), key: newId(), value: 7, createdAt: at, updatedAt: at })],
  ['counters', () => ({ id: newId(), key: newId() })],
  [
    'idempotency_keys',
    () => ({ id: newId(), key: newId(), requestHash: 'x', status: 200, response: { a: [1, null, '次'] }, at, expiresAt: at }),
  ],
  ['idempotency_keys', () => ({ id: newId(), key: newId(), requestHash: 'x', status: 200, response: null, at, expiresAt: at })],
  ['touches', () => ({ id: newId(), kind: 'click', at, visitor: 'it\'s "quoted"', account: undefined, consent: null })],
  // What the database does not hold as it was given.
  ['touches', () => ({ id: newId(), kind: 'click', at, visitor: 12, account: 'a\ud800b', link: 'cut\0off', createdAt: at, updatedAt: at })],
  ['counters', () => ({ id: newId(), key: newId(), value: 1.5, createdAt: at, updatedAt: at })],
  ['payload_jobs', () => ({ input: { x: 1 }, taskSlug: 'send-mail', queue: 'mail', processing: true })],
  ['carts', () => ({ id: newId(), secretHash: null })],
  ['carts', () => ({})],
]

/** What the database makes by itself differs from row to row: the id, and the moments of making where none was given. */
const comparable = (made: Row | undefined, given: Row): Row => {
  const { id, createdAt, updatedAt, ...rest } = made ?? {}
  const times = given.createdAt ? { createdAt, updatedAt } : { createdAt: typeof createdAt, updatedAt: typeof updatedAt }
  return { ...rest, key: typeof rest.key, id: typeof id, ...times }
}

describe('rows that are inserted quickly', () => {
  onSqlite('are the rows that Drizzle inserts, column by column', async () => {
    for (const [table, row] of rows) {
      const [ours, theirs] = [row(), row()]
      const refused = await adapter()
        .drizzle.insert(adapter().tables[table])
        .values(theirs)
        .returning()
        .catch((error: { cause?: { code?: string } }) => error.cause?.code ?? error)
      const made = await adapter()
        .insert({ db: adapter().drizzle, tableName: table, values: ours })
        .catch((error: { code?: string; cause?: { code?: string } }) => error.cause?.code ?? error.code)
      if (!Array.isArray(refused)) {
        expect(made, table).toEqual(refused)
        continue
      }
      expect(comparable((made as Row[])[0], ours), table).toEqual(comparable(refused[0], theirs))
    }
  })

  onSqlite('come in the order in which they were given, and a second one under a key is Payload’s own refusal', async () => {
    const values = [1, 2, 3].map((value) => ({ id: newId(), key: newId(), value }))
    const made = await adapter().insert({ db: adapter().drizzle, tableName: 'counters', values })
    expect(made.map(({ id, value }) => [id, value])).toEqual(values.map(({ id, value }) => [id, value]))
    const again = { id: newId(), key: values[0]!.key, value: 1 }
    await expect(world.payload.db.create({ collection: 'counters', data: again, req: undefined as never })).rejects.toMatchObject({
      name: 'ValidationError',
      data: { errors: [{ path: 'key' }] },
    })
  })
})
