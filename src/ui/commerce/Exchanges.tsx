import { Link } from 'react-router'
import { useFormat, useT } from '../i18n/index.ts'
import { afterSales } from '../i18n/messages/after-sales.ts'
import { Button, Callout, Checkbox, Input, LinkButton, Select, TextArea } from '../primitives/index.ts'
import { errorText } from './AskRefund.tsx'
import {
  type AfterSalesAnswer,
  afterSalesFields,
  type ExchangeFormView,
  type ExchangeOfferView,
  type ExchangeView,
} from './after-sales-view.ts'
import { PostForm, usePending } from './PostForm.tsx'

interface Props {
  exchanges: ExchangeView[]
  offers: ExchangeOfferView[]
  staff: boolean
}

/** Goods that were sent in place of others, the first made first, then those that wait for their difference or were not paid. */
export function Exchanges({ exchanges, offers, staff }: Props) {
  const t = useT(afterSales)
  const format = useFormat()
  return (
    <section className="panel stack" aria-labelledby="o-exchanges">
      <h2 className="b t15" id="o-exchanges">
        {t('exchanges')}
      </h2>
      <ul className="led">
        {exchanges.map(({ id, at, quantity, back, out, difference, paidMore, carrier, tracking }) => (
          <li key={id}>
            <time className="num t13 c3" dateTime={at}>
              {format.date(at)}
            </time>
            <div className="grow stack gap1">
              <p className="t13 wrap-any">{t('exchangeLine', { back, out, count: quantity })}</p>
              {difference ? <p className="t13 c2 num">{t('exchangeDifference', { amount: format.money(difference) })}</p> : null}
              {paidMore ? (
                <p className="t13 c2 num">
                  <Link to={paidMore.href} className="link">
                    {t('exchangePaidMore', { amount: format.money(paidMore.amount), number: paidMore.number })}
                  </Link>
                </p>
              ) : null}
              {carrier || tracking ? (
                <p className="t13 c2 num wrap-any">
                  {[carrier, tracking ? t('tracking', { number: tracking }) : null].filter(Boolean).join(' · ')}
                </p>
              ) : null}
            </div>
          </li>
        ))}
        {offers.map((offer) => (
          <Offer key={offer.id} offer={offer} staff={staff} />
        ))}
      </ul>
    </section>
  )
}

function Offer({ offer, staff }: { offer: ExchangeOfferView; staff: boolean }) {
  const t = useT(afterSales)
  const format = useFormat()
  const { at, quantity, back, out, amount, state, payBefore, number, href } = offer
  const facts = { amount: format.money(amount), time: format.dateTime(payBefore), number }
  return (
    <li>
      <time className="num t13 c3" dateTime={at}>
        {format.date(at)}
      </time>
      <div className="grow stack gap2">
        <p className="t13 wrap-any">{t('exchangeLine', { back, out, count: quantity })}</p>
        <p className="t13 c2 num">{t(state === 'waits' ? 'exchangeWaits' : 'exchangeOver', facts)}</p>
        {state === 'waits' ? (
          <LinkButton to={href} variant={staff ? 'line' : 'main'} size="sm" className="fit">
            {t(staff ? 'exchangeSeePaying' : 'exchangePay', { number })}
          </LinkButton>
        ) : null}
      </div>
    </li>
  )
}

/** Staff send other goods in place of pieces that were sent: a form for each line of which something can be exchanged. */
export function ExchangePanel({ forms, answer }: { forms: ExchangeFormView[]; answer?: AfterSalesAnswer }) {
  const t = useT(afterSales)
  return (
    <details className="panel stack ask" open={answer !== undefined}>
      <summary className="b t15">{t('exchangeTitle')}</summary>
      <div className="stack gap6">
        <p className="t13 c2 loose">{t('exchangeIntro')}</p>
        {answer ? (
          <Callout tone="bad" live>
            {t(errorText[answer.error])}
          </Callout>
        ) : null}
        {forms.map((form) => (
          <ExchangeForm
            key={form.lineId}
            form={form}
            values={answer?.values[afterSalesFields.lineId] === form.lineId ? answer.values : undefined}
          />
        ))}
      </div>
    </details>
  )
}

