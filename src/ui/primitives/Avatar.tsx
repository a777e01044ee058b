import type { PictureView } from '../view/media.ts'
import { cx } from './class-names.ts'
import { Picture } from './Picture.tsx'

export type AvatarSize = 20 | 32 | 40 | 56 | 88

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A face, or the first character of the name. Decoration: the name stands beside it. */
export function Avatar({
  media,
  name,
  size = 20,
  className,
}: {
  media?: PictureView
  name: string
  size?: AvatarSize
  className?: string
}) {
  const classes = cx('av', size !== 20 && `av${size}`, className)
  if (media) {
    return (
      <span className={classes}>
        <Picture media={media} sizes={`${size}px`} ratio="1/1" decorative />
      </span>
    )
  }
  const first = segmenter.segment(name.trim())[Symbol.iterator]().next()
  return (
    <span className={cx(classes, 'av-letter')} aria-hidden="true">
      {first.done ? '' : first.value.segment.toLocaleUpperCase()}
    </span>
  )
}
