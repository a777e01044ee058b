import { langOf, useLocale, useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { cx } from '../primitives/class-names.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Picture } from '../primitives/Picture.tsx'
import { Price } from '../primitives/Price.tsx'
import { type PlacementView, placementHref } from '../view/placement.ts'
import { type CardPlace, type DrawnSpot, placeCard, spreadSpots } from './hotspots.ts'

export interface HotspotsProps {
  placements: readonly PlacementView[]
  /** Width over height of the picture below. */
  ratio: number
}

/**
 * The numbers on a picture, in reading order. Each is a native `<details>` of one group: it opens its product's card
 * before and without the script, and closes the one that was open. `LaterHotspots` adds Escape and a press beside it.
 */
export function Hotspots({ placements, ratio }: HotspotsProps) {
  const spots = spreadSpots(
    placements.map((one) => ({ x: one.x ?? 50, y: one.y ?? 50 })),
    ratio,
  )
  return (
    <div className="spots">
      <Leaders spots={spots} />
      {placements.map((placement, at) => {
        const spot = spots[at]
        if (!spot) return null
        return <Hotspot key={placement.id} placement={placement} spot={spot} place={placeCard(spot, spots.toSpliced(at, 1), ratio)} />
      })}
    </div>
  )
}

/** Hairlines from moved numbers to their places. */
function Leaders({ spots }: { spots: readonly DrawnSpot[] }) {
  const moved = spots.filter((spot) => spot.moved)
  if (moved.length === 0) return null
  return (
    <svg className="leaders" aria-hidden="true" focusable="false">
      {moved.map((spot) => (
        <g key={`${spot.x} ${spot.y}`}>
          <line x1={`${spot.x}%`} y1={`${spot.y}%`} x2={`${spot.at.x}%`} y2={`${spot.at.y}%`} />
          <circle cx={`${spot.at.x}%`} cy={`${spot.at.y}%`} r={3} />
        </g>
      ))}
    </svg>
  )
}

function Hotspot({ placement, spot, place }: { placement: PlacementView; spot: DrawnSpot; place: CardPlace }) {
  const t = useT(shop)
  const style = {
    ['--x' as string]: `${spot.x}%`,
    ['--y' as string]: `${spot.y}%`,
    ['--dx' as string]: `${place.shift}px`,
    ['--gap' as string]: `${place.gap}%`,
  }
  return (
    <details name="spot" style={style} data-spot={placement.id}>
      <summary className="hs" aria-label={t('productMark', { number: placement.number, title: placement.product.title })}>
        <b>{placement.number}</b>
      </summary>
      {Math.abs(place.shift) > 96 ? null : <i className={cx('hsarrow', place.side)} aria-hidden="true" />}
      {place.gap > 0 ? <i className={cx('hsstem', place.side)} aria-hidden="true" /> : null}
      <HotspotCard placement={placement} side={place.side} />
    </details>
  )
}

function HotspotCard({ placement, side }: { placement: PlacementView; side: CardPlace['side'] }) {
  const { locale } = useLocale()
  const { product } = placement
  return (
    <a className={`hscard ${side}`} href={placementHref(placement, locale)} rel="sponsored nofollow">
      {product.picture ? <Picture media={product.picture} sizes="56px" ratio="1/1" decorative /> : null}
      <span className="stack gap1 grow">
        <span className="t13 b clamp2" {...langOf(product.lang)}>
          {product.title}
        </span>
        <span>
          <CardPrice product={product} />
        </span>
      </span>
      <Icon name="chevron" size={16} />
    </a>
  )
}

function CardPrice({ product }: { product: PlacementView['product'] }) {
  const t = useT(shop)
  const tc = useT(common)
  if (product.withdrawn) return <span className="t12 c3">{t('withdrawnRow')}</span>
  const out = product.stock < 1
  const price = <Price value={product.price} plain={out} />
  return (
    <>
      {product.several ? tc.rich('from', { price }) : price}{' '}
      <span className="t12 c3">{out ? tc('soldOut') : product.several ? null : t('inStock', { count: product.stock })}</span>
    </>
  )
}
