import type { PayloadRequest } from 'payload'

/** Gives a creator's profile its portrait and words. */
export async function dressProfile(
  req: PayloadRequest,
  id: string,
  data: {
    displayName?: string
    bio?: string
    avatar?: string
    verticals?: ('outdoor' | 'home' | 'kitchen' | 'food' | 'fashion' | 'skincare' | 'digital' | 'other')[]
  },
): Promise<void> {
  await req.payload.update({ collection: 'creators', id, data, depth: 0, overrideAccess: true, req })
}

/** Says since when a creator is here. The row is written whole: SQLite's adapter puts lists only with the row that they belong to. */
export async function backdateProfile(req: PayloadRequest, id: string, since: Date): Promise<void> {
  const where = { id: { equals: id } }
  const row = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({ collection: 'creators', where, req })
  if (row) await req.payload.db.updateOne({ collection: 'creators', where, data: { ...row, createdAt: since.toISOString() }, req })
}

/** Suspends a profile as an admin does it: nothing of hers is public from then on. */
export async function suspendProfile(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.update({ collection: 'creators', id, data: { status: 'suspended' }, depth: 0, overrideAccess: true, req })
}

/** Ends a suspension. */
export async function reinstateProfile(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.update({ collection: 'creators', id, data: { status: 'active' }, depth: 0, overrideAccess: true, req })
}
