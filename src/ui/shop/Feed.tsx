import type { CSSProperties } from 'react'
import { cx } from '../primitives/class-names.ts'
import type { PieceCardView } from '../view/piece.ts'
import { cardVariables, feedVariables, placeCards } from './masonry.ts'
import { cardRatio, hasKicker, PieceCard } from './PieceCard.tsx'

interface FeedProps {
  pieces: readonly PieceCardView[]
  label: string
  /** At most so many columns: 5 on the home page, 4 beside other things. */
  most?: 4 | 5
  /** The first cards are loaded at once: they are what one sees. */
  priority?: number
  level?: 2 | 3
}

const sizesOf = {
  4: '(min-width:1000px) 24vw, (min-width:768px) 30vw, 46vw',
  5: '(min-width:1320px) 17vw, (min-width:1000px) 22vw, (min-width:768px) 30vw, 46vw',
}

/**
 * Cards in 2 to 5 columns, each in the shortest one, placed on the server by known ratios. Order in the document is
 * the ranking's. The width of the window chooses among the placements by CSS, so nothing moves when the script comes.
 */
export function Feed({ pieces, label, most = 5, priority = 0, level = 2 }: FeedProps) {
  const shapes = pieces.map((piece) => ({ tall: 1 / cardRatio(piece).value, kicker: hasKicker(piece) }))
  const counts = most === 5 ? [2, 3, 4, 5] : [2, 3, 4]
  const layouts = new Map(counts.map((count) => [count, placeCards(shapes, count)]))
  return (
    <div className="feed-in">
      <section className={cx('feed', most === 4 && 'most4')} aria-label={label} style={feedVariables(layouts) as CSSProperties}>
        {pieces.map((piece, at) => (
          <div key={piece.id} className="feed-at" style={cardVariables(layouts, at) as CSSProperties}>
            <PieceCard piece={piece} sizes={sizesOf[most]} priority={at < priority} level={level} />
          </div>
        ))}
      </section>
    </div>
  )
}
