/** ATT-15: how long a cut waits for those who promote already, in milliseconds. */
export const noticeMs = 30 * 86_400_000

/** One row of the log of rates, as far as its height goes. Basis points; null is no rate of its own. */
export interface LoggedRate {
  source: string
  target: string | null
  fromBps: number | null
  toBps: number | null
  announcedAt: Date
}

/** A programme's own rate, that of goods a touch did not name (ATT-13), and those of its tiers (ATT-35). Basis points. */
export interface RatesNow {
  rateBps: number
  indirectRateBps: number | null
  tierBps: readonly number[]
}

/**
 * The most that a programme may give by any source (ATT-14), basis points: its own rates, its tiers', what stands in its log, and what
 * stood there in the last 30 days, which creators who promote already still have (ATT-15). The log in any order; leave out rows that
 * are about somebody or something else, and the answer is about what is left. What a creator gets by a programme that she was invited
 * to is that programme's to say.
 */
export function mostRate({ rateBps, indirectRateBps, tierBps }: RatesNow, log: readonly LoggedRate[], at: Date): number {
  const since = at.getTime() - noticeMs
  const newest = new Map<string, LoggedRate>()
  for (const row of log) {
    const key = `${row.source} ${row.target ?? ''}`
    const known = newest.get(key)
    if (!known || known.announcedAt <= row.announcedAt) newest.set(key, row)
  }
  const logged = log.flatMap((row) => {
    if (row.announcedAt.getTime() > since) return [row.fromBps ?? 0, row.toBps ?? 0]
    return newest.get(`${row.source} ${row.target ?? ''}`) === row ? [row.toBps ?? 0] : []
  })
  return Math.max(0, rateBps, indirectRateBps ?? 0, ...tierBps, ...logged)
}
