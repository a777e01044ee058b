import type { Role, Stage } from '../e2e/people.ts'
import type { Screen } from './screens.ts'

/** Ids of the demo world's money, asked from its records as those who may. */
export async function findMoney(stage: Stage) {
  const admin = await stage.member('admin')
  const idOf = async <T = string>(path: string, pick: (doc: Record<string, unknown>) => unknown = ({ id }) => id): Promise<T> => {
    const answer = await admin.request.get(`/api/${path}${path.includes('?') ? '&' : '?'}limit=1&depth=0`)
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`)
    const [doc] = ((await answer.json()) as { docs: Record<string, unknown>[] }).docs
    if (!doc) throw new Error(`The demo world has none of ${path}`)
    return pick(doc) as T
  }
  const orderOf = ({ order }: Record<string, unknown>) => order
  const found = {
    run: await idOf('payout-runs?sort=-createdAt'),
    coupon: await idOf('coupons?where[creator][exists]=true'),
    asked: await idOf('refund-requests?where[state][equals]=asked', orderOf),
    declined: await idOf('refund-requests?where[state][equals]=declined', orderOf),
    sent: await idOf('shipments?where[state][equals]=shipped', orderOf),
    received: await idOf('orders?where[state][equals]=completed'),
  }
  const month = await idOf('ledger-entries?sort=at', ({ at }) => String(at).slice(0, 7))
  await admin.context().close()
  const creator = await stage.member('creator')
  const own = await creator.request.get('/api/ledger-entries?where[kind][equals]=accrue&limit=1&depth=0')
  const earned = ((await own.json()) as { docs: { order?: string }[] }).docs[0]?.order
  if (!earned) throw new Error('The demo creator earned nothing')
  await creator.context().close()
  return { ...found, month, earned }
}

export type FoundMoney = Awaited<ReturnType<typeof findMoney>>

/** What creators are owed and paid, and what staff settle it by. */
export function moneyScreens(found: FoundMoney): Screen[] {
  const screen = (name: string, who: Role, path: string): Screen => ({ name, who, path })
  return [
    screen('studio-payouts', 'creator', '/studio/payouts'),
    screen('studio-statement', 'creator', `/studio/statements/${found.month}`),
    screen('studio-programmes', 'creator', '/studio/programmes'),
    screen('studio-coupons', 'creator', '/studio/coupons'),
    screen('studio-claims', 'creator', '/studio/claims'),
    screen('studio-why', 'creator', `/orders/${found.earned}/why`),
    screen('desk-payouts', 'finance', '/desk/payouts'),
    screen('desk-payout-run', 'finance', `/desk/payouts/${found.run}`),
    screen('desk-programmes', 'admin', '/desk/programmes'),
    screen('desk-coupons', 'admin', '/desk/coupons'),
    screen('desk-coupon', 'admin', `/desk/coupons/${found.coupon}`),
    screen('desk-coupon-new', 'admin', '/desk/coupons/new'),
    screen('desk-simulator', 'finance', '/desk/simulator?model=first_touch&rate=15'),
    screen('desk-order-asked', 'finance', `/orders/${found.asked}`),
    screen('desk-order-declined', 'finance', `/orders/${found.declined}`),
    screen('desk-order-sent', 'finance', `/orders/${found.sent}`),
    screen('desk-order-received', 'finance', `/orders/${found.received}`),
  ]
}
