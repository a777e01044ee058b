import { type Money, moneyParts } from '../../lib/money.ts'
import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { cx } from './class-names.ts'

interface PriceProps {
  value: Money
  /** A price that was really charged before; comes from the price log (never invented) and is read as "was". */
  was?: Money
  /** Shop prices leave zero cents out (default); sums and the ledger show them always. */
  cents?: 'always' | 'omit-zero'
  /** Plain ink instead of persimmon: sums, sold-out rows. */
  plain?: boolean
  className?: string
}

const small = new Set(['currency', 'decimal', 'fraction'])

/** An amount with its currency sign and its cents set smaller. */
export function Price({ value, was, cents = 'omit-zero', plain, className }: PriceProps) {
  const { locale } = useLocale()
  const format = useFormat()
  const t = useT(common)
  const parts = moneyParts(value, locale, { cents })
  return (
    <>
      <span className={cx('price num', plain && 'plain', className)}>
        {parts.map((part, at) =>
          small.has(part.type) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one amount never move
            <small key={at}>{part.value}</small>
          ) : (
            part.value
          ),
        )}
      </span>
      {was ? (
        <>
          {' '}
          <span className="was">
            <span className="sr">{t('wasPrice', { price: format.money(was, { cents }) })}</span>
            <span aria-hidden="true">{format.money(was, { cents })}</span>
          </span>
        </>
      ) : null}
    </>
  )
}
