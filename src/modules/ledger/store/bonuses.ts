import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Bonus } from '../../../payload-types.ts'

export type BonusRow = Omit<Bonus, 'createdAt' | 'updatedAt' | 'creator' | 'programme'> & { creator: string; programme: string | null }

export const insertBonus = async (req: PayloadRequest, row: BonusRow): Promise<void> =>
  void (await req.payload.db.create({ collection: 'bonuses', data: { ...row }, returning: false, req }))

export const findBonus = async (req: PayloadRequest, id: string): Promise<BonusRow | null> =>
  (await find(req, { id: { equals: id } }))[0] ?? null

export const bonusesByState = (req: PayloadRequest, state: BonusRow['state']): Promise<BonusRow[]> =>
  find(req, { state: { equals: state } })

/** Those about one piece, whatever became of them. */
export const bonusesOfPiece = (req: PayloadRequest, piece: string): Promise<BonusRow[]> => find(req, { piece: { equals: piece } })

/** The next bonuses after an id, for who walks through all of them. */
export const bonusesAfter = async (req: PayloadRequest, id: string, limit: number): Promise<BonusRow[]> =>
  find(req, { id: { greater_than: id } }, { sort: ['id'], limit })

export const bonusesByIds = async (req: PayloadRequest, ids: readonly string[]): Promise<BonusRow[]> =>
  ids.length === 0 ? [] : find(req, { id: { in: [...ids] } })

export const allBonuses = (req: PayloadRequest): Promise<BonusRow[]> => find(req, {})

/** One conditional write: false when it was decided already. */
export async function decideBonusRow(
  req: PayloadRequest,
  id: string,
  data: { state: 'granted' | 'refused'; decidedBy: string; decidedAt: string },
): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: 'proposed' } }] }
  return (await req.payload.db.updateOne({ collection: 'bonuses', where, data, options: { atomic: true }, req })) !== null
}

async function find(req: PayloadRequest, where: Where, { sort = ['-at', '-id'], limit = 0 } = {}): Promise<BonusRow[]> {
  const { docs } = await req.payload.db.find<Bonus>({
    collection: 'bonuses',
    where,
    sort,
    limit,
    pagination: false,
    req,
  })
  return docs.map((row) => ({ ...row, creator: idOf(row.creator), programme: row.programme ? idOf(row.programme) : null }))
}
