import type { Faces } from '../../../flows/commerce/read-faces.ts'
import type { OrderPage, OrderSummary } from '../../../flows/orders/list-orders.ts'
import type { OrderRowView, StaffOrdersView } from '../../../ui/commerce/index.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'

/** Rows of a list of orders. */
export const orderRows = (orders: readonly OrderSummary[], faces: Faces, locale: Locale): OrderRowView[] =>
  orders.map(({ id, number, state, paymentFailed, refundState, placedAt, total, currency, units, pictures, firstTitle }) => ({
    ...{ id, number, refundState, placedAt, units, firstTitle },
    href: localePath(locale, `/orders/${id}`),
    state: paymentFailed && state === 'awaiting_payment' ? 'payment_failed' : state,
    total: { amount: total, currency },
    pictures: pictures.flatMap((picture) => faces.pictures.get(picture) ?? []),
  }))

type StoredState = OrderSummary['state']

const storedStates: readonly StoredState[] = ['awaiting_payment', 'paid', 'fulfilled', 'completed', 'cancelled', 'expired']

/** The state that an address asks for; undefined for none and for what is no state. */
export const storedStateOf = (text: string | null): StoredState | undefined => storedStates.find((state) => state === text)

interface StaffParts {
  page: OrderPage
  faces: Faces
  locale: Locale
  state: StoredState | null
  /** Only those with a request that waits. */
  asked: boolean
  find: string
  waits: StaffOrdersView['waits']
}

/** The staff's list with its filters; every link keeps what the others chose. */
export function staffOrdersView({ page, faces, locale, state, asked, find, waits }: StaffParts): StaffOrdersView {
  const self = localePath(locale, '/desk/orders')
  const linkTo = (query: Record<string, string | null>) => {
    const kept = Object.entries({ find: find || null, ...query }).filter((entry): entry is [string, string] => entry[1] !== null)
    return kept.length === 0 ? self : `${self}?${new URLSearchParams(kept)}`
  }
  const rows = orderRows(page.orders, faces, locale)
  return {
    rows: rows.map((row, index) => staffRow(row, page.orders[index]!)),
    asked: { href: linkTo({ asked: '1' }), current: asked },
    states: [null, ...storedStates].map((one) => ({ state: one, href: linkTo({ state: one }), current: !asked && one === state })),
    find,
    waits,
    action: self,
    backHref: localePath(locale, '/'),
    couponsHref: localePath(locale, '/desk/coupons'),
    payoutsHref: localePath(locale, '/desk/payouts'),
    programmesHref: localePath(locale, '/desk/programmes'),
    olderHref: page.nextCursor ? linkTo({ asked: asked ? '1' : null, state, after: page.nextCursor }) : null,
  }
}

const staffRow = (row: OrderRowView, { buyer, test, asked, sent }: OrderSummary): StaffOrdersView['rows'][number] => ({
  ...row,
  ...{ buyer, test, asked },
  partlySent: row.state === 'paid' && sent === 'partial',
})
