import type { Faces } from '../../../flows/commerce/read-faces.ts'
import type { EarningsRead } from '../../../flows/earnings/read-earnings.ts'
import type { EarningsBy, EarningsGroups } from '../../../flows/earnings/read-earnings-by.ts'
import { dayIn } from '../../../lib/calendar.ts'
import type { EarningsByView, EarningsLook, EarningsView } from '../../../ui/commerce/index.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'
import { pieceLink } from './faces.ts'

export type EarningsFilter = EarningsView['filter']

const filters: readonly EarningsFilter[] = ['all', 'earned', 'reversed', 'paid']

/** The filter that an address asks for; all rows for anything else. */
export const filterOf = (text: string | null): EarningsFilter => filters.find((filter) => filter === text) ?? 'all'

const looks: readonly EarningsLook[] = ['entry', 'piece', 'product', 'day']

/** What an address asks to look at; every entry for anything else. */
export const lookOf = (text: string | null): EarningsLook => looks.find((look) => look === text) ?? 'entry'

export interface EarningsParts {
  earnings: EarningsRead
  faces: Faces
  locale: Locale
  filter: EarningsFilter
  /** Month of the shop's calendar, such as `2026-11`, whose statement the link gives. */
  month: string
  /** What is summed up instead of the entries. */
  groups?: { by: EarningsBy; read: EarningsGroups } | null
  /** Where she is paid, masked; null before she said so. */
  account?: { masked: string } | null
  /** When the books were last proved. */
  checkedAt?: string | null
}

/** The creator's ledger as a screen; its sums are the flow's, and the screen adds the rows up again. */
export function earningsView({
  earnings,
  faces,
  locale,
  filter,
  month,
  groups = null,
  account = null,
  checkedAt = null,
}: EarningsParts): EarningsView {
  const money = (amount: number) => ({ amount, currency: earnings.currency })
  const self = localePath(locale, '/studio/earnings')
  const filtered = (kind: EarningsFilter) => (kind === 'all' ? self : `${self}?kind=${kind}`)
  const older = new URLSearchParams({ ...(filter === 'all' ? {} : { kind: filter }), before: String(earnings.nextBefore) })
  return {
    balance: money(earnings.balance),
    pending: money(earnings.pending),
    payable: money(earnings.payable),
    onHold: money(earnings.onHold),
    owedBack: money(earnings.owedBack),
    nextPayout: earnings.nextPayout,
    minPayout: money(earnings.minPayout),
    paid: money(earnings.paid),
    onItsWay: money(earnings.onItsWay),
    dates: earnings.dates.map(({ day, amount, expected, lines }) => ({ day, amount: money(amount), expected, lines })),
    account,
    opening: money(earnings.opening),
    closing: money(earnings.closing),
    rows: earnings.rows.map((row) => ({
      ...{ id: row.id, at: row.at, kind: row.kind, returned: row.returned, state: row.state, test: row.test },
      amount: money(row.amount),
      piece: row.piece ? pieceLink(faces, locale, row.piece.id) : null,
      product: row.productTitle,
      orderNumber: row.orderNumber,
      reason: row.reason,
      cause: row.cause,
      payable: row.payable,
      whyHref: whyHref(row, locale),
    })),
    filter,
    by: groups && byView(groups, faces, locale),
    hrefs: {
      all: filtered('all'),
      earned: filtered('earned'),
      reversed: filtered('reversed'),
      paid: filtered('paid'),
      payouts: localePath(locale, '/studio/payouts'),
      older: earnings.nextBefore === null ? null : `${self}?${older}`,
      csv: `/v1/me/statement.csv?month=${month}`,
      write: localePath(locale, '/studio/new'),
      looks: { entry: self, piece: `${self}?by=piece`, product: `${self}?by=product`, day: `${self}?by=day` },
    },
    checkedAt,
  }
}

/** Groups with what they are called now: a piece by its title, a product by the title it was sold under. */
function byView({ by, read }: { by: EarningsBy; read: EarningsGroups }, faces: Faces, locale: Locale): EarningsByView {
  const named = (key: string) => {
    if (by === 'piece') return pieceLink(faces, locale, key)
    const page = faces.products.get(key)
    return { title: read.titles.get(key) ?? null, href: page ? localePath(locale, `/product/${page.slug}`) : null }
  }
  return {
    by,
    balance: { amount: read.balance, currency: read.currency },
    groups: read.groups.map((group) => {
      const face = by === 'day' || group.key === '' ? null : named(group.key)
      return { ...group, day: by === 'day' ? group.key : null, title: face?.title ?? null, href: face?.href ?? null }
    }),
  }
}

/** The month of a moment as the shop's calendar has it, such as `2026-11`. */
export const monthOf = (at: Date, timeZone: string): string => dayIn(timeZone)(at).slice(0, 7)

/** What a claim credited has no line of an order: the claim says why. */
function whyHref({ orderId, lineId, cause }: EarningsRead['rows'][number], locale: Locale): string | null {
  if (orderId && lineId) return `${localePath(locale, `/orders/${orderId}/why`)}?line=${lineId}&as=creator`
  return cause === 'correction' ? localePath(locale, '/studio/claims') : null
}
