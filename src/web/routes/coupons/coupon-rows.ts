import type { CouponRead } from '../../../flows/coupons/list-coupons.ts'
import type { CouponRowView } from '../../../ui/coupons/index.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'

/** Rows of a list of codes; with `desk` each leads to its editor. */
export const couponRows = (coupons: readonly CouponRead[], locale: Locale, now: Date, desk: boolean): CouponRowView[] =>
  coupons.map((coupon) => {
    const money = (amount: number | null) => (amount === null ? null : { amount, currency: coupon.currency })
    const { id, code, kind, bps, used, limitTotal, creator, isPublic, attributes, barred, startsAt, endsAt } = coupon
    return {
      ...{ id, code, kind, bps, used, limitTotal, isPublic, attributes, barred, startsAt, endsAt },
      ...{ off: money(coupon.amount), minGoods: money(coupon.minGoods), maxDiscount: money(coupon.maxDiscount) },
      owner: creator ? { name: creator.name } : null,
      programme: coupon.programme?.name[locale] ?? null,
      products: coupon.products.length,
      state: stateOf(coupon, now),
      href: desk ? localePath(locale, `/desk/coupons/${id}`) : null,
    }
  })

function stateOf({ status, live, startsAt }: CouponRead, now: Date): CouponRowView['state'] {
  if (status !== 'active') return status
  if (live) return 'live'
  return startsAt && new Date(startsAt) > now ? 'waiting' : 'over'
}
