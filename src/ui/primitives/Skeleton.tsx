import type { CSSProperties } from 'react'

/** A grey bar in the place of words or a picture. */
export function Skeleton({
  width = '100%',
  height = 14,
  style,
}: {
  width?: string | number
  height?: string | number
  style?: CSSProperties
}) {
  return <span className="sk sk-bar" style={{ width, height, ...style }} aria-hidden="true" />
}

/** A feed that is on its way: cards with true ratios, shown after 400 ms (CSS). `label` is read once. */
export function SkeletonCards({ count = 6, label }: { count?: number; label: string }) {
  const ratios = ['3/4', '1/1', '4/5', '3/4', '4/5', '1/1']
  return (
    <div className="sk-feed" role="status" aria-label={label}>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders without identity
        <div key={at} className="note" aria-hidden="true">
          <span className="pic sk" style={{ ['--ar' as string]: ratios[at % ratios.length] }} />
          <span className="body">
            <Skeleton width="92%" />
            <Skeleton width="60%" />
            <Skeleton width="40%" height={12} />
          </span>
        </div>
      ))}
    </div>
  )
}
