import { type Block, type Inline, parseBody } from '../../lib/text.ts'
import { useT } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import type { PlacementView } from '../view/placement.ts'

/** Anchor of a product's row. */
export const rowId = (number: number): string => `product-${number}`

/** A piece's text. Marks `[[3]]` become numbers that lead to the product's row; a mark without a product shows nothing. */
export function BodyText({ body, placements, lang }: { body: string; placements: readonly PlacementView[]; lang: string }) {
  return (
    <div className="read" lang={lang}>
      {parseBody(body).map((block) => (
        <TextBlock key={block.span.start} block={block} placements={placements} />
      ))}
    </div>
  )
}

function TextBlock({ block, placements }: { block: Block; placements: readonly PlacementView[] }) {
  const inlines = block.inlines.map((inline) => <TextInline key={inline.span.start} inline={inline} placements={placements} />)
  return block.type === 'heading' ? <h2 className="h2 read-h">{inlines}</h2> : <p>{inlines}</p>
}

function TextInline({ inline, placements }: { inline: Inline; placements: readonly PlacementView[] }) {
  const t = useT(shop)
  if (inline.type === 'break') return <br />
  if (inline.type === 'text') return inline.text
  const placement = placements.find((one) => one.number === inline.number)
  if (!placement) return null
  return (
    <a
      className="mark-no"
      href={`#${rowId(placement.number)}`}
      aria-label={t('productMark', { number: placement.number, title: placement.product.title })}
    >
      {placement.number}
    </a>
  )
}
