import type { PayloadRequest } from 'payload'
import { newId } from '../../lib/ids.ts'
import type { PageTag } from '../../lib/page-tags.ts'

/**
 * Makes every kept page with one of these tags old: one row, written in the transaction of the change (`req`), so that it
 * exists if and only if the change does. Call it from every flow that changes what a public page shows.
 */
export async function purgePages(req: PayloadRequest, tags: readonly PageTag[]): Promise<void> {
  if (tags.length === 0) return
  await req.payload.db.create({ collection: 'cache-purges', data: { id: newId(), tags: [...new Set(tags)] }, req })
}
