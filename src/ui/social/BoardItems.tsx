import type { ReactNode } from 'react'
import { PieceCard } from '../shop/PieceCard.tsx'
import { ProductCard } from '../shop/ProductCard.tsx'
import type { BoardItemView } from '../view/social.ts'

const sizes = '(min-width:1320px) 17vw, (min-width:1000px) 22vw, (min-width:768px) 30vw, 46vw'

/** What is on a board, newest first: pieces and products in one grid, in the order of the document. */
export function BoardItems({ items, tools }: { items: readonly BoardItemView[]; tools?: (item: BoardItemView) => ReactNode }) {
  return (
    <ul className="bitems">
      {items.map((item) => (
        <li key={item.target} className="bitem">
          {item.kind === 'piece' ? (
            <PieceCard piece={item.piece} sizes={sizes} level={3} />
          ) : (
            <ProductCard product={item.product} sizes={sizes} />
          )}
          {tools?.(item)}
        </li>
      ))}
    </ul>
  )
}
