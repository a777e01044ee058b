import type { ReactNode } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { order as messages } from '../i18n/messages/order.ts'
import { Callout, LinkButton } from '../primitives/index.ts'
import { AfterSales } from './AfterSales.tsx'
import { addressLines } from './address-form.ts'
import type { AfterSalesAnswer } from './after-sales-view.ts'
import { OrderHead } from './OrderHead.tsx'
import { OrderLines } from './OrderLines.tsx'
import { OrderRefunds } from './OrderRefunds.tsx'
import { OrderSteps } from './OrderSteps.tsx'
import { OrderThanks } from './OrderThanks.tsx'
import { orderLook } from './order-state.ts'
import { PageHead } from './PageHead.tsx'
import { SumTable } from './SumTable.tsx'
import type { OrderView } from './view.ts'

interface Props {
  order: OrderView
  /** Asks the server again: after the deadline, and while a payment is being checked. */
  onRefresh?: () => void
  /** What became of a form about parcels, receipt or requests. */
  answer?: AfterSalesAnswer
  /** Staff tools, such as the refund panel. */
  children?: ReactNode
}

/** One order, for its owner, for a guest with the link, and for staff. Posts `orderFields` to this page. */
export function OrderPage({ order, onRefresh, answer, children }: Props) {
  const t = useT(messages)
  const good = orderLook(order.state) === 'good'
  return (
    <main id="main" className="buy order">
      <PageHead title={t('order', { number: order.number })} back={order.hrefs.back} plain />
      <div className="co">
        <div className="stack gap4">
          {order.test ? <Callout tone="honey">{t('testOrder')}</Callout> : null}
          {order.exchangeOf ? <PaysExchange {...order.exchangeOf} /> : null}
          <OrderHead order={order} onRefresh={onRefresh} />
          {good ? <OrderSteps steps={order.steps} /> : null}
          <OrderLines lines={order.lines} />
          {order.after ? <AfterSales view={order.after} answer={answer} /> : null}
          {order.refunds.length > 0 ? <OrderRefunds refunds={order.refunds} /> : null}
          {children}
        </div>
        <aside className="stack gap4">
          <OrderSum order={order} />
          {good && order.reader !== 'staff' ? <OrderThanks lines={order.lines} /> : null}
          {order.contact ? <Contact contact={order.contact} placedAt={order.placedAt} number={order.number} /> : null}
          {order.reader === 'guest' ? <GuestNote signUp={order.hrefs.signUp} /> : null}
          {good && order.reader !== 'staff' ? (
            <LinkButton to={order.hrefs.shop} variant="line" block>
              {t('keepLooking')}
            </LinkButton>
          ) : null}
        </aside>
      </div>
    </main>
  )
}

/** ATT-31: this order is the difference of an exchange; its goods go back by the other one. */
function PaysExchange({ number, href }: NonNullable<OrderView['exchangeOf']>) {
  const t = useT(messages)
  return (
    <Callout>
      <p>{t('paysExchange', { number })}</p>
      <LinkButton to={href} variant="quiet" size="sm" className="flush">
        {t('seeExchanged')}
      </LinkButton>
    </Callout>
  )
}

function OrderSum({ order }: { order: OrderView }) {
  const t = useT(messages)
  const format = useFormat()
  const refunded = order.refundedTotal.amount
  const kept = { ...order.sum.total, amount: order.sum.total.amount - refunded }
  return (
    <section className="panel" aria-label={t('sum')}>
      <SumTable sum={order.sum}>
        {refunded > 0 ? (
          <>
            <div className="tot">
              <dt>{t('refundedTotal')}</dt>
              <dd className="neg">{format.money({ ...order.refundedTotal, amount: -refunded })}</dd>
            </div>
            <div>
              <dt>{t('kept')}</dt>
              <dd className="b">{format.money(kept)}</dd>
            </div>
          </>
        ) : null}
      </SumTable>
    </section>
  )
}

function Contact({ contact, placedAt, number }: { contact: NonNullable<OrderView['contact']>; placedAt: string; number: string }) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <section className="panel stack" aria-labelledby="o-contact">
      <h2 className="b t15" id="o-contact">
        {t('contact')}
      </h2>
      <address className="t13 loose">
        {contact.name}
        {contact.phone ? ` · ${contact.phone}` : null}
        {addressLines(contact.address).map((line) => (
          <span className="blk" key={line}>
            {line}
          </span>
        ))}
      </address>
      <dl className="kv t13">
        <dt>{t('email')}</dt>
        <dd>{contact.email}</dd>
        <dt>{t('number')}</dt>
        <dd className="num">{number}</dd>
        <dt>{t('placedAt')}</dt>
        <dd className="num">{format.dateTime(placedAt, { year: true })}</dd>
      </dl>
    </section>
  )
}

function GuestNote({ signUp }: { signUp: string }) {
  const t = useT(messages)
  return (
    <Callout>
      <p>{t('guestNote')}</p>
      <LinkButton to={signUp} variant="quiet" size="sm" className="flush">
        {t('guestSignUp')}
      </LinkButton>
    </Callout>
  )
}
