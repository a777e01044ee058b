import type { PayloadRequest } from 'payload'
import { newId } from '../../../lib/ids.ts'
import type { BookCheck } from '../../../payload-types.ts'
import type { Finding } from '../findings.ts'

/** A proof of the books, or of the ad labels, as it is kept. */
export interface BookCheckRow {
  kind: BookCheck['kind']
  looked: number
  findings: number
  seconds: number
  facts: { findings: Finding[]; figures: Record<string, number> }
  at: Date
}

export async function insertBookCheck(req: PayloadRequest, { at, ...row }: BookCheckRow): Promise<void> {
  await req.payload.db.create({ collection: 'book-checks', data: { id: newId(), ...row, at: at.toISOString() }, returning: false, req })
}

/** The newest proof of a kind; null when there was none. */
export async function lastBookCheck(req: PayloadRequest, kind: BookCheckRow['kind']): Promise<BookCheckRow | null> {
  const { docs } = await req.payload.db.find<BookCheck>({
    collection: 'book-checks',
    where: { kind: { equals: kind } },
    sort: ['-at', '-id'],
    limit: 1,
    pagination: false,
    req,
  })
  const [row] = docs
  if (!row) return null
  const { looked, findings, at } = row
  return { kind, looked, findings, seconds: row.seconds ?? 0, at: new Date(at), facts: row.facts as unknown as BookCheckRow['facts'] }
}
