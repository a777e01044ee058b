import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Correction } from '../../../payload-types.ts'

/** What finance did by hand. `order` is the id of the order, or of the sale of another shop; amounts are signed minor units. */
export type CorrectionRow = Omit<Correction, 'createdAt' | 'updatedAt' | 'creator' | 'claim'> & { creator: string; claim: string | null }

/** Its key makes a claim credited at most once: a second one throws. */
export const insertCorrection = async (req: PayloadRequest, row: CorrectionRow): Promise<void> =>
  void (await req.payload.db.create({ collection: 'corrections', data: { ...row }, returning: false, req }))

export const correctionsByIds = async (req: PayloadRequest, ids: readonly string[]): Promise<CorrectionRow[]> =>
  ids.length === 0 ? [] : find(req, { id: { in: [...ids] } })

export const correctionsOfOrder = (req: PayloadRequest, order: string): Promise<CorrectionRow[]> => find(req, { order: { equals: order } })

export const correctionsOfClaims = async (req: PayloadRequest, claims: readonly string[]): Promise<CorrectionRow[]> =>
  claims.length === 0 ? [] : find(req, { claim: { in: [...claims] } })

/** The newest first. */
export const latestCorrections = (req: PayloadRequest, kind: CorrectionRow['kind'], limit: number): Promise<CorrectionRow[]> =>
  find(req, { kind: { equals: kind } }, ['-at', '-id'], limit)

/** The next rows after an id, for who walks through all of them. */
export const correctionsAfter = (req: PayloadRequest, id: string, limit: number): Promise<CorrectionRow[]> =>
  find(req, { id: { greater_than: id } }, ['id'], limit)

async function find(req: PayloadRequest, where: Where, sort: string[] = ['at', 'id'], limit = 0): Promise<CorrectionRow[]> {
  const { docs } = await req.payload.db.find<Correction>({ collection: 'corrections', where, sort, limit, pagination: false, req })
  return docs.map((row) => ({ ...row, creator: idOf(row.creator), claim: row.claim ?? null }))
}
