import type { PayloadRequest, Where } from 'payload'

export interface PieceFigures {
  clicks: number
  orders: number
  /** Minor units of the shop's currency. */
  commission: number
}

/** Sums over all days and placements by piece, of one author. */
export async function figuresOf(req: PayloadRequest, author: string): Promise<Map<string, PieceFigures>> {
  const where: Where = { author: { equals: author } }
  const select = { piece: true, clicks: true, orders: true, commission: true } as const
  const { docs } = await req.payload.find({
    collection: 'piece-stats',
    where,
    select,
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const sums = new Map<string, PieceFigures>()
  for (const { piece, clicks, orders, commission } of docs) {
    const sum = sums.get(piece) ?? { clicks: 0, orders: 0, commission: 0 }
    sums.set(piece, { clicks: sum.clicks + clicks, orders: sum.orders + orders, commission: sum.commission + commission })
  }
  return sums
}
