import { useEffect } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { order as messages } from '../i18n/messages/order.ts'
import { Button, Callout, cx, Icon, type IconName, LinkButton } from '../primitives/index.ts'
import { Countdown } from './Countdown.tsx'
import { orderFields } from './fields.ts'
import { type OrderLook, orderLook, units } from './order-state.ts'
import { PostForm, usePending } from './PostForm.tsx'
import type { OrderView } from './view.ts'

const icons: Record<OrderLook, IconName> = { waiting: 'clock', failed: 'alert', good: 'check', over: 'close' }

interface Props {
  order: OrderView
  onRefresh?: () => void
}

/** What is true of the order in one sentence, and what to do about it. */
export function OrderHead({ order, onRefresh }: Props) {
  const t = useT(messages)
  const format = useFormat()
  const look = orderLook(order.state)
  const refunded = order.refundState
  const title = refunded === 'full' ? t('refund_full') : order.checking ? t('state_checking') : t(`state_${order.state}`)
  return (
    <section className={cx('ohead', `is-${refunded === 'full' ? 'over' : look}`, order.reader === 'staff' && 'for-staff')}>
      <span className="tick">
        <Icon name={refunded === 'full' ? 'refresh' : icons[look]} size={24} />
      </span>
      <h1 className="display t32">{title}</h1>
      <p className="c2 loose">
        <OrderText order={order} />
      </p>
      {refunded === 'none' ? null : (
        <p className="c2 loose">
          {t(refunded === 'full' ? 'text_refund_full' : 'text_refund_partial', { amount: format.money(order.refundedTotal) })}
        </p>
      )}
      {order.checking ? <Checking order={order} onRefresh={onRefresh} /> : <PayAgain order={order} onRefresh={onRefresh} />}
    </section>
  )
}

function OrderText({ order }: { order: OrderView }) {
  const t = useT(messages)
  const format = useFormat()
  if (order.refundState === 'full' || order.checking) return null
  switch (order.state) {
    case 'awaiting_payment':
    case 'payment_failed':
      return order.payBefore ? t(`text_${order.state}`, { time: format.dateTime(order.payBefore) }) : null
    case 'paid': {
      const count = units(order.lines).kept
      return order.contact ? t('text_paid', { count, email: order.contact.email }) : t('text_paidPlain', { count })
    }
    default:
      return t(`text_${order.state}`)
  }
}

/** The webhook is the truth and the browser's return a hint: until the notice comes, the page asks again every two seconds. */
function Checking({ order, onRefresh }: Props) {
  const t = useT(messages)
  useEffect(() => {
    if (!onRefresh) return
    const timer = setInterval(onRefresh, 2000)
    return () => clearInterval(timer)
  }, [onRefresh])
  return (
    <div className="stack gap2 fullw">
      <Callout tone="info" icon="refresh" live>
        {t('checking')}
      </Callout>
      <LinkButton to={order.hrefs.self} variant="line" block>
        {t('refresh')}
      </LinkButton>
    </div>
  )
}

function PayAgain({ order, onRefresh }: Props) {
  const t = useT(messages)
  const format = useFormat()
  const busy = usePending('retry')
  const cancelling = usePending('cancel')
  const waiting = order.state === 'awaiting_payment' || order.state === 'payment_failed'
  if (!waiting || order.reader === 'staff') return null
  const amount = format.money(order.sum.total)
  return (
    <div className="stack gap2 fullw">
      {order.payBefore ? (
        <p className="t13 c3">
          <Countdown until={order.payBefore} text={(time) => t('timeLeft', { time })} over={t('timeUp')} onOver={onRefresh} />
        </p>
      ) : null}
      {order.state === 'awaiting_payment' && order.payHref ? (
        <LinkButton to={order.payHref} variant="buy" size="xl" block>
          {t('payNow', { amount })}
        </LinkButton>
      ) : null}
      {order.canRetry ? (
        <PostForm intent="retry" hidden={order.token ? { [orderFields.token]: order.token } : undefined}>
          <Button type="submit" variant="buy" size="xl" block busy={busy}>
            {t('payAgain', { amount })}
          </Button>
        </PostForm>
      ) : null}
      <PostForm intent="cancel">
        <Button type="submit" variant="quiet" block busy={cancelling}>
          {t('cancelOrder')}
        </Button>
      </PostForm>
    </div>
  )
}
