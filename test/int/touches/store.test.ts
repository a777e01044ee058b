import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, type CollectionConfig, createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { type TouchRecord, touchColumns, touchRecord } from '../../../src/modules/touches/index.ts'
import { insertTouches, loadRecentTouches } from '../../../src/modules/touches/store.ts'

const dir = mkdtempSync(path.join(tmpdir(), 'touch-store-'))
let payload: Payload

/** The collection as the store needs it: our text id, one column for each name. */
const touches: CollectionConfig = {
  slug: 'touches',
  timestamps: false,
  fields: [
    { name: 'id', type: 'text', required: true },
    ...touchColumns.map((name) => (name === 'at' ? { name, type: 'date' as const, index: true } : { name, type: 'text' as const })),
  ],
}

beforeAll(async () => {
  const config = buildConfig({
    secret: 'test',
    telemetry: false,
    collections: [touches],
    db: sqliteAdapter({ client: { url: `file:${path.join(dir, 'touches.db')}` }, transactionOptions: {}, push: true }),
  })
  payload = await getPayload({ config, key: dir })
})
afterAll(async () => {
  await payload.destroy()
  rmSync(dir, { recursive: true, force: true })
})

async function inTransaction(body: (req: PayloadRequest) => Promise<void>): Promise<void> {
  const req = await createLocalReq({}, payload)
  const id = await payload.db.beginTransaction()
  if (id === null) throw new Error('no transactions')
  req.transactionID = id
  try {
    await body(req)
    await payload.db.commitTransaction(id)
  } catch (error) {
    await payload.db.rollbackTransaction(id)
    throw error
  }
}
const touch = (more: Partial<TouchRecord> = {}) =>
  touchRecord({ id: newId(), kind: 'click', at: Date.parse('2026-11-25T08:00:00.250Z'), ...more })
const count = async () => (await payload.count({ collection: 'touches' as never })).totalDocs

it('ATT-04 the same touches twice, and twice in one batch, are stored once and never changed', async () => {
  const batch = Array.from({ length: 600 }, (_, i) => touch({ campaign: `双十一 ${i}` }))
  await inTransaction((req) => insertTouches(req, [...batch, ...batch.slice(0, 5)]))
  await inTransaction((req) =>
    insertTouches(
      req,
      batch.map((row) => ({ ...row, campaign: 'changed' })),
    ),
  )
  expect(await count()).toBe(600)
  const { docs } = await payload.find({ collection: 'touches' as never, where: { campaign: { equals: 'changed' } } })
  expect(docs).toEqual([])
})

it('ATT-01 a stored touch reads back field by field through Payload', async () => {
  const whole = touch({
    creator: 'c',
    link: 'l',
    piece: 'p',
    placement: '2',
    referrerHost: 'example.com',
    consent: 'granted',
    device: 'phone',
    visitor: 'v',
  })
  await inTransaction((req) => insertTouches(req, [whole]))
  const found = await payload.findByID({ collection: 'touches' as never, id: whole.id })
  expect(found).toMatchObject({ ...whole, at: '2026-11-25T08:00:00.250Z' })
})

it('a transaction that fails leaves none of its touches', async () => {
  const before = await count()
  const failing = inTransaction(async (req) => {
    await insertTouches(req, [touch()])
    throw new Error('later write failed')
  })
  await expect(failing).rejects.toThrow('later write failed')
  expect(await count()).toBe(before)
})

it('outside a transaction nothing is written: the journal would trust it', async () => {
  await expect(insertTouches(await createLocalReq({}, payload), [touch()])).rejects.toThrow('ctx.tx')
})

it('ATT-03 after a start the last 30 seconds are known', async () => {
  const now = new Date('2026-11-25T09:00:00Z')
  const near = touch({ at: now.getTime() - 29_000, visitor: 'v', link: 'near' })
  await inTransaction((req) => insertTouches(req, [near, touch({ at: now.getTime() - 31_000, visitor: 'v', link: 'far' })]))
  const recent = await loadRecentTouches(await createLocalReq({}, payload), now)
  expect(recent).toEqual([{ id: near.id, at: near.at, visitor: 'v', link: 'near' }])
})
