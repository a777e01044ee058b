import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon } from './Icon.tsx'
import type { AnyIcon, IconName } from './icons.ts'

export type Tone = 'neutral' | 'good' | 'honey' | 'bad' | 'info'

const tones: Record<Tone, string | false> = { neutral: false, good: 'co-g', honey: 'co-h', bad: 'co-r', info: 'co-i' }
const toneIcons: Record<Tone, IconName> = { neutral: 'info', good: 'check', honey: 'alert', bad: 'alert', info: 'info' }

/** A sentence that must be read. `live` announces it when it appears: an answer to something one just did. */
export function Callout({ tone = 'neutral', icon, live, children }: { tone?: Tone; icon?: AnyIcon; live?: boolean; children: ReactNode }) {
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
  icon?: AnyIcon
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

/** Read by screen readers, not seen. */
export function VisuallyHidden({ as: As = 'span', children }: { as?: 'span' | 'h1' | 'h2' | 'h3' | 'p' | 'div'; children: ReactNode }) {
  return <As className="sr">{children}</As>
}
