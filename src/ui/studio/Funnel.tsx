import type { ReactNode } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { studioDays } from '../i18n/messages/studio-days.ts'
import { type AnyIcon, Icon } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { changeOf, type Totals } from './days-view.ts'

interface FunnelProps {
  total: Totals
  before: Totals
  currency: string
  /** Days that both cover. */
  days: number
}

/** Seen → clicked → bought → earned. A step that has nothing yet says how it comes about. */
export function Funnel({ total, before, currency, days }: FunnelProps) {
  const t = useT(studioDays)
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency })
  const share = (part: number, whole: number) => format.rate(Math.round((part / whole) * 1000) * 10)
  const net = total.earned - total.reversed
  return (
    <ol className="st-funnel" aria-label={t('funnel')}>
      <Step icon={workIcons.eye} name={t('views')} value={format.number(total.views)}>
        {viewsText()}
      </Step>
      <Step icon={workIcons.pointer} name={t('clicks')} value={format.number(total.clicks)}>
        {total.clicks === 0 || total.clicks > total.views ? t('clicksHow') : t('clicksRate', { rate: share(total.clicks, total.views) })}
      </Step>
      <Step icon="bag" name={t('orders')} value={format.number(total.orders)}>
        {total.orders === 0 || total.orders > total.clicks ? t('ordersHow') : t('ordersRate', { rate: share(total.orders, total.clicks) })}
      </Step>
      <Step icon="sprout" name={t('commission')} value={money(net)} good={net > 0}>
        {commissionText()}
      </Step>
    </ol>
  )

  function viewsText(): string {
    const change = changeOf(total.views, before.views)
    if (change === null) return total.views === 0 ? t('viewsHow') : t('viewsBefore', { count: days, before: 0 })
    const sign = change > 0 ? '+' : change < 0 ? '−' : ''
    return t('viewsChange', { count: days, change: `${sign}${format.rate(Math.abs(Math.round(change / 100) * 100))}` })
  }

  function commissionText(): string {
    if (total.reversed > 0) return t('reversed', { money: money(total.reversed) })
    if (total.earned === 0 || total.orders === 0) return t('commissionHow')
    return t('commissionEach', { money: money(Math.round(net / total.orders)) })
  }
}

function Step({ icon, name, value, good, children }: { icon: AnyIcon; name: string; value: string; good?: boolean; children: ReactNode }) {
  return (
    <li className={good ? 'is-good' : undefined}>
      <span className="t13 c2 row gap1">
        <Icon name={icon} size={16} />
        {name}
      </span>
      <b className="num">{value}</b>
      <span className="t12 c3">{children}</span>
    </li>
  )
}
