import { Link } from 'react-router'
import { Picture } from '../primitives/index.ts'
import type { PictureView } from '../view/media.ts'

/** The small square picture of a line. The title beside it is the link people read; this one is skipped by the keyboard. */
export function LinePicture({ media, href, size }: { media: PictureView | null; href: string | null; size: 48 | 64 | 80 }) {
  const picture = media ? (
    <Picture media={media} sizes={`${size}px`} ratio="1/1" decorative className="lpic" />
  ) : (
    <span className="pic lpic" style={{ ['--ar' as string]: '1/1' }} />
  )
  return (
    <span className="lpic-place" style={{ width: size }}>
      {href ? (
        <Link to={href} tabIndex={-1} aria-hidden="true">
          {picture}
        </Link>
      ) : (
        picture
      )}
    </span>
  )
}
