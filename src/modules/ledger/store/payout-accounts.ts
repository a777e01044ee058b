import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { PayoutAccount } from '../../../payload-types.ts'

/** Where a creator is paid, as it is stored: sealed. Only who sends a payout opens it. */
export type PayoutAccountRow = Pick<PayoutAccount, 'method' | 'sealed' | 'masked' | 'fingerprint' | 'changedAt'> & { creator: string }

export async function accountsOf(req: PayloadRequest, creators: readonly string[]): Promise<Map<string, PayoutAccountRow>> {
  if (creators.length === 0) return new Map()
  const rows = await find(req, { key: { in: [...creators] } })
  return new Map(rows.map((row) => [row.creator, row]))
}

export const accountOf = async (req: PayloadRequest, creator: string): Promise<PayoutAccountRow | null> =>
  (await accountsOf(req, [creator])).get(creator) ?? null

/** Creators other than this one who are paid to the same place (ATT-20, ATT-37). */
export const sharingFingerprint = async (req: PayloadRequest, fingerprint: string, creator: string): Promise<string[]> =>
  (await find(req, { fingerprint: { equals: fingerprint } })).map((row) => row.creator).filter((other) => other !== creator)

/** Writes the one account of a creator. Two first ones at once end in a duplicate key. */
export async function putAccount(req: PayloadRequest, { creator, ...row }: PayoutAccountRow): Promise<void> {
  const where: Where = { key: { equals: creator } }
  const changed = await req.payload.db.updateOne({ collection: 'payout-accounts', where, data: row, options: { atomic: true }, req })
  if (!changed)
    await req.payload.db.create({
      collection: 'payout-accounts',
      data: { id: newId(), key: creator, creator, ...row },
      returning: false,
      req,
    })
}

async function find(req: PayloadRequest, where: Where): Promise<PayoutAccountRow[]> {
  const { docs } = await req.payload.db.find<PayoutAccount>({ collection: 'payout-accounts', where, limit: 0, pagination: false, req })
  return docs.map(({ creator, method, sealed, masked, fingerprint, changedAt }) => ({
    ...{ creator: idOf(creator), method, sealed, masked, fingerprint, changedAt },
  }))
}
