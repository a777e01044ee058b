import type { PayloadRequest } from 'payload'
import { newId } from '../../../lib/ids.ts'
import type { LedgerSeal } from '../../../payload-types.ts'
import type { Seal, SealedEntry } from '../chain.ts'
import type { StoredEntry } from '../store.ts'

/** The seals after a sequence number, in the order of the chain. */
export async function sealsAfter(req: PayloadRequest, to: number, limit: number): Promise<Seal[]> {
  const { docs } = await req.payload.db.find<LedgerSeal>({
    collection: 'ledger-seals',
    where: { to: { greater_than: to } },
    sort: 'to',
    limit,
    pagination: false,
    req,
  })
  return docs.map(({ from, to: last, previous, hash }) => ({ from, to: last, previous, hash }))
}

/** The end of the chain; null before the first seal. */
export async function lastSeal(req: PayloadRequest): Promise<Seal | null> {
  const { docs } = await req.payload.db.find<LedgerSeal>({ collection: 'ledger-seals', sort: '-to', limit: 1, pagination: false, req })
  const [seal] = docs
  return seal ? { from: seal.from, to: seal.to, previous: seal.previous, hash: seal.hash } : null
}

/** Its key makes two seals over the same entries impossible. */
export async function insertSeal(req: PayloadRequest, seal: Seal, at: Date): Promise<void> {
  const data = { id: newId(), key: `seal:${seal.from}`, ...seal, at: at.toISOString() }
  await req.payload.db.create({ collection: 'ledger-seals', data, returning: false, req })
}

/**
 * An entry as it is sealed: every column that flows write. One that came later is part of it only where it says something, so that the
 * seals over rows from before it stay what they are.
 */
export const sealedForm = ({ rate, actor, ...entry }: StoredEntry): SealedEntry => ({
  ...entry,
  rate: rate ? { ...rate } : null,
  ...(actor === null ? {} : { actor }),
})
