import { Link } from 'react-router'
import { useFormat, useT } from '../i18n/index.ts'
import { order as messages } from '../i18n/messages/order.ts'
import { Empty, LinkButton, Picture, Tag } from '../primitives/index.ts'
import { badgeTone } from './order-state.ts'
import type { OrderRowView } from './view.ts'

interface Props {
  orders: OrderRowView[]
  shopHref: string
  /** Where older orders are; null when these are all. */
  olderHref: string | null
}

/** The buyer's orders, newest first. */
export function OrderList({ orders, shopHref, olderHref }: Props) {
  const t = useT(messages)
  return (
    <main id="main" className="buy">
      <div className="olist">
        <h1 className="display t24 olist-head">{t('orders')}</h1>
        {orders.length === 0 ? (
          <Empty
            title={t('ordersEmpty')}
            icon="bag"
            action={
              <LinkButton to={shopHref} variant="main">
                {t('keepLooking')}
              </LinkButton>
            }
          >
            {t('ordersEmptyText')}
          </Empty>
        ) : (
          <ul className="stack">
            {orders.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        )}
        {olderHref ? (
          <LinkButton to={olderHref} variant="line" block>
            {t('older')}
          </LinkButton>
        ) : null}
      </div>
    </main>
  )
}

function Row({ row }: { row: OrderRowView }) {
  const t = useT(messages)
  const format = useFormat()
  const state = row.refundState === 'none' ? t(`badge_${row.state}`) : t(`refund_${row.refundState}`)
  return (
    <li className="panel orow">
      <span className="row between t12 c3 num">
        <span>{format.dateTime(row.placedAt, { year: true })}</span>
        <Tag tone={badgeTone(row)}>{state}</Tag>
      </span>
      <span className="row">
        <span className="opics">
          {row.pictures.slice(0, 3).map((picture) => (
            <Picture key={picture.id} media={picture} sizes="56px" ratio="1/1" decorative />
          ))}
        </span>
        <span className="grow">
          <Link to={row.href} className="b clamp1 orow-link">
            {row.firstTitle}
          </Link>
          <span className="t12 c2 blk num">
            {t('units', { count: row.units })} · {row.number}
          </span>
        </span>
        <b className="num">{format.money(row.total)}</b>
      </span>
    </li>
  )
}
