/** What placing a card needs to know about it. Its words have a fixed height, so that nothing has to be measured. */
export interface CardShape {
  /** Height over width of the picture as the feed shows it. */
  tall: number
  /** It has a line above the title (ad label, bought). */
  kicker: boolean
}

/** Where a card stands: its column and what is above it there. */
export interface Spot {
  column: number
  /** Sum of `tall` of the pictures above. */
  pictures: number
  cards: number
  kickers: number
}

export interface Masonry {
  spots: Spot[]
  /** What each column holds in all; gives the height of the whole. */
  columns: Omit<Spot, 'column'>[]
}

/** Heights used to compare columns, in px: words of a card with its gap, a kicker line; and a column's width at each number of columns. */
const cellHeight = 128
const kickerHeight = 25
const columnWidths: Record<number, number> = { 2: 178, 3: 210, 4: 220, 5: 208 }

/**
 * Puts each card into the column that is shortest so far, the first of equals: the DOM keeps the ranking's order,
 * and adding cards at the end moves none of those before. The screen turns the sums into lengths with its real
 * column width, so that the same HTML is right at every width.
 */
export function placeCards(cards: readonly CardShape[], columnCount: number): Masonry {
  const width = columnWidths[columnCount] ?? 210
  const columns = Array.from({ length: columnCount }, () => ({ pictures: 0, cards: 0, kickers: 0 }))
  const height = (one: Omit<Spot, 'column'>) => one.pictures * width + one.cards * cellHeight + one.kickers * kickerHeight
  const spots = cards.map((card) => {
    const column = columns.reduce((best, one, at) => (height(one) < height(columns[best] ?? one) - 0.5 ? at : best), 0)
    const above = columns[column]
    if (!above) throw new RangeError(`Expected at least one column, got ${columnCount}`)
    const spot = { column, ...above }
    above.pictures += card.tall
    above.cards += 1
    above.kickers += card.kicker ? 1 : 0
    return spot
  })
  return { spots, columns }
}

const round = (value: number) => Math.round(value * 10_000) / 10_000

/** A spot's sums as a CSS length. `--w` is the column's width, `--cell` and `--kick` the heights of the words. */
const length = (one: Omit<Spot, 'column'>) =>
  `calc(${round(one.pictures)}*var(--w) + ${one.cards}*var(--cell) + ${one.kickers}*var(--kick))`

/** The custom properties of one card for each number of columns: `--c2` its column, `--y2` its top, and so on. */
export const cardVariables = (layouts: ReadonlyMap<number, Masonry>, at: number): Record<string, string> =>
  Object.fromEntries(
    [...layouts].flatMap(([count, layout]) => {
      const spot = layout.spots[at]
      return spot
        ? [
            [`--c${count}`, String(spot.column)],
            [`--y${count}`, length(spot)],
          ]
        : []
    }),
  )

/** The custom properties of the whole: its height `--h2` … as the tallest column. */
export const feedVariables = (layouts: ReadonlyMap<number, Masonry>): Record<string, string> =>
  Object.fromEntries([...layouts].map(([count, layout]) => [`--h${count}`, `max(${layout.columns.map(length).join(',')})`]))
