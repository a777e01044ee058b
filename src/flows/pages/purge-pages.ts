import type { PayloadRequest } from 'payload'
import { type PageTag, purgedMark, purgeRow } from '../../lib/page-tags.ts'

/**
 * Makes every kept page with one of these tags old: one row, written in the transaction of the change (`req`), so that it
 * exists if and only if the change does. Call it from every flow that changes what a public page shows. After the commit
 * this process forgets the pages at once, others within a second.
 */
export async function purgePages(req: PayloadRequest, tags: readonly PageTag[]): Promise<void> {
  if (tags.length === 0) return
  await req.payload.db.create({ ...purgeRow(tags), req })
  req.context[purgedMark] = true
}
