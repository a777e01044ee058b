import type { PayloadRequest } from 'payload'
import { findLinkRows } from '../../modules/catalogue/store/links.ts'
import { earningsOf } from '../programmes/link-earnings.ts'

/** What these links may earn, basis points by link id; one that is switched off is absent. */
export async function ratesOfLinks(req: PayloadRequest, ids: readonly string[], now: Date): Promise<Map<string, number>> {
  const links = await findLinkRows(req, { ids })
  const earnings = await earningsOf(req, links, now)
  return new Map(links.map(({ id }, index) => [id, earnings[index]!]))
}
