import type { PayloadRequest } from 'payload'
import { type PieceClick, sumClicks } from '../clicks.ts'
import { addToPieceStats } from './piece-stats.ts'

/**
 * Adds clicks to the counters of their pieces, in the transaction that stores the touches: a click is counted exactly when
 * its touch is stored. Clicks of a creator whose row is gone are left out: touches outlive it, counters belong to it.
 */
export async function addClicks(req: PayloadRequest, clicks: readonly PieceClick[]): Promise<void> {
  if (clicks.length === 0) return
  const authors = await knownAuthors(
    req,
    clicks.map(({ creator }) => creator),
  )
  const { timeZone } = await req.payload.findGlobal({
    slug: 'shop-settings',
    depth: 0,
    overrideAccess: true,
    select: { timeZone: true },
    req,
  })
  const known = clicks.filter(({ creator }) => authors.has(creator))
  for (const { clicks: count, ...row } of sumClicks(known, timeZone || 'Asia/Shanghai'))
    await addToPieceStats(req, { ...row, add: { clicks: count } })
}

async function knownAuthors(req: PayloadRequest, creators: readonly string[]): Promise<Set<string>> {
  const ids = [...new Set(creators)]
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'creators',
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    req,
  })
  return new Set(docs.map(({ id }) => id))
}
