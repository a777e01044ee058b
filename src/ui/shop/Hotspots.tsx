import { useEffect, useId, useRef, useState } from 'react'
import { langOf, useLocale, useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Picture } from '../primitives/Picture.tsx'
import { Price } from '../primitives/Price.tsx'
import { type PlacementView, placementHref } from '../view/placement.ts'
import { cardSide, type DrawnSpot, spreadSpots } from './hotspots.ts'

interface HotspotsProps {
  placements: readonly PlacementView[]
  /** Width over height of the picture below. */
  ratio: number
}

/**
 * The numbers on a picture, in reading order. Each is a button that opens its product's card; Escape and a second
 * press close it. The same numbers stand on the rows below, so nothing is lost where the script has not come yet.
 */
export function Hotspots({ placements, ratio }: HotspotsProps) {
  const [open, setOpen] = useState<string | null>(null)
  const group = useRef<HTMLDivElement>(null)
  const spots = spreadSpots(
    placements.map((one) => ({ x: one.x ?? 50, y: one.y ?? 50 })),
    ratio,
  )
  useCloseOutside(group, open !== null, () => setOpen(null))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape from the buttons inside
    <div
      ref={group}
      className="spots"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || open === null) return
        group.current?.querySelector<HTMLElement>(`[data-spot="${open}"]`)?.focus()
        setOpen(null)
      }}
    >
      <Leaders spots={spots} />
      {placements.map((placement, at) => {
        const spot = spots[at]
        if (!spot) return null
        const isOpen = open === placement.id
        return (
          <Hotspot
            key={placement.id}
            placement={placement}
            spot={spot}
            side={cardSide(spot, spots.toSpliced(at, 1), ratio)}
            open={isOpen}
            onToggle={() => setOpen(isOpen ? null : placement.id)}
          />
        )
      })}
    </div>
  )
}

function useCloseOutside(ref: React.RefObject<HTMLElement | null>, active: boolean, close: () => void) {
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    if (!active) return
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Element && !event.target.closest('.hs, .hscard') && ref.current) latest.current()
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [active, ref])
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

interface HotspotProps {
  placement: PlacementView
  spot: DrawnSpot
  side: 'up' | 'down'
  open: boolean
  onToggle: () => void
}

function Hotspot({ placement, spot, side, open, onToggle }: HotspotProps) {
  const t = useT(shop)
  const id = useId()
  const place = { ['--x' as string]: `${spot.x}%`, ['--y' as string]: `${spot.y}%` }
  return (
    <>
      <button
        type="button"
        className="hs"
        style={place}
        data-spot={placement.id}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={t('productMark', { number: placement.number, title: placement.product.title })}
        onClick={onToggle}
      >
        <b>{placement.number}</b>
      </button>
      {open ? <HotspotCard id={id} placement={placement} side={side} place={place} /> : null}
    </>
  )
}

function HotspotCard({
  id,
  placement,
  side,
  place,
}: {
  id: string
  placement: PlacementView
  side: 'up' | 'down'
  place: React.CSSProperties
}) {
  const t = useT(shop)
  const tc = useT(common)
  const { locale } = useLocale()
  const { product } = placement
  const out = product.withdrawn || product.stock < 1
  return (
    <>
      <i className={`hsarrow ${side}`} style={place} aria-hidden="true" />
      <a id={id} className={`hscard ${side}`} style={place} href={placementHref(placement, locale)} rel="sponsored nofollow">
        {product.picture ? <Picture media={product.picture} sizes="56px" ratio="1/1" decorative /> : null}
        <span className="stack gap1 grow">
          <span className="t13 b clamp1" {...langOf(product.lang)}>
            {product.title}
          </span>
          <span>
            {product.withdrawn ? (
              <span className="t12 c3">{t('withdrawnRow')}</span>
            ) : (
              <>
                {product.several ? (
                  tc.rich('from', { price: <Price value={product.price} plain={out} /> })
                ) : (
                  <Price value={product.price} plain={out} />
                )}{' '}
                <span className="t12 c3">
                  {product.stock < 1 ? tc('soldOut') : product.several ? null : t('inStock', { count: product.stock })}
                </span>
              </>
            )}
          </span>
        </span>
        <Icon name="chevron" size={16} />
      </a>
    </>
  )
}
