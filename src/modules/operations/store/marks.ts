import type { PayloadRequest } from 'payload'
import { newId } from '../../../lib/ids.ts'

/** A number under a name, such as the day on which something was done last; null before the first. */
export async function readMark(req: PayloadRequest, key: string): Promise<number | null> {
  const { docs } = await req.payload.db.find<{ id: string; value: number }>({
    collection: 'counters',
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.value ?? null
}

export async function moveMark(req: PayloadRequest, key: string, value: number): Promise<void> {
  const moved = await req.payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key } },
    data: { value },
    options: { atomic: true },
    req,
  })
  if (!moved) await req.payload.db.create({ collection: 'counters', data: { id: newId(), key, value }, returning: false, req })
}
