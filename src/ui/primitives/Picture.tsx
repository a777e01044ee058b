import type { CSSProperties, ReactNode } from 'react'
import type { PictureView } from '../view/media.ts'
import { cx } from './class-names.ts'
import { pictureSources, placeholder } from './picture.ts'

interface PictureProps {
  media: PictureView
  /** The `sizes` attribute: how wide the picture is shown, such as `(min-width: 768px) 33vw, 50vw`. */
  sizes: string
  /** CSS ratio `3/4`; the picture is cropped to it. Without it the picture keeps its own. */
  ratio?: string
  /** The first picture of a page: loaded at once and first. All others wait until they are near. */
  priority?: boolean
  /** Empty text: what the picture shows is said beside it. */
  decorative?: boolean
  className?: string
  style?: CSSProperties
  /** What lies on the picture: plates, hotspots. */
  children?: ReactNode
}

/** A picture in a well that keeps its place: its ratio and its colours are there before the bytes. */
export function Picture({ media, sizes, ratio, priority, decorative, className, style, children }: PictureProps) {
  const { sources, fallback } = pictureSources(media)
  const well: CSSProperties = {
    ['--ar' as string]: ratio ?? `${media.width || 1}/${media.height || 1}`,
    backgroundImage: placeholder(media.colours),
    ...style,
  }
  return (
    <span className={cx('pic', className)} style={well}>
      {fallback ? (
        <picture>
          {sources.map((source) => (
            <source key={source.type} type={source.type} srcSet={source.srcSet} sizes={sizes} />
          ))}
          <img
            src={fallback.src}
            srcSet={fallback.srcSet}
            sizes={sizes}
            width={media.width}
            height={media.height}
            alt={decorative ? '' : media.alt}
            loading={priority ? 'eager' : 'lazy'}
            fetchPriority={priority ? 'high' : undefined}
            decoding="async"
          />
        </picture>
      ) : null}
      {children}
    </span>
  )
}
