import { Link } from 'react-router'
import { sumMinor } from '../../lib/money.ts'
import { useFormat, useT } from '../i18n/index.ts'
import { order as messages } from '../i18n/messages/order.ts'
import { Avatar, Icon } from '../primitives/index.ts'
import { creditsByCreator } from './order-state.ts'
import type { OrderLineView } from './view.ts'

/** What this order is worth to whom, with the way to the arithmetic. Nothing when nobody is credited. */
export function OrderThanks({ lines }: { lines: OrderLineView[] }) {
  const t = useT(messages)
  const format = useFormat()
  const credits = creditsByCreator(lines)
  const [first] = credits
  const href = lines.find((line) => line.credit && line.whyHref)?.whyHref
  if (!first || !href) return null
  const amount = format.money({ ...first.amount, amount: sumMinor(credits.map((credit) => credit.amount.amount)) })
  const text = credits.length === 1 ? t('thanks', { name: first.creator.name, amount }) : t('thanksMany', { count: credits.length, amount })
  return (
    <Link to={href} className="thanks">
      <span className="avs">
        {credits.slice(0, 3).map(({ creator }) => (
          <Avatar key={creator.handle} media={creator.avatar ?? undefined} name={creator.name} />
        ))}
      </span>
      <span className="grow">
        <b>{text}</b>
        <span className="t12 blk">{t('thanksText')}</span>
      </span>
      <Icon name="chevron" />
    </Link>
  )
}
