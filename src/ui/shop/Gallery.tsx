import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Picture } from '../primitives/Picture.tsx'
import type { MediaView } from '../view/media.ts'
import type { PlacementView } from '../view/placement.ts'
import { LaterHotspots } from './LaterHotspots.tsx'

interface GalleryProps {
  pictures: readonly MediaView[]
  placements?: readonly PlacementView[]
  /** Brings this picture (0-based) into view when it changes. */
  shown?: number
  /** Buttons over the picture: back, share. */
  children?: ReactNode
}

/**
 * On a phone of three pixels to one, two and a half are sharp: 1080 px instead of 1600. And a little less than the whole
 * width, since browsers round up: one of 721 px would fetch twice the bytes of a file of 720.
 */
const sizes = '(min-width:1120px) 560px, (min-width:768px) 52vw, (min-resolution:2.5dppx) 80vw, 98vw'
const ratioOf = (picture: MediaView) => (picture.width && picture.height ? picture.width / picture.height : 1)

/**
 * Pictures side by side, one in view; swiped, moved by arrow keys, or chosen by thumbnails and by the arrows beside the
 * count, which are links and work without script. No picture is cropped (hotspots are per cent of it): the frame has
 * the tallest picture's ratio within 3:4 and 3:2.
 */
export function Gallery({ pictures, placements = [], shown, children }: GalleryProps) {
  const t = useT(shop)
  const track = useRef<HTMLDivElement>(null)
  const base = useId()
  const current = useCurrentSlide(track, pictures.length)
  const frame = Math.min(1.5, Math.max(0.75, Math.min(...pictures.map(ratioOf))))
  useEffect(() => {
    if (shown !== undefined) scrollTo(track.current, shown)
  }, [shown])
  if (pictures.length === 0) return null
  const go = (at: number) => scrollTo(track.current, at)
  return (
    <div className="gal" style={{ ['--frame' as string]: frame }}>
      <div className="gal-frame">
        <section className="gal-track" ref={track} aria-label={t('pictures')} tabIndex={pictures.length > 1 ? 0 : undefined}>
          {pictures.map((picture, at) => (
            <div className="gal-slide" key={picture.id} id={`${base}${at}`}>
              <Slide
                picture={picture}
                placements={placements.filter((one) => one.kind === 'hotspot' && (one.picture ?? 0) === at)}
                first={at === 0}
              />
              {pictures.length > 1 ? <Count at={at} count={pictures.length} base={base} onGo={go} /> : null}
            </div>
          ))}
        </section>
        {children ? <div className="galtop">{children}</div> : null}
      </div>
      {pictures.length > 1 ? (
        <div className="thumbs only-d">
          {pictures.map((picture, at) => (
            <SlideLink
              key={picture.id}
              to={at}
              label={t('pictureOf', { number: at + 1, count: pictures.length })}
              {...{ base, onGo: go, current: at === current }}
            >
              <Picture media={picture} sizes="72px" ratio="1/1" decorative />
            </SlideLink>
          ))}
        </div>
      ) : null}
    </div>
  )
}

/** `2 / 5`, with the way to the picture before and after for those who have no finger on it. */
function Count({ at, count, base, onGo }: { at: number; count: number; base: string; onGo: (at: number) => void }) {
  const t = useT(shop)
  const ts = useT(storefront)
  return (
    <>
      {at > 0 ? (
        <SlideLink to={at - 1} label={ts('pictureBefore')} className="ib ib-img galgo galgo-b only-d" {...{ base, onGo }}>
          <Icon name="back" />
        </SlideLink>
      ) : null}
      {at < count - 1 ? (
        <SlideLink to={at + 1} label={ts('pictureAfter')} className="ib ib-img galgo galgo-n only-d" {...{ base, onGo }}>
          <Icon name="chevron" />
        </SlideLink>
      ) : null}
      <span className="ov ov-dark galn num">
        <span className="sr">{t('pictureOf', { number: at + 1, count })}</span>
        <span aria-hidden="true">
          {at + 1} / {count}
        </span>
      </span>
    </>
  )
}

interface SlideLinkProps {
  base: string
  /** 0-based. */
  to: number
  label: string
  onGo: (at: number) => void
  current?: boolean
  className?: string
  children: ReactNode
}

/** Without script a link to the slide's anchor, which scrolls it into view; with it, a smooth move that leaves no mark in the address. */
function SlideLink({ base, to, label, onGo, current, className, children }: SlideLinkProps) {
  return (
    <a
      href={`#${base}${to}`}
      className={className}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        event.preventDefault()
        onGo(to)
      }}
    >
      {children}
    </a>
  )
}

function Slide({ picture, placements, first }: { picture: MediaView; placements: readonly PlacementView[]; first: boolean }) {
  return (
    <div className="gal-pic" style={{ ['--own' as string]: ratioOf(picture) }}>
      <Picture media={picture} sizes={sizes} priority={first} />
      {placements.length > 0 ? <LaterHotspots placements={placements} ratio={ratioOf(picture)} /> : null}
    </div>
  )
}

function scrollTo(track: HTMLElement | null, at: number) {
  if (!track) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  track.scrollTo({ left: at * track.clientWidth, behavior: calm ? 'auto' : 'smooth' })
}

/** Which slide is in view, for the mark on its thumbnail. */
function useCurrentSlide(track: React.RefObject<HTMLElement | null>, count: number): number {
  const [current, setCurrent] = useState(0)
  useEffect(() => {
    const element = track.current
    if (!element || count < 2) return
    const onScroll = () => setCurrent(Math.min(count - 1, Math.max(0, Math.round(element.scrollLeft / Math.max(1, element.clientWidth)))))
    onScroll()
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [track, count])
  return current
}