function ExchangeForm({ form, values }: { form: ExchangeFormView; values?: Record<string, string> }) {
  const t = useT(afterSales)
  const { lineId, title, seen, most, from, request, idempotencyKey } = form
  const busy = usePending('exchange', { name: afterSalesFields.lineId, value: lineId })
  const typed = (name: keyof typeof afterSalesFields) => values?.[afterSalesFields[name]] ?? ''
  return (
    <PostForm
      intent="exchange"
      label={title}
      hidden={{
        [afterSalesFields.lineId]: lineId,
        [afterSalesFields.seen]: String(seen),
        [afterSalesFields.idempotencyKey]: idempotencyKey,
      }}
      className="stack gap4"
    >
      <b className="clamp2">{from.length === 1 ? from[0]!.name : title}</b>
      <Input
        label={t('exchangeUnits')}
        hint={t('exchangeMax', { count: most })}
        type="number"
        inputMode="numeric"
        className="num"
        name={afterSalesFields.quantity}
        min={1}
        max={most}
        step={1}
        defaultValue={values ? typed('quantity') : String(request?.quantity ?? 1)}
      />
      {from.length > 1 ? (
        <Select label={t('exchangeFrom')} name={afterSalesFields.fromVariantId} defaultValue={typed('fromVariantId')}>
          {from.map(({ variantId, name }) => (
            <option key={variantId} value={variantId}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      <Kinds form={form} value={typed('variantId')} />
      <Input label={t('exchangeSku')} optional name={afterSalesFields.sku} maxLength={80} defaultValue={typed('sku')} />
      <Checkbox name={afterSalesFields.restock} value="1" defaultChecked={typed('restock') === '1'} label={t('exchangeRestock')} />
      <Input label={t('carrier')} optional name={afterSalesFields.carrier} maxLength={60} defaultValue={typed('carrier')} />
      <Input
        label={t('trackingNumber')}
        optional
        name={afterSalesFields.tracking}
        maxLength={80}
        className="num"
        defaultValue={typed('tracking')}
      />
      {request ? (
        <>
          <Checkbox
            name={afterSalesFields.requestId}
            value={request.id}
            defaultChecked={!values || typed('requestId') !== ''}
            label={t('exchangeAnswers')}
          />
          <TextArea
            label={t('answerWords')}
            optional
            name={afterSalesFields.answer}
            maxLength={1000}
            rows={2}
            defaultValue={typed('answer')}
          />
        </>
      ) : null}
      <Button type="submit" variant="main" busy={busy}>
        {t('exchangeButton')}
      </Button>
    </PostForm>
  )
}

/** Kinds of the same product. What is not there cannot be chosen. */
function Kinds({ form, value }: { form: ExchangeFormView; value: string }) {
  const t = useT(afterSales)
  const format = useFormat()
  return (
    <Select label={t('exchangeTo')} name={afterSalesFields.variantId} defaultValue={value}>
      <option value="">{t('exchangeChoose')}</option>
      {form.to.map(({ variantId, name, available, difference }) => {
        const amount = format.money({ ...difference, amount: Math.abs(difference.amount) })
        const dearer = difference.amount > 0
        const text = dearer
          ? t('exchangeMore', { name, count: available, amount })
          : difference.amount < 0
            ? t('exchangeLess', { name, count: available, amount })
            : t('exchangeSame', { name, count: available })
        // With several kinds at the buyer's the difference is that to the first; the server says what it is.
        return (
          <option key={variantId} value={variantId} disabled={available === 0}>
            {text}
          </option>
        )
      })}
    </Select>
  )
}
