import type { ReactNode } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Price } from '../primitives/index.ts'
import type { SumKind, SumRowView, SumView } from './view.ts'

const labels = { goods: 'sumGoods', markdown: 'sumMarkdown', coupon: 'sumCoupon', shipping: 'sumShipping' } as const satisfies Partial<
  Record<SumKind, string>
>

/** The sum, the same on every step. Tax inside the total stands below it and says so; cents are always shown. */
export function SumTable({ sum, children }: { sum: SumView; children?: ReactNode }) {
  const t = useT(commerce)
  const format = useFormat()
  const label = (row: SumRowView): string => {
    if (row.kind === 'tax-added')
      return row.rateBps === undefined ? t('sumTaxAddedPlain') : t('sumTaxAdded', { rate: format.rate(row.rateBps) })
    if (row.kind !== 'tax') return t(labels[row.kind])
    return row.rateBps === undefined ? t('sumTaxPlain') : t('sumTax', { rate: format.rate(row.rateBps) })
  }
  return (
    <dl className="sum">
      {sum.rows
        .filter((row) => row.kind !== 'tax')
        .map((row) => (
          <SumRow key={row.kind + (row.note ?? '')} row={row} label={label(row)} />
        ))}
      <div className="tot">
        <dt>{t('sumTotal')}</dt>
        <dd className="t24">
          <Price value={sum.total} cents="always" />
        </dd>
      </div>
      {sum.rows
        .filter((row) => row.kind === 'tax')
        .map((row) => (
          <SumRow key="tax" row={row} label={label(row)} quiet />
        ))}
      {children}
    </dl>
  )
}

function SumRow({ row, label, quiet }: { row: SumRowView; label: string; quiet?: boolean }) {
  const format = useFormat()
  const good = row.kind === 'coupon' && row.amount.amount < 0
  return (
    <div className={quiet ? 't13 c3' : undefined}>
      <dt>
        {label}
        {row.note ? <span className="c3"> · {row.note}</span> : null}
      </dt>
      <dd className={good ? 'cb' : undefined}>{format.money(row.amount)}</dd>
    </div>
  )
}
