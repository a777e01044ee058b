import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Creator } from '../../../payload-types.ts'

/** Ids in one question: a statement has room for so many. */
const part = 400

/** The creator profiles that these accounts own, by account. */
export async function listOwners(req: PayloadRequest, users: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(users)]
  const found = new Map<string, string>()
  for (let from = 0; from < ids.length; from += part) {
    const where = { user: { in: ids.slice(from, from + part) } }
    const { docs } = await req.payload.db.find<Creator>({ collection: 'creators', where, limit: 0, pagination: false, req })
    for (const { id, user } of docs) found.set(idOf(user), id)
  }
  return found
}
