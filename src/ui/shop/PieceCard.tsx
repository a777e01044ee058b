import { Link } from 'react-router'
import { formatDuration, htmlLang, useFormat, useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import { AdBadge, BoughtBadge } from '../primitives/Badge.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { Picture } from '../primitives/Picture.tsx'
import { feedRatio } from '../primitives/picture.ts'
import { type PieceCardView, piecePath } from '../view/piece.ts'
import { Highlight } from './Highlight.tsx'
import { LikeButton } from './LikeButton.tsx'

/** Whether a card has a line above its title. */
export const hasKicker = (piece: PieceCardView): boolean => Boolean(piece.label ?? piece.bought)

/** The ratio in which the feed shows a card's picture: 1:1 where there is none. */
export const cardRatio = (piece: PieceCardView) => feedRatio(piece.picture?.width ?? 1, piece.picture?.height ?? 1)

/** A piece: picture, then words on paper. The whole card is one link; the like is a button of its own. */
export function PieceCard({
  piece,
  priority,
  sizes,
  level = 2,
}: {
  piece: PieceCardView
  priority?: boolean
  sizes: string
  level?: 2 | 3
}) {
  const to = useTo()
  const Heading = `h${level}` as const
  return (
    <article className="note">
      {piece.picture ? (
        <Picture media={piece.picture} sizes={sizes} ratio={cardRatio(piece).css} priority={priority}>
          <Plates piece={piece} />
        </Picture>
      ) : (
        <span className="pic pic-words" style={{ ['--ar' as string]: '1/1' }} aria-hidden="true">
          <span className="display t20">{piece.title}</span>
          <Plates piece={piece} />
        </span>
      )}
      <div className="body">
        <Kicker piece={piece} />
        <Heading className="note-title clamp2" lang={htmlLang[piece.lang]}>
          <Link to={to(piecePath(piece))} prefetch="intent">
            <Highlight text={piece.title} parts={piece.titleParts} />
          </Link>
        </Heading>
        <div className="by">
          <Avatar media={piece.creator.avatar} name={piece.creator.name} />
          <span className="who">{piece.creator.name}</span>
          <LikeButton pieceId={piece.id} count={piece.likes} />
        </div>
      </div>
    </article>
  )
}

/** The label, which always stays, and the author's own purchase: in a feed only where the line has room for both. */
function Kicker({ piece: { label, bought } }: { piece: PieceCardView }) {
  if (!label) return bought ? <BoughtBadge /> : null
  if (!bought) return <AdBadge label={label} />
  return (
    <span className="kicker">
      <AdBadge label={label} />
      <BoughtBadge />
    </span>
  )
}

/** Length at the top right, price at the bottom left. */
function Plates({ piece }: { piece: PieceCardView }) {
  const t = useT(shop)
  const tc = useT(common)
  const format = useFormat()
  const length = piece.durationSeconds === undefined ? undefined : formatDuration(piece.durationSeconds)
  const price = piece.price ? format.money(piece.price.from, { cents: 'omit-zero' }) : ''
  return (
    <>
      {piece.kind === 'video-note' ? (
        <span className="ov ov-dark ov-tr">
          <Icon name="play" size={14} />
          <span className="sr">{t('videoLength', { length: length ?? '' })}</span>
          <span aria-hidden="true">{length}</span>
        </span>
      ) : null}
      {piece.price?.soldOut ? (
        <span className="ov ov-plate ov-bl ov-out">
          <span className="sr">{t('buyableSoldOut')}</span>
          <span aria-hidden="true">{tc('soldOut')}</span>
        </span>
      ) : piece.price ? (
        <span className="ov ov-plate ov-bl">
          <Icon name="bag" size={14} />
          <span className="sr">{t('buyableFrom', { price })}</span>
          <span className="num" aria-hidden="true">
            {price}
          </span>
        </span>
      ) : null}
    </>
  )
}
