import { Link } from 'react-router'
import { htmlLang, langOf, useFormat, useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import { AdBadge, BoughtBadge } from '../primitives/Badge.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { creatorPath, topicPath } from '../view/piece.ts'
import { paidFor } from '../view/placement.ts'
import type { PieceView } from '../view/post.ts'
import { Feed } from './Feed.tsx'
import { FollowButton } from './FollowButton.tsx'
import { ProductRow } from './ProductRow.tsx'

/** Who wrote it, and following her. */
export function Author({ creator }: { creator: PieceView['creator'] }) {
  const t = useT(shop)
  const to = useTo()
  const format = useFormat()
  const followers = t('followersCount', { count: creator.followers, shown: format.count(creator.followers) })
  return (
    <header className="author row">
      <Link className="row grow author-link" to={to(creatorPath(creator))}>
        <Avatar media={creator.avatar} name={creator.name} size={40} />
        <span className="grow">
          <span className="b author-name">{creator.name}</span>
          <span className="t12 c3 author-fact">{[...creator.verticals.slice(0, 2), followers].join(' · ')}</span>
        </span>
      </Link>
      <FollowButton creator={creator} size="sm" />
    </header>
  )
}

/**
 * The kicker above the headline: what is paid for, in the first screen; opened, product by product. Nothing where nothing
 * was paid and nothing is sold, but for the author's own purchase, which is said either way.
 */
export function Disclosure({ piece }: { piece: Pick<PieceView, 'labels' | 'placements' | 'bought'> }) {
  const sentence = usePaidFor(piece)
  if (piece.labels.length === 0 && !piece.bought) return null
  const line = (
    <>
      <span className="row wrapx gap1">
        {piece.labels.map((label) => (
          <AdBadge key={label} label={label} />
        ))}
        {piece.bought ? <BoughtBadge /> : null}
      </span>
      {sentence ? <span className="grow">{sentence}</span> : null}
    </>
  )
  if (!sentence) return <div className="disc">{line}</div>
  return (
    <details className="disc-more">
      <summary className="disc">
        <span className="disc-line">{line}</span>
        <Icon name="chevronDown" size={16} className="disc-turn" />
      </summary>
      <PaidList placements={piece.placements} />
    </details>
  )
}

/** Each product with what is paid for it, at its present price. */
function PaidList({ placements }: Pick<PieceView, 'placements'>) {
  const t = useT(shop)
  const ts = useT(storefront)
  const format = useFormat()
  const sold = placements.filter(({ product }) => !product.withdrawn)
  return (
    <div className="disc-list t13">
      <ul>
        {sold.map(({ id, number, product, credit }) => (
          <li key={id}>
            <span className="grow" {...langOf(product.lang)}>
              {number}. {product.title}
            </span>
            <span className="num c2">
              {credit ? ts('paysRate', { rate: format.rate(credit.basisPoints), amount: format.money(credit.amount) }) : ts('paysNothing')}
            </span>
          </li>
        ))}
      </ul>
      {sold.some(({ credit }) => credit) ? <p className="c3">{t('creditNote')}</p> : null}
    </div>
  )
}

/** At most so many products are named; more are counted. */
const NAMED = 3

/** What is paid for, from the products' own terms: no author words it. Null where the label already says all there is. */
function usePaidFor({ labels, placements }: Pick<PieceView, 'labels' | 'placements'>): string | null {
  const t = useT(shop)
  const format = useFormat()
  const { paid, free } = paidFor(placements)
  const count = paid.length + free.length
  if (count === 0) return null
  if (paid.length === 0) return labels.includes('ad') ? t('paidForNone') : null
  if (free.length === 0) return t('paidForAll', { count })
  if (count > NAMED) return t('paidForMany', { count, paid: paid.length })
  return t('paidForSome', { paid: format.list(paid), free: format.list(free) })
}

/** Topics, when it was published and edited, its translation. */
export function PieceFoot({ piece }: { piece: PieceView }) {
  const t = useT(shop)
  const to = useTo()
  const format = useFormat()
  const edited = piece.editedAt ? format.date(piece.editedAt) : undefined
  const facts = [t('publishedAt', { date: format.date(piece.publishedAt, { year: true }) })]
  if (edited) facts.push(piece.editNote ? t('editedWith', { date: edited, note: piece.editNote }) : t('editedAt', { date: edited }))
  return (
    <>
      {piece.topics.length > 0 ? (
        <div className="row wrapx gap1 piece-topics">
          {piece.topics.map((topic) => (
            <Link key={topic.slug} className="tag tag-g" to={to(topicPath(topic))}>
              # {topic.name}
            </Link>
          ))}
        </div>
      ) : null}
      <p className="t12 c3 piece-facts">
        {facts.join(' · ')}
        {piece.translation ? (
          <>
            {' · '}
            <a
              className="link"
              href={piece.translation.path}
              hrefLang={htmlLang[piece.translation.lang]}
              lang={htmlLang[piece.translation.lang]}
            >
              {t('translation')}
            </a>
          </>
        ) : null}
      </p>
    </>
  )
}

/** The numbered products of a piece as rows. `heading` says where they are: in the picture, the video, the text. */
export function ProductRows({ piece, heading, onSeek }: { piece: PieceView; heading: string; onSeek?: (second: number) => void }) {
  const t = useT(shop)
  if (piece.placements.length === 0) return null
  const paid = piece.placements.some((placement) => placement.credit)
  return (
    <section className="sec" id="products">
      <header>
        <h2 className="h2">{heading}</h2>
      </header>
      <div className="stack">
        {piece.placements.map((placement) => (
          <ProductRow key={placement.id} placement={placement} onSeek={onSeek} />
        ))}
      </div>
      {paid ? <p className="t12 c3 credit-note">{t('creditNote')}</p> : null}
    </section>
  )
}

/** Other pieces below one. */
export function Related({ piece }: { piece: Pick<PieceView, 'related'> }) {
  const t = useT(shop)
  if (piece.related.length === 0) return null
  return (
    <section className="rel sec">
      <header>
        <h2 className="h2">{t('related')}</h2>
      </header>
      <Feed pieces={piece.related} label={t('related')} most={4} level={3} />
    </section>
  )
}
