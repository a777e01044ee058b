import type { PayloadRequest } from 'payload'
import { newId } from '../../../lib/ids.ts'

/**
 * Moves a counter in the caller's transaction and answers its new value. The first of all makes the row; of two firsts at once on MongoDB
 * the second runs again from its start, as of two that move it. SQLite has one writer.
 */
export async function bumpCounter(req: PayloadRequest, key: string, by = 1): Promise<number> {
  const moved = await req.payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key } },
    data: { value: { $inc: by } },
    options: { atomic: true },
    req,
  })
  if (moved) return Number((moved as unknown as { value: number }).value)
  await req.payload.db.create({ collection: 'counters', data: { id: newId(), key, value: by }, returning: false, req })
  return by
}
