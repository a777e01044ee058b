import { Fragment } from 'react'
import { Form, Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { afterSales } from '../i18n/messages/after-sales.ts'
import { order as messages } from '../i18n/messages/order.ts'
import { programmes } from '../i18n/messages/programmes.ts'
import { Button, Callout, ChipLink, Empty, Input, LinkButton, Tag } from '../primitives/index.ts'
import { badgeTone } from './order-state.ts'
import { PageHead } from './PageHead.tsx'
import type { OrderRowView, OrderState } from './view.ts'

export interface StaffOrderRowView extends OrderRowView {
  /** Null when the contact was erased. */
  buyer: { name: string; email: string } | null
  test: boolean
  /** Its buyer waits for an answer. */
  asked: boolean
  partlySent: boolean
}

export interface StaffOrdersView {
  rows: StaffOrderRowView[]
  /** Filters as links; null is all of them. */
  states: { state: Exclude<OrderState, 'payment_failed' | 'shipped'> | null; href: string; current: boolean }[]
  /** The filter of those whose buyers wait for an answer. */
  asked: { href: string; current: boolean }
  /** The number that is looked for; empty when none is. */
  find: string
  /** Where the search is sent. */
  action: string
  backHref: string
  /** The editor of discount codes. */
  couponsHref: string
  /** Payout runs and holds. */
  payoutsHref: string
  /** The editor of programmes. */
  programmesHref: string
  olderHref: string | null
  /** What waits for finance besides orders. */
  waits: { overdueHolds: number; bonuses: number; troubles: number }
}

/** All orders for finance and admin: by state, or one by its number. Works without script: filters are links, the search is a plain form. */
export function StaffOrders({ view }: { view: StaffOrdersView }) {
  const t = useT(messages)
  const to = useTo()
  const ta = useT(afterSales)
  const tp = useT(programmes)
  return (
    <main id="main" className="buy">
      <PageHead title={t('staffOrders')} back={view.backHref} />
      <div className="olist stack gap4">
        <nav className="row wrapx gap1 ostaff" aria-label={t('staffMore')}>
          <LinkButton to={view.payoutsHref} variant="quiet" size="sm" icon="wallet">
            {t('staffPayouts')}
          </LinkButton>
          <LinkButton to={to('/desk/risk')} variant="quiet" size="sm" icon="alert">
            {t('staffRisk')}
          </LinkButton>
          <LinkButton to={view.programmesHref} variant="quiet" size="sm" icon="sprout">
            {tp('title')}
          </LinkButton>
          <LinkButton to={view.couponsHref} variant="quiet" size="sm" icon="coupon">
            {ta('coupons')}
          </LinkButton>
        </nav>
        <Waits waits={view.waits} />
        <Form method="get" action={view.action} className="row wrapx ofind">
          <Input
            label={t('staffFind')}
            labelHidden
            placeholder={t('staffFind')}
            name="find"
            defaultValue={view.find}
            maxLength={64}
            className="num"
          />
          <Button type="submit" variant="line">
            {t('staffFindButton')}
          </Button>
        </Form>
        <nav className="hscroll ostates" aria-label={t('staffState')}>
          {view.states.map(({ state, href, current }) => (
            <Fragment key={href}>
              <ChipLink to={href} current={current}>
                {state === null ? t('staffAll') : state === 'paid' ? ta('filterToSend') : t(`badge_${state}`)}
              </ChipLink>
              {state === null ? (
                <ChipLink to={view.asked.href} current={view.asked.current}>
                  {ta('filterAsked')}
                </ChipLink>
              ) : null}
            </Fragment>
          ))}
        </nav>
        {view.rows.length === 0 ? (
          <Empty title={t('staffEmpty')} icon="bag">
            {t('staffEmptyText')}
          </Empty>
        ) : (
          <ul className="stack gap2">
            {view.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        )}
        {view.olderHref ? (
          <LinkButton to={view.olderHref} variant="line" block>
            {t('older')}
          </LinkButton>
        ) : null}
      </div>
    </main>
  )
}

/** What else waits for somebody of finance; nothing when all is done. */
function Waits({ waits: { overdueHolds, bonuses, troubles } }: Pick<StaffOrdersView, 'waits'>) {
  const t = useT(messages)
  const to = useTo()
  const all = [
    { count: overdueHolds, text: t('waitsHolds', { count: overdueHolds }), path: '/desk/holds' },
    { count: troubles, text: t('waitsTroubles', { count: troubles }), path: '/desk/payment-troubles' },
    { count: bonuses, text: t('waitsBonuses', { count: bonuses }), path: '/desk/bonuses' },
  ].filter(({ count }) => count > 0)
  if (all.length === 0) return null
  return (
    <Callout tone={overdueHolds + troubles > 0 ? 'bad' : 'honey'}>
      <ul className="stack owaits">
        {all.map(({ path, text }) => (
          <li key={path}>
            <Link className="link" to={to(path)}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </Callout>
  )
}

function Row({ row }: { row: StaffOrderRowView }) {
  const t = useT(messages)
  const ta = useT(afterSales)
  const format = useFormat()
  const state = row.refundState === 'none' ? t(`badge_${row.state}`) : t(`refund_${row.refundState}`)
  return (
    <li className="panel orow">
      <span className="row between t12 c3 num wrapx">
        <span>
          {format.dateTime(row.placedAt)} · {row.number}
        </span>
        <span className="row gap1">
          {row.test ? <Tag>{t('staffTest')}</Tag> : null}
          {row.asked ? <Tag tone="honey">{ta('badgeAsked')}</Tag> : null}
          {row.partlySent ? <Tag>{ta('badgePartly')}</Tag> : null}
          <Tag tone={badgeTone(row)}>{state}</Tag>
        </span>
      </span>
      <span className="row">
        <span className="grow">
          <Link to={row.href} className="b clamp1 orow-link">
            {row.firstTitle}
          </Link>
          <span className="t12 c2 blk clamp1">
            {t('units', { count: row.units })}
            {row.buyer ? ` · ${row.buyer.name} · ${row.buyer.email}` : null}
          </span>
        </span>
        <b className="num">{format.money(row.total)}</b>
      </span>
    </li>
  )
}
