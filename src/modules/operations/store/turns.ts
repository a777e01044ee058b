import type { PayloadRequest } from 'payload'
import { newId } from '../../../lib/ids.ts'

/**
 * Those that take the same turn go one after the other, in the caller's transaction; before it reads. For what is read and then
 * written beside it: at most so many rows of somebody's, one row of a kind. On MongoDB each of two transactions sees the moment when it
 * began and would write on; moving one row makes them meet, and the second runs again. SQLite has one writer and needs nothing.
 */
export async function takeTurn(req: PayloadRequest, at: string): Promise<void> {
  const { db } = req.payload
  if (db.name === 'sqlite') return
  const key = `turn:${at}`
  const where = { key: { equals: key } }
  const moved = await db.updateOne({ collection: 'counters', where, data: { value: { $inc: 1 } }, options: { atomic: true }, req })
  if (!moved) await db.create({ collection: 'counters', data: { id: newId(), key, value: 1 }, returning: false, req })
}
