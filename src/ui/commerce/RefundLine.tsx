import { useFormat, useT } from '../i18n/index.ts'
import { order as messages } from '../i18n/messages/order.ts'
import { Input } from '../primitives/index.ts'
import { refundFields } from './fields.ts'
import { previewLine, type RefundableLine, refundableUnits } from './refund-preview.ts'

interface Props {
  line: RefundableLine & { title: string; options: string | null }
  currency: string
  value: number
  wrong?: boolean
  onChange: (quantity: number) => void
}

/** One line of the refund form: how many units go back, and what that is. */
export function RefundLine({ line, currency, value, wrong, onChange }: Props) {
  const t = useT(messages)
  const format = useFormat()
  const max = refundableUnits(line)
  const preview = previewLine(line, value)
  return (
    <li className="rline">
      <div>
        <b className="clamp2">{line.title}</b>
        <span className="t12 c2 blk">
          {line.options ? `${line.options} · ` : null}
          {t('units', { count: line.quantity })} · <span className="num">{format.money({ amount: line.total, currency })}</span>
        </span>
        {line.refundedQuantity > 0 ? (
          <span className="t12 neg blk num">
            {t('lineRefunded', {
              count: line.refundedQuantity,
              amount: format.money({ amount: line.refundedAmount, currency }),
            })}
          </span>
        ) : null}
      </div>
      {max === 0 ? (
        <span className="t13 c3">{t('refundDone')}</span>
      ) : (
        <Input
          label={t('refundUnitsOf', { title: line.title })}
          labelHidden
          hint={t('refundMax', { count: max })}
          error={wrong ? t('errQuantity', { max }) : undefined}
          type="number"
          inputMode="numeric"
          className="num"
          name={refundFields.quantity(line.id)}
          min={0}
          max={max}
          step={1}
          defaultValue={value}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber || 0)}
        />
      )}
      {max === 0 || value === 0 ? null : <b className="num rline-sum">{format.money({ amount: preview.amount, currency })}</b>}
    </li>
  )
}
