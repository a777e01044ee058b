import { Link } from 'react-router'
import { useFormat } from '../i18n/index.ts'
import { cx } from './class-names.ts'

export interface TabItem {
  to: string
  label: string
  /** How many are behind it; a count of the server's, never a guess. */
  count?: number
  current?: boolean
}

/** Tabs are links: each has an address, the current one says so. */
export function Tabs({ items, label, className }: { items: readonly TabItem[]; label: string; className?: string }) {
  const format = useFormat()
  return (
    <nav className={cx('tabs', className)} aria-label={label}>
      {items.map((item) => (
        <Link key={item.to} to={item.to} aria-current={item.current ? 'page' : undefined} preventScrollReset>
          {item.label}
          {item.count === undefined ? null : <span className="t12 c3 num"> {format.count(item.count)}</span>}
        </Link>
      ))}
    </nav>
  )
}
