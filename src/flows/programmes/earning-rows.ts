import type { PayloadRequest } from 'payload'
import { findLinkRows, type LinkRow } from '../../modules/catalogue/store/links.ts'
import { codesEarnOn } from './code-earnings.ts'
import { earningsOf } from './link-earnings.ts'

/** A link, and what its creator may earn on its product. */
export interface EarningRow extends LinkRow {
  /** By the link from any source, basis points; 0 gives nothing (DIS-1). */
  rateBps: number
  /** A code of hers may earn on it (DIS-3). */
  codeEarns: boolean
}

/** Those of these links that are in use, by id. */
export async function findEarningRows(req: PayloadRequest, ids: readonly string[], at: Date): Promise<Map<string, EarningRow>> {
  const links = await findLinkRows(req, { ids })
  const rates = await earningsOf(req, links, at)
  const byCode = await codesEarnOn(req, links, at)
  return new Map(links.map((link, index) => [link.id, { ...link, rateBps: rates[index]!, codeEarns: byCode[index]! }]))
}

/** DIS-1, DIS-3: whether readers must be told of it. */
export const bearsCommission = (row: Pick<EarningRow, 'rateBps' | 'codeEarns'> | undefined): boolean =>
  row !== undefined && (row.rateBps > 0 || row.codeEarns)
