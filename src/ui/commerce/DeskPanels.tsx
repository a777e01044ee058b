import { useFormat, useT } from '../i18n/index.ts'
import { afterSales } from '../i18n/messages/after-sales.ts'
import { Button, Callout, Checkbox, Input, TextArea } from '../primitives/index.ts'
import { errorText } from './AskRefund.tsx'
import { type AfterSalesAnswer, type AfterSalesView, afterSalesFields } from './after-sales-view.ts'
import { ExchangePanel } from './Exchanges.tsx'
import { PostForm, usePending } from './PostForm.tsx'
import { RequestFacts } from './Requests.tsx'
import { UnitFields } from './UnitFields.tsx'

type Desk = NonNullable<AfterSalesView['desk']>

/** What staff do with an order: answer a request, send a parcel, take the order back. Real forms, in the order of their urgency. */
export function DeskPanels({ desk, answer }: { desk: Desk; answer?: AfterSalesAnswer }) {
  return (
    <>
      {desk.answer ? <AnswerPanel view={desk.answer} answer={answer?.form === 'answer' ? answer : undefined} /> : null}
      {desk.ship ? <ShipPanel view={desk.ship} answer={answer?.form === 'ship' ? answer : undefined} /> : null}
      {desk.exchange.length > 0 ? <ExchangePanel forms={desk.exchange} answer={answer?.form === 'exchange' ? answer : undefined} /> : null}
      {desk.cancel ? <CancelPanel view={desk.cancel} answer={answer?.form === 'cancel' ? answer : undefined} /> : null}
    </>
  )
}

function Refused({ answer }: { answer?: AfterSalesAnswer }) {
  const t = useT(afterSales)
  if (!answer) return null
  return (
    <Callout tone="bad" live>
      {t(errorText[answer.error])}
    </Callout>
  )
}

function AnswerPanel({ view, answer }: { view: NonNullable<Desk['answer']>; answer?: AfterSalesAnswer }) {
  const t = useT(afterSales)
  const format = useFormat()
  const busy = usePending('answer')
  const values = answer?.values ?? {}
  return (
    <section className="panel stack gap4" aria-labelledby="o-answer">
      <h2 className="h2" id="o-answer">
        {t('answerTitle')}
      </h2>
      <RequestFacts request={view.request} />
      <Refused answer={answer} />
      <PostForm
        intent="answer"
        hidden={{ [afterSalesFields.requestId]: view.request.id, [afterSalesFields.idempotencyKey]: view.idempotencyKey }}
        className="stack gap4"
      >
        <TextArea
          label={t('answerWords')}
          optional
          name={afterSalesFields.answer}
          maxLength={1000}
          rows={3}
          hint={t('answerWordsHint')}
          defaultValue={values[afterSalesFields.answer] ?? ''}
        />
        <Checkbox
          name={afterSalesFields.restock}
          value="1"
          defaultChecked={answer ? values[afterSalesFields.restock] === '1' : view.nothingSent}
          label={t('answerRestock')}
        />
        {view.shipping.amount > 0 ? (
          <Checkbox
            name={afterSalesFields.shipping}
            value="1"
            defaultChecked={answer ? values[afterSalesFields.shipping] === '1' : view.nothingSent}
            label={t('answerShipping')}
          />
        ) : null}
        <div className="row wrapx gap2">
          <Button type="submit" name={afterSalesFields.verdict} value="approve" variant="main" busy={busy}>
            {t('approve', { amount: format.money(view.request.expected) })}
          </Button>
          <Button type="submit" name={afterSalesFields.verdict} value="decline" variant="line" busy={busy}>
            {t('decline')}
          </Button>
        </div>
      </PostForm>
    </section>
  )
}

function ShipPanel({ view, answer }: { view: NonNullable<Desk['ship']>; answer?: AfterSalesAnswer }) {
  const t = useT(afterSales)
  const busy = usePending('ship')
  const values = answer?.values ?? {}
  return (
    <section className="panel stack gap4 refund" aria-labelledby="o-ship">
      <h2 className="h2" id="o-ship">
        {t('shipTitle')}
      </h2>
      <p className="t13 c2 loose">{t('shipIntro')}</p>
      <Refused answer={answer} />
      <PostForm intent="ship" hidden={{ [afterSalesFields.idempotencyKey]: view.idempotencyKey }} className="stack gap4">
        <UnitFields
          lines={view.lines}
          label={(title) => t('shipUnitsOf', { title })}
          hint={(count) => t('shipMax', { count })}
          values={values}
          all
        />
        <Input
          label={t('carrier')}
          optional
          name={afterSalesFields.carrier}
          maxLength={60}
          defaultValue={values[afterSalesFields.carrier] ?? ''}
        />
        <Input
          label={t('trackingNumber')}
          optional
          name={afterSalesFields.tracking}
          maxLength={80}
          className="num"
          defaultValue={values[afterSalesFields.tracking] ?? ''}
        />
        <Button type="submit" variant="main" busy={busy}>
          {t('shipButton')}
        </Button>
      </PostForm>
    </section>
  )
}

function CancelPanel({ view, answer }: { view: NonNullable<Desk['cancel']>; answer?: AfterSalesAnswer }) {
  const t = useT(afterSales)
  const busy = usePending('shop-cancel')
  return (
    <details className="panel stack ask" open={answer !== undefined}>
      <summary className="b t15">{t('cancelTitle')}</summary>
      <PostForm intent="shop-cancel" hidden={{ [afterSalesFields.idempotencyKey]: view.idempotencyKey }} className="stack gap4">
        {view.paid ? <p className="t13 c2 loose">{t('cancelIntro')}</p> : null}
        <Refused answer={answer} />
        <Input
          label={t('cancelReason')}
          name={afterSalesFields.reason}
          required
          maxLength={500}
          defaultValue={answer?.values[afterSalesFields.reason] ?? ''}
        />
        <Button type="submit" variant="line" busy={busy}>
          {t(view.paid ? 'cancelButton' : 'cancelUnpaid')}
        </Button>
      </PostForm>
    </details>
  )
}
