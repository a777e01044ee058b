import type { CollectionSlug, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDuplicateKey } from '../../../src/database/duplicate-key.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let fan: string
beforeAll(async () => {
  world = await openWorld()
  fan = (await person(world)).userId
})
afterAll(() => world.close())

type Row = Record<string, unknown>
const onSqlite = process.env.TEST_DATABASE === 'mongodb' ? it.skip : it
const at = '2026-11-02T04:00:00.000Z'
const req = undefined as never
const line = () => ({ id: newId(), variant: 'v', quantity: 1, linkCode: null, seenPrice: 5, addedAt: at })

/** Data of each kind: choices, references, moments, JSON, lists of their own tables, what is nothing, and what is no field. */
const rows: [collection: CollectionSlug, data: () => Row][] = [
  ['counters', () => ({ id: newId(), key: newId(), value: 7 })],
  ['counters', () => ({ id: newId(), key: newId(), value: 0, createdAt: at, updatedAt: at })],
  ['counters', () => ({ id: newId(), key: newId(), value: 7_000_000_000_000, unknown: 'x' })],
  [
    'idempotency-keys',
    () => ({ id: newId(), key: newId(), requestHash: 'x', status: 200, response: { a: [1, null, '次'] }, at, expiresAt: at }),
  ],
  ['idempotency-keys', () => ({ id: newId(), key: newId(), requestHash: '', status: 0, response: [1, 'b'], at, expiresAt: at })],
  ['idempotency-keys', () => ({ id: newId(), key: newId(), requestHash: 'x', status: 0, response: null, at, expiresAt: at })],
  [
    'notifications',
    () => ({ id: newId(), user: fan, kind: 'order-paid', data: { orderId: 'x', total: { amount: 1, currency: 'CNY' } }, readAt: null }),
  ],
  ['payload-jobs', () => ({ taskSlug: 'send-mail', input: { template: 'x', subject: 'y' }, queue: 'mail', waitUntil: at })],
  ['payload-jobs', () => ({ taskSlug: 'send-mail', input: {}, queue: 'mail', processing: true })],
  [
    'carts',
    () => ({ id: newId(), secretHash: 'mark-1-of-a-row', user: null, checkoutStartedAt: null, couponCode: '', lines: [line(), line()] }),
  ],
  ['carts', () => ({ id: newId(), secretHash: 'x', lines: [] })],
  [
    'provider-events',
    () => ({ id: newId(), key: newId(), provider: 'sandbox', type: 'x', reference: "' OR 1=1 --", outcome: 'true', receivedAt: at }),
  ],
  ['addresses', () => ({ id: newId(), owner: fan, name: 'null', phone: '1', country: 'CN', city: '次', street: '"', isDefault: true })],
]

/** What differs from row to row: what it is called, and the moments of making where none was given. */
const told = (row: Row | undefined, data: Row) => {
  const lines = (row?.lines as Row[] | undefined)?.map((one) => ({ ...one, id: 0 }))
  const times = data.createdAt ? {} : { createdAt: typeof row?.createdAt, updatedAt: typeof row?.updatedAt }
  return row && { ...row, id: 0, key: 0, ...(lines ? { lines } : {}), ...times }
}

describe('rows that are made quickly', () => {
  onSqlite('are the rows that Payload makes, column by column, the first time and the second', async () => {
    const { db } = world.payload
    const newest = async (collection: CollectionSlug, id: unknown) => {
      const where: Where = id === undefined ? {} : { id: { equals: id } }
      return (await db.find<Row>({ collection, where, sort: '-id', limit: 1, pagination: false, req })).docs[0]
    }
    for (const time of ['first', 'second'])
      for (const [collection, make] of rows) {
        const [ours, theirs] = [make(), make()]
        const what = `${time} ${collection} ${JSON.stringify(ours)}`
        const failure = (error: { name: string; message: string }) => [error.name, error.message]
        const quick = await db.create({ collection, data: { ...ours }, returning: false, req }).catch(failure)
        const quickRow = told(await newest(collection, ours.id), ours)
        // Asked back, a row goes the whole way through Payload.
        const whole = await db.create({ collection, data: { ...theirs }, req }).catch(failure)
        expect(quick, what).toEqual(Array.isArray(whole) ? whole : null)
        expect(quickRow, what).toEqual(told(await newest(collection, theirs.id), theirs))
      }
  })

  onSqlite('have their lists in order, and fail with them where a row of a list exists already', async () => {
    const { db } = world.payload
    const cart = (lines: Row[]) => ({ id: newId(), secretHash: 'x', lines })
    const variant = (await product(world)).variantIds[0]!
    const lines = [1, 2, 3].map((quantity) => ({ ...line(), variant, quantity }))
    const carts = [cart(lines), cart([{ ...line(), variant }, { ...lines[1]! }])]
    await db.create({ collection: 'carts', data: carts[0]!, returning: false, req })
    const { docs } = await db.find<Row>({ collection: 'carts', where: { id: { equals: carts[0]!.id } }, pagination: false, req })
    expect(docs[0]?.lines).toEqual(lines)
    const doubled = world.ctx.tx('twice the same line', (inside) =>
      db.create({ collection: 'carts', data: carts[1]!, returning: false, req: inside }).then(() => null),
    )
    expect(isDuplicateKey(await doubled.catch((thrown: unknown) => thrown))).toBe(true)
    expect((await db.find({ collection: 'carts', where: { id: { equals: carts[1]!.id } }, pagination: false, req })).docs).toEqual([])
  })

  onSqlite('are undone with their transaction, and a second one under a key is Payload’s own refusal', async () => {
    const { db } = world.payload
    const row = () => ({ id: newId(), key: newId(), value: 1 })
    const [kept, undone] = [row(), row()]
    await world.ctx.tx('kept', async (inside) => {
      await db.create({ collection: 'counters', data: kept, returning: false, req: inside })
    })
    const both = world.ctx.tx('undone', async (inside) => {
      await db.create({ collection: 'counters', data: undone, returning: false, req: inside })
      await db.create({ collection: 'counters', data: { ...kept, id: newId() }, returning: false, req: inside })
    })
    const error = await both.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'ValidationError', data: { errors: [{ path: 'key' }] } })
    expect(isDuplicateKey(error)).toBe(true)
    const { docs } = await db.find<Row>({ collection: 'counters', where: { key: { in: [kept.key, undone.key] } }, pagination: false, req })
    expect(docs.map(({ key }) => key)).toEqual([kept.key])
  })
})
