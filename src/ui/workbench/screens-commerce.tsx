import type { ReactElement } from 'react'
import {
  Cart,
  type CartLineView,
  Checkout,
  Earnings,
  OrderList,
  OrderPage,
  type OrderView,
  RefundPanel,
  SandboxPay,
  StaffOrders,
  WhyPage,
} from '../commerce/index.ts'
import { cart, checkout, cny, creator, earnings, order, product, refund, why } from './samples/commerce.ts'

type States = Record<string, ReactElement>

const [line] = cart.lines as [CartLineView]
const withLine = (more: Partial<CartLineView>, buyable = 2) => ({ ...cart, buyable, lines: [{ ...line, ...more }] })
const none = { ...cart.sum, rows: [], total: cny(0) }
const values = { country: 'CN', shipping: 'standard', email: 'ye@example.com', name: '叶知秋', line1: '灵溪路 18 号' }

const pay = {
  merchant: '云杉户外店',
  amount: cny(62_900),
  orderNumber: order.number,
  orderHref: order.hrefs.self,
  payBefore: '2026-11-22T12:54:32.000Z',
  delaySeconds: 5,
  closed: false,
}

const refunds: OrderView['refunds'] = [
  {
    id: 'r1',
    at: '2026-11-24T03:00:00.000Z',
    amount: cny(31_450),
    state: 'settled',
    lines: [{ title: '帐篷', quantity: 1, amount: cny(31_450) }],
    reason: 'buyer_return',
  },
]
const [orderLine] = order.lines as [OrderView['lines'][number]]
const back = (state: OrderView['refundState'], amount: number): OrderView => ({
  ...order,
  refundState: state,
  refundedTotal: cny(amount),
  refunds,
  lines: [{ ...orderLine, refundedQuantity: 1, refundedAmount: cny(amount) }],
})
const waiting = { ...order, state: 'awaiting_payment', steps: [{ kind: 'placed', at: order.placedAt }] } satisfies OrderView

export const cartStates: States = {
  filled: <Cart cart={cart} />,
  'price changed': <Cart cart={withLine({ trouble: { kind: 'price', before: cny(69_900) } })} />,
  'too few left': <Cart cart={withLine({ trouble: { kind: 'short', available: 1 }, available: 1 }, 1)} />,
  'sold out': <Cart cart={{ ...withLine({ trouble: { kind: 'sold-out' }, available: 0 }, 0), sum: none }} />,
  gone: <Cart cart={{ ...withLine({ trouble: { kind: 'gone' }, available: 0 }, 0), sum: none }} />,
  removed: <Cart cart={{ ...cart, removed: { lineId: 'line-2', title: '保温壶', quantity: 1 } }} />,
  empty: <Cart cart={{ ...cart, lines: [], buyable: 0, sum: none }} />,
}

export const checkoutStates: States = {
  guest: <Checkout view={checkout} values={{ country: 'CN', shipping: 'standard' }} />,
  member: <Checkout view={{ ...checkout, account: { email: 'ye@example.com' }, encrypted: true }} values={values} />,
  'field errors': (
    <Checkout
      view={checkout}
      values={{ ...values, email: 'ye@' }}
      errors={{ email: { code: 'email' }, line1: { code: 'house_number' }, name: { code: 'required' } }}
    />
  ),
  abroad: <Checkout view={checkout} values={{ ...values, country: 'DE' }} />,
  'something changed': (
    <Checkout
      view={checkout}
      values={values}
      changes={{
        totalBefore: cny(69_900),
        items: [
          { kind: 'price', title: product.title, before: cny(69_900), after: cny(62_900) },
          { kind: 'stock', title: '保温壶', left: 1 },
          { kind: 'gone', title: '营灯' },
        ],
      }}
    />
  ),
  failed: <Checkout view={checkout} values={values} failed />,
}

export const payStates: States = { open: <SandboxPay view={pay} />, closed: <SandboxPay view={{ ...pay, closed: true }} /> }

export const orderStates: States = {
  paid: <OrderPage order={order} />,
  'waits for payment': <OrderPage order={{ ...waiting, payBefore: '2026-11-22T12:54:32.000Z', payHref: '/zh/pay/p1' }} />,
  'being checked': <OrderPage order={{ ...waiting, checking: true }} />,
  'payment failed': <OrderPage order={{ ...waiting, state: 'payment_failed', canRetry: true, payBefore: '2026-11-22T12:54:32.000Z' }} />,
  expired: <OrderPage order={{ ...waiting, state: 'expired' }} />,
  cancelled: <OrderPage order={{ ...waiting, state: 'cancelled' }} />,
  'partly refunded': <OrderPage order={back('partial', 31_450)} />,
  refunded: <OrderPage order={back('full', 62_900)} />,
  'guest, test order': <OrderPage order={{ ...order, reader: 'guest', test: true, token: 'key' }} />,
  'no credit': <OrderPage order={{ ...order, lines: [{ ...orderLine, credit: null }] }} />,
  'staff with refund': (
    <OrderPage order={{ ...order, reader: 'staff' }}>
      <RefundPanel view={refund} values={{ 'quantity.line-1': '1' }} errors={{ reason: true }} />
    </OrderPage>
  ),
}

