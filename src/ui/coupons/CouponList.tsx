import { Link } from 'react-router'
import { PageHead } from '../commerce/index.ts'
import { useFormat, useT } from '../i18n/index.ts'
import { coupons as messages } from '../i18n/messages/coupons.ts'
import { Empty, LinkButton, Tag } from '../primitives/index.ts'
import type { CouponRowView } from './view.ts'

const tones = { live: 'good', waiting: 'honey', over: 'neutral', paused: 'honey', ended: 'neutral' } as const

interface Props {
  rows: CouponRowView[]
  backHref: string
  /** Where a new one is made; null for a creator's own list. */
  addHref: string | null
}

/** Codes with what they take off, whom they credit and how often they were used. */
export function CouponList({ rows, backHref, addHref }: Props) {
  const t = useT(messages)
  const own = addHref === null
  return (
    <main id="main" className="buy">
      <PageHead title={t(own ? 'mine' : 'title')} back={backHref}>
        {addHref ? (
          <LinkButton to={addHref} variant="main" size="sm" icon="plus">
            {t('add')}
          </LinkButton>
        ) : null}
      </PageHead>
      <div className="olist">
        {rows.length === 0 ? (
          <Empty title={t(own ? 'emptyMine' : 'empty')} icon="coupon">
            {t(own ? 'emptyMineText' : 'emptyText')}
          </Empty>
        ) : (
          <ul className="stack gap2">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        )}
      </div>
    </main>
  )
}

function Row({ row }: { row: CouponRowView }) {
  const t = useT(messages)
  return (
    <li className="panel orow">
      <span className="row between wrapx">
        {row.href ? (
          <Link to={row.href} className="b num orow-link">
            {row.code}
          </Link>
        ) : (
          <b className="num">{row.code}</b>
        )}
        <Tag tone={tones[row.state]}>{t(`state_${row.state}`)}</Tag>
      </span>
      <Terms row={row} />
      <span className="row between wrapx t13 c2">
        <Credit row={row} />
        <span className="num">
          {row.limitTotal === null ? t('used', { count: row.used }) : t('usedOf', { count: row.used, limit: row.limitTotal })}
        </span>
      </span>
    </li>
  )
}

function Credit({ row: { owner, programme, attributes, isPublic, barred } }: { row: CouponRowView }) {
  const t = useT(messages)
  if (!owner || !attributes || isPublic) return <span>{t(isPublic ? 'publicCode' : 'excluded')}</span>
  return (
    <span>
      {t('owner', { name: owner.name })}
      {programme ? ` · ${t('under', { name: programme })}` : null}
      {barred ? <b className="blk neg">{t(`barred_${barred}`)}</b> : null}
    </span>
  )
}

function Terms({ row }: { row: CouponRowView }) {
  const t = useT(messages)
  const format = useFormat()
  const terms = [
    row.off ? t('off', { amount: format.money(row.off) }) : t('offPercent', { rate: format.rate(row.bps ?? 0) }),
    row.minGoods ? t('from', { amount: format.money(row.minGoods) }) : null,
    row.maxDiscount ? t('most', { amount: format.money(row.maxDiscount) }) : null,
    row.products > 0 ? t('some', { count: row.products }) : null,
    row.state === 'waiting' && row.startsAt ? t('fromTime', { time: format.dateTime(row.startsAt) }) : null,
    row.endsAt ? t('until', { time: format.dateTime(row.endsAt) }) : null,
  ]
  return <span className="t13">{terms.filter((term) => term !== null).join(' · ')}</span>
}
