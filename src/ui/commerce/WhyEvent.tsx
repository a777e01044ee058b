import type { ReactNode } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { why as messages } from '../i18n/messages/why.ts'
import { Icon, type IconName } from '../primitives/index.ts'
import type { WhyEventView } from './why-view.ts'

const icons: Record<WhyEventView['kind'], IconName> = {
  'window-opens': 'clock',
  'checkout-began': 'lock',
  placed: 'bag',
  paid: 'check',
  refunded: 'refresh',
  reversed: 'minus',
}

/** A moment between the touches: the window opens, checkout begins, money moves. Refunds and reversals are red and signed. */
export function WhyEvent({ event, windowDays, phase }: { event: WhyEventView; windowDays: number; phase: string }) {
  const format = useFormat()
  const red = event.kind === 'refunded' || event.kind === 'reversed'
  const strong = event.kind === 'paid'
  return (
    <li className={`ev ${phase}${red ? ' back' : ''}${strong ? ' paid' : ''}`}>
      <span className="nd">
        <Icon name={icons[event.kind]} size={14} />
      </span>
      <p className="t13">
        <time className="num" dateTime={event.at}>
          {format.dateTime(event.at)}
        </time>
        <span>
          <EventText event={event} windowDays={windowDays} />
        </span>
      </p>
    </li>
  )
}

function EventText({ event, windowDays }: { event: WhyEventView; windowDays: number }): ReactNode {
  const t = useT(messages)
  const format = useFormat()
  // The sentences say which way money went, so amounts stand without a sign.
  const amount = event.amount ? format.money({ ...event.amount, amount: Math.abs(event.amount.amount) }) : null
  switch (event.kind) {
    case 'window-opens':
      return t('event_window', { days: windowDays })
    case 'checkout-began':
      return t('event_checkout')
    case 'placed':
      return t('event_placed')
    case 'paid':
      return amount ? t('event_paid', { amount }) : t('event_paidPlain')
    case 'refunded':
      return t('event_refunded', { count: event.quantity ?? 0, amount: amount ?? '' })
    case 'reversed':
      return t('event_reversed', { amount: amount ?? '' })
  }
}
