import { useFormat, useT } from '../i18n/index.ts'
import { afterSales } from '../i18n/messages/after-sales.ts'
import { Button, Callout } from '../primitives/index.ts'
import { AskRefund, errorText } from './AskRefund.tsx'
import type { AfterSalesAnswer, AfterSalesView } from './after-sales-view.ts'
import { DeskPanels } from './DeskPanels.tsx'
import { Exchanges } from './Exchanges.tsx'
import { Parcels } from './Parcels.tsx'
import { PostForm, usePending } from './PostForm.tsx'
import { Requests } from './Requests.tsx'

interface Props {
  view: AfterSalesView
  answer?: AfterSalesAnswer
}

/** Parcels, receipt and refunds that are asked for, between the lines of an order and its refunds. Posts `afterSalesFields` to this page. */
export function AfterSales({ view, answer }: Props) {
  const t = useT(afterSales)
  const small = answer && (answer.form === 'receive' || answer.form === 'parcel' || answer.form === 'withdraw')
  return (
    <>
      {small ? (
        <Callout tone="bad" live>
          {t(errorText[answer.error])}
        </Callout>
      ) : null}
      {view.receive ? <Receive receive={view.receive} /> : null}
      {view.parcels.length > 0 ? <Parcels parcels={view.parcels} desk={view.desk !== null} /> : null}
      {view.exchanges.length + view.exchangeOffers.length > 0 ? (
        <Exchanges exchanges={view.exchanges} offers={view.exchangeOffers} staff={view.desk !== null} />
      ) : null}
      {view.requests.length > 0 ? <Requests requests={view.requests} mayWithdraw={view.mayWithdraw} /> : null}
      {view.ask ? (
        <AskRefund key={view.requests.length} orderId={view.orderId} ask={view.ask} answer={answer?.form === 'ask' ? answer : undefined} />
      ) : null}
      {view.desk ? <DeskPanels desk={view.desk} answer={answer} /> : null}
    </>
  )
}

function Receive({ receive }: { receive: NonNullable<AfterSalesView['receive']> }) {
  const t = useT(afterSales)
  const format = useFormat()
  const busy = usePending('receive')
  return (
    <section className="panel stack gap2" aria-labelledby="o-receive">
      <h2 className="b t15" id="o-receive">
        {t('receiveTitle')}
      </h2>
      <p className="t13 c2 loose">
        {t('receiveText')}
        {receive.asked || receive.byItselfAt ? (
          <span className="blk">
            {receive.asked ? t('receiveAsked') : t('receiveByItself', { time: format.dateTime(receive.byItselfAt ?? '') })}
          </span>
        ) : null}
      </p>
      <PostForm intent="receive">
        <Button type="submit" variant="main" busy={busy}>
          {t('receive')}
        </Button>
      </PostForm>
    </section>
  )
}
