import type { ReactNode } from 'react'
import { causeWords } from '../i18n/cause-words.ts'
import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { corrections } from '../i18n/messages/corrections.ts'
import { why as messages } from '../i18n/messages/why.ts'
import { whyElsewhere } from '../i18n/messages/why-elsewhere.ts'
import { Icon, type IconName } from '../primitives/index.ts'
import type { WhyEventView } from './why-view.ts'

const icons: Record<WhyEventView['kind'], IconName> = {
  'window-opens': 'clock',
  'checkout-began': 'lock',
  placed: 'bag',
  told: 'check',
  paid: 'check',
  refunded: 'refresh',
  reversed: 'minus',
}

interface About {
  windowDays: number
  /** The shop that told of the sale; null for an order of ours. */
  elsewhere: string | null
}

/** A moment between the touches: the window opens, checkout begins, money moves. Refunds and reversals are red and signed. */
export function WhyEvent({ event, phase, ...about }: { event: WhyEventView; phase: string } & About) {
  const format = useFormat()
  const red = event.kind === 'refunded' || event.kind === 'reversed'
  const strong = event.kind === 'paid' || event.kind === 'told'
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
          <EventText event={event} {...about} />
        </span>
      </p>
    </li>
  )
}

function EventText({ event, windowDays, elsewhere: shop }: { event: WhyEventView } & About): ReactNode {
  const t = useT(messages)
  const tElsewhere = useT(whyElsewhere)
  const format = useFormat()
  // The sentences say which way money went, so amounts stand without a sign.
  const amount = event.amount ? format.money({ ...event.amount, amount: Math.abs(event.amount.amount) }) : null
  switch (event.kind) {
    case 'window-opens':
      return t('event_window', { days: windowDays })
    case 'checkout-began':
      return t('event_checkout')
    case 'placed':
      return shop === null ? t('event_placed') : tElsewhere('sold', { shop })
    case 'told':
      return tElsewhere('told', { shop: shop ?? '' })
    case 'paid':
      return amount ? t('event_paid', { amount }) : t('event_paidPlain')
    case 'refunded':
      return shop === null
        ? t('event_refunded', { count: event.quantity ?? 0, amount: amount ?? '' })
        : tElsewhere('refunded', { shop, amount: amount ?? '' })
    case 'reversed':
      return <Reversed event={event} amount={amount ?? ''} />
  }
}

/** By a refund in the same share; by anything else with its reason. */
function Reversed({ event, amount }: { event: WhyEventView; amount: string }): ReactNode {
  const t = useT(messages)
  const say = useT(corrections)
  const { locale } = useLocale()
  const reason = causeWords(event.reason ?? null, locale)
  if (reason === null) return t('event_reversed', { amount })
  return say((event.amount?.amount ?? 0) > 0 ? 'event_given' : 'event_taken', { amount, reason })
}
