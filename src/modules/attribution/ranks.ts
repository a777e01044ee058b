/** ATT-35: a creator's tier from a moment on; null is none. `isDown` where sales took her there, with a notice of its own. */
export interface RankMove {
  tier: string | null
  from: Date
  isDown: boolean
}

/**
 * The tier by which a past moment is judged today. Going up can lower what she gets for a product that paid more by itself, and that is a
 * cut as any other (ATT-15): the moments before keep the tier of then. Going down has its own notice (ATT-35): from then on
 * the higher tier counts for no moment at all.
 */
export function rankAt(moves: readonly RankMove[], reached: (moment: Date) => boolean): string | null {
  let tier = moves.at(-1)?.tier ?? null
  for (let index = moves.length - 1; index >= 0; index--) {
    const move = moves[index]!
    if (reached(move.from)) return tier
    if (!move.isDown) tier = moves[index - 1]?.tier ?? null
  }
  return tier
}

/** A row of `creator-tiers`: from `from` on this tier, written at `at`. */
export interface RankRow {
  tier: string
  from: Date
  at: Date
}

/** The moves that rows in force made. Of those in force at a moment the one that was written last stands: it may take back a notice. */
export function ranksOf(rows: readonly RankRow[]): RankMove[] {
  const moments = [...rows].sort((a, b) => a.from.getTime() - b.from.getTime())
  return moments.map(({ from }) => {
    const known = moments.filter((row) => row.from <= from)
    const last = known.reduce((best, row) => (row.at >= best.at ? row : best))
    return { tier: last.tier, from, isDown: last.from > last.at }
  })
}
