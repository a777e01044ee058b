import type { PayloadRequest, Where } from 'payload'
import { newId } from '../../../lib/ids.ts'

const counted = ['views', 'clicks', 'orders', 'units', 'commission'] as const

export interface PieceCounts {
  piece: string
  /** Creator whose piece it is. */
  author: string
  placement: string | null
  /** ISO date in the site's time zone. */
  day: string
  /** What to add; negative takes back. `commission` in minor units. */
  add: Partial<Record<(typeof counted)[number], number>>
}

/** One row per piece, placement and day. */
export const pieceStatsKey = ({ piece, placement, day }: Pick<PieceCounts, 'piece' | 'placement' | 'day'>): string =>
  `${piece}:${placement ?? '-'}:${day}`

/** Adds to a piece's counters of one day in the caller's transaction. Two firsts at once end in a duplicate key: run it again. */
export async function addToPieceStats(req: PayloadRequest, { add, ...row }: PieceCounts): Promise<void> {
  const changes = counted.filter((name) => add[name]).map((name) => [name, add[name]!] as const)
  if (changes.length === 0) return
  const key = pieceStatsKey(row)
  const moved = await req.payload.db.updateOne({
    collection: 'piece-stats',
    where: { key: { equals: key } },
    data: Object.fromEntries(changes.map(([name, by]) => [name, { $inc: by }])),
    options: { atomic: true },
    req,
  })
  if (moved) return
  const none = Object.fromEntries(counted.map((name) => [name, 0]))
  await req.payload.db.create({
    collection: 'piece-stats',
    data: { id: newId(), key, ...row, ...none, ...Object.fromEntries(changes) },
    returning: false,
    req,
  })
}

type StatsRow = { id: string; piece: string } & Record<(typeof counted)[number], number>

/** Every row of the counters, of one piece or of all, in batches. */
export async function* statsOfAllPieces(req: PayloadRequest, piece: string | null = null): AsyncGenerator<StatsRow> {
  const only: Where[] = piece === null ? [] : [{ piece: { equals: piece } }]
  for (let after = ''; ; ) {
    const { docs } = await req.payload.db.find<StatsRow>({
      collection: 'piece-stats',
      where: { and: [{ id: { greater_than: after } }, ...only] },
      sort: 'id',
      limit: 500,
      pagination: false,
      req,
    })
    if (docs.length === 0) return
    yield* docs
    after = docs.at(-1)!.id
  }
}
