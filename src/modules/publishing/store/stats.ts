import type { PayloadRequest, Where } from 'payload'

export interface PieceFigures {
  views: number
  clicks: number
  orders: number
  /** Minor units of the shop's currency. */
  commission: number
}

/** Sums over all days and placements by piece, of one author. */
export async function figuresOf(req: PayloadRequest, author: string): Promise<Map<string, PieceFigures>> {
  const where: Where = { author: { equals: author } }
  const select = { piece: true, views: true, clicks: true, orders: true, commission: true } as const
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
  for (const { piece, views, clicks, orders, commission } of docs) {
    const sum = sums.get(piece) ?? { views: 0, clicks: 0, orders: 0, commission: 0 }
    sums.set(piece, {
      views: sum.views + views,
      clicks: sum.clicks + clicks,
      orders: sum.orders + orders,
      commission: sum.commission + commission,
    })
  }
  return sums
}

/** What was counted on one day of the shop's calendar. */
export interface DayFigures {
  /** ISO date, such as `2026-11-02`. */
  day: string
  views: number
  clicks: number
  orders: number
}

/** Sums over placements by day, from a day on: of all pieces of an author, or of one of them. Days without a count are not there. */
export async function dailyFiguresOf(
  req: PayloadRequest,
  { author, piece, from }: { author: string; piece?: string | undefined; from: string },
): Promise<Map<string, DayFigures>> {
  const { docs } = await req.payload.find({
    collection: 'piece-stats',
    where: {
      and: [{ author: { equals: author } }, { day: { greater_than_equal: from } }, ...(piece ? [{ piece: { equals: piece } }] : [])],
    },
    select: { day: true, views: true, clicks: true, orders: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const days = new Map<string, DayFigures>()
  for (const { day, views, clicks, orders } of docs) {
    const sum = days.get(day) ?? { day, views: 0, clicks: 0, orders: 0 }
    days.set(day, { day, views: sum.views + views, clicks: sum.clicks + clicks, orders: sum.orders + orders })
  }
  return days
}
