import type { PayloadRequest } from 'payload'
import { findLinkRows, type LinkRow } from '../../modules/catalogue/store/links.ts'
import { type Earned, earnedBy } from './code-earnings.ts'

/** A link, and what its creator may earn on its product. */
export type EarningRow = LinkRow & Earned

/** Those of these links that are in use, by id. */
export async function findEarningRows(req: PayloadRequest, ids: readonly string[], at: Date): Promise<Map<string, EarningRow>> {
  const links = await findLinkRows(req, { ids })
  const earned = await earnedBy(req, links, at)
  return new Map(links.map((link, index) => [link.id, { ...link, ...earned[index]! }]))
}

/** DIS-1, DIS-3: whether readers must be told of it. */
export const bearsCommission = (row: Earned | undefined): boolean => row !== undefined && (row.rateBps > 0 || row.codeEarns)
