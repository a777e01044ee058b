/** What the counters need of a click on a link inside a piece. */
export interface PieceClick {
  piece: string
  /** Creator whose link it was. */
  creator: string
  placement: string | null
  /** Milliseconds since the epoch. */
  at: number
}

export interface ClicksOfDay {
  piece: string
  author: string
  placement: string | null
  /** ISO date in the given time zone. */
  day: string
  clicks: number
}

/**
 * Clicks summed by piece, placement and day of the site's calendar, always in the same order, so that two transactions
 * that count the same pieces never wait for each other crosswise.
 */
export function sumClicks(clicks: readonly PieceClick[], timeZone: string): ClicksOfDay[] {
  const dayOf = daysIn(timeZone)
  const sums = new Map<string, ClicksOfDay>()
  for (const { piece, creator, placement, at } of clicks) {
    const day = dayOf(at)
    const key = `${piece} ${placement} ${day}`
    const sum = sums.get(key)
    if (sum) sum.clicks += 1
    else sums.set(key, { piece, author: creator, placement, day, clicks: 1 })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}

/** The day of a time in this zone, asked once for each quarter of an hour: no zone's day begins within one. */
function daysIn(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  const known = new Map<number, string>()
  return (at) => {
    const quarter = Math.floor(at / 900_000)
    const day = known.get(quarter) ?? format.format(at)
    known.set(quarter, day)
    return day
  }
}
