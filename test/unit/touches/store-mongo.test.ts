import type { PayloadRequest } from 'payload'
import { expect, it, vi } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { touchRecord } from '../../../src/modules/touches/index.ts'
import { insertTouches } from '../../../src/modules/touches/store.ts'

const session = { is: 'the session' }
function mongoRequest(transactionID: string | undefined, upsertedIds: Record<number, string> = {}) {
  const bulkWrite = vi.fn(async (_operations: object[], _options: object) => ({ upsertedIds }))
  const db = { name: 'mongoose', sessions: { t1: session }, collections: { touches: { collection: { bulkWrite } } } }
  return { req: { transactionID, payload: { db } } as unknown as PayloadRequest, bulkWrite }
}
const touch = touchRecord({ id: newId(), kind: 'click', at: Date.parse('2026-11-25T08:00:00.250Z'), link: 'l' })

it('on MongoDB a known id is left as it is instead of ending the transaction, and the write stands in the caller’s session', async () => {
  const { req, bulkWrite } = mongoRequest('t1')
  await insertTouches(req, [touch, touch])
  const [operations, options] = bulkWrite.mock.calls[0] ?? []
  expect(options).toMatchObject({ session })
  expect(operations).toHaveLength(1)
  const { updateOne } = (operations?.[0] ?? {}) as { updateOne: { filter: object; update: object; upsert: boolean } }
  expect(updateOne).toMatchObject({ filter: { _id: touch.id }, upsert: true })
  expect(Object.keys(updateOne.update)).toEqual(['$setOnInsert'])
  expect(updateOne.update).toMatchObject({ $setOnInsert: { link: 'l', at: new Date(touch.at), repeatOf: null } })
})

it('on MongoDB it answers the touches that were not there before, each once', async () => {
  const [fresh, known] = [touch, { ...touch, id: newId() }]
  const { req } = mongoRequest('t1', { 0: fresh.id })
  expect(await insertTouches(req, [fresh, known, fresh])).toEqual([fresh])
})

it('on MongoDB too nothing is written outside a transaction', async () => {
  for (const id of [undefined, 'ended']) {
    const { req, bulkWrite } = mongoRequest(id)
    await expect(insertTouches(req, [touch])).rejects.toThrow('ctx.tx')
    expect(bulkWrite).not.toHaveBeenCalled()
  }
})
