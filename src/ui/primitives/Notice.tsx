import type { CSSProperties, ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

export type Tone = 'neutral' | 'good' | 'honey' | 'bad' | 'info'

const tones: Record<Tone, string | false> = { neutral: false, good: 'co-g', honey: 'co-h', bad: 'co-r', info: 'co-i' }
const toneIcons: Record<Tone, IconName> = { neutral: 'info', good: 'check', honey: 'alert', bad: 'alert', info: 'info' }

/** A sentence that must be read. `live` announces it when it appears: an answer to something one just did. */
export function Callout({ tone = 'neutral', icon, live, children }: { tone?: Tone; icon?: IconName; live?: boolean; children: ReactNode }) {
  return (
    <div className={cx('callout', tones[tone])} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={icon ?? toneIcons[tone]} />
      <div className="grow">{children}</div>
    </div>
  )
}

interface EmptyProps {
  title: ReactNode
  /** What is true and what to do, in one breath. */
  children?: ReactNode
  icon?: IconName
  action?: ReactNode
  /** Heading level on its page. */
  level?: 1 | 2 | 3
}

/** Nothing here, and what to do about it. */
export function Empty({ title, children, icon, action, level = 2 }: EmptyProps) {
  const Heading = `h${level}` as const
  return (
    <div className="empty">
      {icon ? <Icon name={icon} size={24} /> : null}
      <Heading className="h2">{title}</Heading>
      {children ? <div className="c2 empty-text">{children}</div> : null}
      {action}
    </div>
  )
}

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

/** Read by screen readers, not seen. */
export function VisuallyHidden({ as: As = 'span', children }: { as?: 'span' | 'h1' | 'h2' | 'h3' | 'p' | 'div'; children: ReactNode }) {
  return <As className="sr">{children}</As>
}
