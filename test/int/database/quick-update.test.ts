import type { CollectionSlug, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Row = Record<string, unknown>
interface Case {
  collection: CollectionSlug
  /** A row to change; its id comes from the test. */
  row: Row
  where: (id: string) => Where
  data: Row
}

const onSqlite = process.env.TEST_DATABASE === 'mongodb' ? it.skip : it
const at = '2026-11-02T04:00:00.000Z'
const nasty = [
  "' OR 1=1 --",
  '"',
  'mark-0-to-be-set',
  'mark-0-of-a-value',
  '次の、',
  '\\',
  '',
  'null',
  'true',
  '0',
  at,
  '1970-01-01T00:00:00.001Z',
]
const byId = (id: string): Where => ({ id: { equals: id } })
const counter = (): Row => ({ key: newId(), value: 7 })
const answer = (): Row => ({ key: newId(), requestHash: 'x', status: 0, response: null, at, expiresAt: at })
const event = (): Row => ({ key: newId(), provider: 'sandbox', type: 'x', reference: 'r', outcome: 'seen', receivedAt: at })
const basket = (): Row => ({ secretHash: 'x', couponCode: null, checkoutStartedAt: null, lines: [] })

const cases: Case[] = [
  { collection: 'counters', row: counter(), where: byId, data: { value: { $inc: 2 } } },
  { collection: 'counters', row: counter(), where: byId, data: { value: { $inc: -1 } } },
  { collection: 'counters', row: counter(), where: byId, data: { value: 12.5 } },
  { collection: 'counters', row: counter(), where: byId, data: { value: 0, updatedAt: at } },
  { collection: 'counters', row: counter(), where: byId, data: { value: 7_000_000_000_000 } },
  {
    collection: 'counters',
    row: counter(),
    where: (id) => ({ and: [byId(id), { value: { greater_than_equal: 7 } }] }),
    data: { value: { $inc: -7 } },
  },
  {
    collection: 'counters',
    row: counter(),
    where: (id) => ({ and: [byId(id), { value: { greater_than_equal: 8 } }] }),
    data: { value: { $inc: -8 } },
  },
  { collection: 'counters', row: counter(), where: (id) => ({ and: [byId(id), { value: { equals: 7 } }] }), data: { value: 9 } },
  { collection: 'counters', row: counter(), where: () => byId(newId()), data: { value: 1 } },
  { collection: 'idempotency-keys', row: answer(), where: byId, data: { status: 200, response: { a: [1, null, '次'], b: { mark: 1 } } } },
  { collection: 'idempotency-keys', row: answer(), where: byId, data: { status: 404, response: null } },
  { collection: 'idempotency-keys', row: answer(), where: byId, data: { response: [1, 2] } },
  {
    collection: 'carts',
    row: basket(),
    where: (id) => ({ and: [byId(id), { checkoutStartedAt: { exists: false } }] }),
    data: { checkoutStartedAt: at },
  },
  { collection: 'carts', row: basket(), where: byId, data: { couponCode: null, checkoutStartedAt: null } },
  { collection: 'carts', row: basket(), where: byId, data: { couponCode: undefined, visitor: 'v', unknown: 'x' } },
  ...nasty.map((text): Case => ({ collection: 'provider-events', row: event(), where: byId, data: { outcome: text, type: text } })),
]

describe('rows that are updated quickly', () => {
  onSqlite('are the rows that Payload updates, column by column, the first time and the second', async () => {
    const { db } = world.payload
    const req = undefined as never
    const make = async ({ collection, row }: Case): Promise<string> => {
      const id = newId()
      const key = 'key' in row ? { key: newId() } : {}
      await db.create({ collection, data: { ...row, ...key, id }, req })
      return id
    }
    const read = async (collection: CollectionSlug, id: string) =>
      (await db.find<Row>({ collection, where: byId(id), limit: 1, pagination: false, req })).docs[0]
    const told = (row: Row | null | undefined) =>
      row ? { ...row, id: 0, key: 0, createdAt: 0, updatedAt: row.updatedAt === at ? at : typeof row.updatedAt } : row
    for (const time of ['first', 'second'])
      for (const one of cases) {
        const { collection, where, data } = one
        const [ours, theirs] = [await make(one), await make(one)]
        const update = (id: string, more: object) =>
          db
            .updateOne({ collection, where: where(id), data: structuredClone(data), options: { atomic: true }, ...more, req } as never)
            .catch((error: Error) => ({ refused: error.message })) as Promise<Row | null>
        // With a language named it goes the whole way through Payload and Drizzle.
        const [quick, whole] = [await update(ours, {}), await update(theirs, { locale: 'zh' })]
        const what = `${time} ${JSON.stringify(one)}`
        expect(told(quick), what).toEqual(told(whole))
        expect(told(await read(collection, ours)), what).toEqual(told(await read(collection, theirs)))
        if (quick && !('refused' in quick)) expect(await read(collection, ours), what).toMatchObject(quick)
      }
  })

  onSqlite('change inside the transaction that the request is in, and are undone with it', async () => {
    const { db } = world.payload
    const id = newId()
    await db.create({ collection: 'counters', data: { id, key: newId(), value: 1 }, req: undefined as never })
    const change = (req: never) =>
      db.updateOne({
        collection: 'counters',
        where: byId(id),
        data: { value: { $inc: 1 } },
        options: { atomic: true },
        req,
      }) as Promise<unknown>
    await world.ctx.tx('kept', async (req) => change(req as never))
    await expect(
      world.ctx.tx('undone', async (req) => {
        expect(await change(req as never)).toMatchObject({ value: 3 })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await change(undefined as never)).toMatchObject({ value: 3 })
  })

  onSqlite('refuse what the database refuses, and a second row under a key is known as such', async () => {
    const { db } = world.payload
    const [first, second] = [newId(), newId()]
    for (const id of [first, second]) await db.create({ collection: 'counters', data: { id, key: id, value: 1 }, req: undefined as never })
    const same = { collection: 'counters', where: byId(second), data: { key: first }, options: { atomic: true }, req: undefined } as never
    const { isDuplicateKey } = await import('../../../src/database/duplicate-key.ts')
    for (let time = 0; time < 2; time += 1) expect(await db.updateOne(same).then(() => false, isDuplicateKey)).toBe(true)
  })
})
