import { useState } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { afterSales } from '../i18n/messages/after-sales.ts'
import { order as messages } from '../i18n/messages/order.ts'
import { Button, Callout, Checkbox, Select } from '../primitives/index.ts'
import { refundFields, refundReasons } from './fields.ts'
import { PostForm, usePending } from './PostForm.tsx'
import { RefundLine } from './RefundLine.tsx'
import { previewRefund, type RefundableLine, refundableUnits } from './refund-preview.ts'

export interface RefundPanelView {
  currency: string
  lines: (RefundableLine & { title: string; options: string | null })[]
  /** Shipping not yet refunded, minor units. */
  shipping: number
  /** Whether money came in at all. */
  paid: boolean
  idempotencyKey: string
  /** Refunds that the page knows of; the server refuses as `stale` when there are more. */
  seen: number
}

export interface RefundPanelProps {
  view: RefundPanelView
  /** Entered before an error, by field name. */
  values?: Record<string, string>
  /** `quantity.<line id>`, `reason`, or the whole form. */
  errors?: { quantities?: Record<string, true>; reason?: boolean; nothing?: boolean; waits?: boolean; stale?: boolean; failed?: boolean }
}

/** Staff refund by line: units, what goes back to the buyer, what commission is taken back, and the reason. Posts `refundFields`. */
export function RefundPanel({ view, values = {}, errors = {} }: RefundPanelProps) {
  const t = useT(messages)
  const [quantities, setQuantities] = useState(
    () => new Map(view.lines.map((line) => [line.id, Number(values[refundFields.quantity(line.id)] ?? 0) || 0])),
  )
  const [shipping, setShipping] = useState(values[refundFields.shipping] === '1')
  const preview = previewRefund(view.lines, quantities)
  const amount = preview.amount + (shipping ? view.shipping : 0)
  if (!view.paid) return <Callout>{t('refundNotPaid')}</Callout>
  if (view.shipping === 0 && view.lines.every((line) => refundableUnits(line) === 0)) return <Callout>{t('refundNoneLeft')}</Callout>
  return (
    <section className="panel stack refund" aria-labelledby="refund-title">
      <h2 className="h2" id="refund-title">
        {t('refundTitle')}
      </h2>
      <p className="t13 c2 loose">{t('refundIntro')}</p>
      <Errors errors={errors} />
      <PostForm
        intent="refund"
        hidden={{ [refundFields.idempotencyKey]: view.idempotencyKey, [refundFields.seen]: String(view.seen) }}
        className="stack gap4"
      >
        <ul className="stack">
          {view.lines.map((line) => (
            <RefundLine
              key={line.id}
              line={line}
              currency={view.currency}
              value={quantities.get(line.id) ?? 0}
              wrong={errors.quantities?.[line.id]}
              onChange={(quantity) => setQuantities((old) => new Map(old).set(line.id, quantity))}
            />
          ))}
        </ul>
        <Rest view={view} values={values} errors={errors} shipping={shipping} onShipping={setShipping} />
        <Totals amount={amount} commission={preview.commission} currency={view.currency} />
        <Submit amount={amount} currency={view.currency} />
      </PostForm>
    </section>
  )
}

function Errors({ errors }: Required<Pick<RefundPanelProps, 'errors'>>) {
  const t = useT(messages)
  const after = useT(afterSales)
  const text = errors.waits
    ? after('errWaits')
    : errors.stale
      ? t('errStale')
      : errors.nothing
        ? t('errNothing')
        : errors.failed
          ? t('refundFailed')
          : null
  if (!text) return null
  return (
    <Callout tone="bad" live>
      {text}
    </Callout>
  )
}

type RestProps = Required<RefundPanelProps> & { shipping: boolean; onShipping: (on: boolean) => void }

function Rest({ view, values, errors, shipping, onShipping }: RestProps) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <>
      {view.shipping > 0 ? (
        <Checkbox
          name={refundFields.shipping}
          value="1"
          checked={shipping}
          onChange={(event) => onShipping(event.currentTarget.checked)}
          label={t('refundShipping', { amount: format.money({ amount: view.shipping, currency: view.currency }) })}
        />
      ) : null}
      <Checkbox name={refundFields.restock} value="1" defaultChecked={values[refundFields.restock] === '1'} label={t('refundRestock')} />
      <Select
        label={t('refundReason')}
        name={refundFields.reason}
        required
        defaultValue={values[refundFields.reason] ?? ''}
        error={errors.reason ? t('errReason') : undefined}
      >
        <option value="" disabled>
          {t('refundReasonChoose')}
        </option>
        {refundReasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`reason_${reason}`)}
          </option>
        ))}
      </Select>
    </>
  )
}

function Totals({ amount, commission, currency }: { amount: number; commission: number; currency: string }) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <dl className="sum" aria-live="polite">
      <div className="tot">
        <dt>{t('refundAmount')}</dt>
        <dd className="b">{format.money({ amount, currency })}</dd>
      </div>
      <div>
        <dt>
          {t('refundCommission')} <span className="c3 t12">{t('refundCommissionHint')}</span>
        </dt>
        <dd>{format.money({ amount: commission, currency })}</dd>
      </div>
    </dl>
  )
}

/** Not disabled before the script came: without it the server says what is missing. */
function Submit({ amount, currency }: { amount: number; currency: string }) {
  const t = useT(messages)
  const format = useFormat()
  const busy = usePending('refund')
  return (
    <div className="row wrapx">
      <Button type="submit" variant={amount > 0 ? 'main' : 'line'} busy={busy}>
        {amount > 0 ? t('refundButton', { amount: format.money({ amount, currency }) }) : t('refundTitle')}
      </Button>
      {amount > 0 ? null : <span className="t12 c2">{t('refundNothing')}</span>}
    </div>
  )
}
