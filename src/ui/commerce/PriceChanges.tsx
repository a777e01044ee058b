import { useFormat, useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Callout, Checkbox } from '../primitives/index.ts'
import type { CheckoutChange, CheckoutProps } from './checkout-view.ts'
import { checkoutFields } from './fields.ts'
import type { SumView } from './view.ts'

interface Props {
  changes: NonNullable<CheckoutProps['changes']>
  total: SumView['total']
  error?: string
}

/** What is no longer as it was shown. It stands before the button, and the button waits for a yes. */
export function PriceChanges({ changes, total, error }: Props) {
  const t = useT(commerce)
  const format = useFormat()
  const text = (change: CheckoutChange): string => {
    const { title } = change
    if (change.kind === 'coupon') return t('changedCoupon', { title })
    if (change.kind === 'gone') return t('changedGone', { title })
    if (change.kind === 'stock') return t('changedStock', { title, count: change.left })
    return t('changedPrice', { title, before: format.money(change.before), after: format.money(change.after) })
  }
  return (
    <div className="stack gap2">
      <Callout tone="honey" live>
        <b>{t('changedTitle')}</b>
        <ul className="dots">
          {changes.items.map((change) => (
            <li key={change.kind + change.title}>{text(change)}</li>
          ))}
          {changes.totalBefore.amount === total.amount ? null : (
            <li>{t('changedTotal', { before: format.money(changes.totalBefore), after: format.money(total) })}</li>
          )}
        </ul>
      </Callout>
      <Checkbox name={checkoutFields.acceptChanges} value="1" required label={t('changedAccept')} error={error} />
    </div>
  )
}
