import type { Money } from '../../lib/money.ts'
import { useFormat, useT } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'
import { Icon } from '../primitives/index.ts'

export interface FunnelView {
  clicks: number
  orders: number
  /** What is left after returns. */
  commission: Money
  /** What returns took back, positive minor units; zero when nothing was. */
  reversed: Money
  publicPieces: number
}

/** Clicks → orders → commission. A step that has nothing yet says how it comes about. */
export function Funnel({ clicks, orders, commission, reversed, publicPieces }: FunnelView) {
  const t = useT(studio)
  const format = useFormat()
  const each = { amount: orders === 0 ? 0 : Math.round(commission.amount / orders), currency: commission.currency }
  const moved = commission.amount !== 0 || reversed.amount !== 0
  return (
    <ol className="st-funnel" aria-label={t('funnel')}>
      <li>
        <span className="t13 c2 row gap1">
          <Icon name="pointer" size={16} />
          {t('clicks')}
        </span>
        <b className="num">{format.number(clicks)}</b>
        <span className="t12 c3">{clicks === 0 ? t('clicksHow') : t('clicksPerPiece', { count: publicPieces })}</span>
      </li>
      <li>
        <span className="t13 c2 row gap1">
          <Icon name="bag" size={16} />
          {t('orders')}
        </span>
        <b className="num">{format.number(orders)}</b>
        <span className="t12 c3">
          {orders === 0 || clicks === 0 ? t('ordersHow') : t('ordersRate', { rate: format.rate(Math.round((orders / clicks) * 10_000)) })}
        </span>
      </li>
      <li className={commission.amount > 0 ? 'is-good' : undefined}>
        <span className="t13 c2 row gap1">
          <Icon name="sprout" size={16} />
          {t('commission')}
        </span>
        <b className="num">{format.money(commission)}</b>
        <span className="t12 c3">
          {!moved
            ? t('commissionHow')
            : reversed.amount > 0
              ? t('reversed', { money: format.money(reversed) })
              : t('commissionEach', { money: format.money(each) })}
        </span>
      </li>
    </ol>
  )
}