const row = {
  id: order.id,
  number: order.number,
  href: order.hrefs.self,
  state: order.state,
  refundState: order.refundState,
  placedAt: order.placedAt,
  total: order.sum.total,
  units: 1,
  pictures: [],
  firstTitle: product.title,
}

export const ordersStates: States = {
  some: (
    <OrderList
      orders={[row, { ...row, id: 'o2', state: 'expired' }, { ...row, id: 'o3', refundState: 'full' }]}
      shopHref="#"
      olderHref="#"
    />
  ),
  none: <OrderList orders={[]} shopHref="#" olderHref={null} />,
  staff: (
    <StaffOrders
      view={{
        rows: [
          { ...row, buyer: { name: '叶知秋', email: 'ye@example.com' }, test: true, asked: true, partlySent: false },
          { ...row, id: 'o2', buyer: null, test: false, asked: false, partlySent: true },
        ],
        states: [
          { state: null, href: '#', current: true },
          { state: 'paid', href: '#paid', current: false },
        ],
        asked: { href: '#asked', current: false },
        find: '',
        action: '#',
        backHref: '#',
        couponsHref: '#',
        payoutsHref: '#',
        programmesHref: '#',
        olderHref: null,
        waits: { overdueHolds: 2, bonuses: 1, troubles: 0 },
      }}
    />
  ),
}

export const whyStates: States = {
  creator: <WhyPage view={why} />,
  buyer: <WhyPage view={{ ...why, reader: 'buyer' }} />,
  'no credit': (
    <WhyPage
      view={{
        ...why,
        reader: 'buyer',
        verdict: null,
        reason: 'no_touch',
        rule: 'ATT-07',
        story: [],
        arithmetic: null,
        net: null,
        dates: null,
      }}
    />
  ),
  'own purchase': (
    <WhyPage view={{ ...why, verdict: null, reason: 'self_purchase', rule: 'ATT-15', arithmetic: null, net: null, dates: null }} />
  ),
  reversed: (
    <WhyPage
      view={{
        ...why,
        reversals: [{ at: '2026-11-24T03:00:00.000Z', refunded: cny(62_900), commission: cny(-4453), reason: 'refunded' }],
        net: cny(0),
        story: [...why.story, { kind: 'refunded', at: '2026-11-24T03:00:00.000Z', amount: cny(62_900), quantity: 1 }],
      }}
    />
  ),
  split: (
    <WhyPage
      view={{
        ...why,
        reader: 'staff',
        verdict: {
          shares: [
            { creator, shareBps: 6000, commission: cny(2672) },
            { creator: { ...creator, handle: 'muzi', name: '木子' }, shareBps: 4000, commission: cny(1781) },
          ],
        },
      }}
    />
  ),
}

const [entry] = earnings.rows as [(typeof earnings.rows)[number]]

export const earningsStates: States = {
  some: (
    <Earnings
      view={{
        ...earnings,
        rows: [entry, { ...entry, id: 'e2', kind: 'reversed', amount: cny(-1000), returned: { quantity: 1, of: 2 } }],
        closing: cny(3453),
        balance: cny(3453),
      }}
    />
  ),
  'below zero': (
    <Earnings
      view={{
        ...earnings,
        balance: cny(-1000),
        closing: cny(-1000),
        pending: cny(-1000),
        opening: cny(0),
        rows: [{ ...entry, kind: 'reversed', amount: cny(-1000), state: 'reversed', test: true }],
      }}
    />
  ),
  'by piece': (
    <Earnings
      view={{
        ...earnings,
        by: {
          by: 'piece',
          balance: cny(4453),
          groups: [
            {
              key: 'p',
              title: '零下五度露营，一顶双人帐篷撑住了整晚',
              day: null,
              href: '#',
              orders: 3,
              earned: 5453,
              reversed: 1500,
              net: 3953,
            },
            { key: '', title: null, day: null, href: null, orders: 1, earned: 500, reversed: 0, net: 500 },
          ],
        },
      }}
    />
  ),
  'by day, not adding up': (
    <Earnings
      view={{
        ...earnings,
        by: {
          by: 'day',
          balance: cny(1),
          groups: [{ key: 'd', title: null, day: '2026-11-22', href: null, orders: 1, earned: 4453, reversed: 0, net: 4453 }],
        },
      }}
    />
  ),
  'does not add up': <Earnings view={{ ...earnings, closing: cny(1) }} />,
  none: <Earnings view={{ ...earnings, rows: [], balance: cny(0), pending: cny(0), closing: cny(0) }} />,
  'none of this kind': <Earnings view={{ ...earnings, rows: [], filter: 'reversed' }} />,
}
