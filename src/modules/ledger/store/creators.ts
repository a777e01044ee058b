import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'

/** Ids of all creators who have entries, in the order of their ids. */
export async function creatorsInBooks(req: PayloadRequest): Promise<string[]> {
  const { values } = await req.payload.db.findDistinct({
    collection: 'ledger-entries',
    field: 'creator',
    where: { creator: { exists: true } },
    req,
  })
  const ids = values.flatMap(({ creator }) => (creator ? [idOf(creator as string | { id: string })] : []))
  return [...new Set(ids)].sort()
}
