import { prorate, shareOf } from '../../lib/prorate.ts'

/** What a code takes off, and from what. Amounts in minor units of its currency, rates in basis points. */
export interface CouponTerms {
  id: string
  /** As people write it. */
  code: string
  kind: 'fixed' | 'percent'
  amount: number | null
  bps: number | null
  currency: string
  /** Empty: all products. */
  products: readonly string[]
  excludedProducts: readonly string[]
  /** Least value of the goods that it applies to. */
  minGoods: number | null
  maxDiscount: number | null
  limitTotal: number | null
  limitPerPerson: number | null
  used: number
  startsAt: Date | null
  endsAt: Date | null
  status: 'active' | 'paused' | 'ended'
}

/** A line before the code: what its goods cost after the shop's own discounts. */
export interface CouponLine {
  product: string
  amount: number
}

/**
 * Why a code takes nothing off. `unknown` covers every code that does not work now (never existed, paused, ended, used up), so that
 * guessing tells nothing; the others are what a shopper needs to go on.
 */
export type CouponRefusal = 'unknown' | 'min_goods' | 'no_goods' | 'person'

export type CouponOutcome =
  | { ok: true; discount: number; parts: number[] }
  | { ok: false; reason: CouponRefusal /** What is missing to the least value of goods. */; missing?: number }

/** A code as it is compared: capitals, without spaces, full-width letters as plain ones. */
export const couponKey = (code: string): string => code.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()

/** Letters, digits, `-` and `_`, 3 to 24: what can be typed from a video. */
export const isCouponKey = (key: string): boolean => /^[\p{L}\p{N}_-]{3,24}$/u.test(key)

/** Whether a code works for somebody at this moment, whatever is in the basket. */
export function isCouponLive({ status, startsAt, endsAt, limitTotal, used }: CouponTerms, at: Date): boolean {
  if (status !== 'active') return false
  if ((startsAt && at < startsAt) || (endsAt && at > endsAt)) return false
  return limitTotal === null || used < limitTotal
}

/**
 * What a code takes off these lines, split over the lines it applies to by what they cost (largest remainder, ATT-12), so that the
 * parts sum to the discount and no line goes below zero. One minor unit is always left to pay: nothing else makes a payment. `usesOfPerson` is how often this person used it, null when nobody knows yet.
 */
export function couponDiscount(
  coupon: CouponTerms | null,
  lines: readonly CouponLine[],
  { currency, at, usesOfPerson }: { currency: string; at: Date; usesOfPerson: number | null },
): CouponOutcome {
  if (!coupon || coupon.currency !== currency || !isCouponLive(coupon, at)) return { ok: false, reason: 'unknown' }
  if (coupon.limitPerPerson !== null && usesOfPerson !== null && usesOfPerson >= coupon.limitPerPerson) {
    return { ok: false, reason: 'person' }
  }
  const eligible = lines.map((line) => (appliesTo(coupon, line.product) ? line.amount : 0))
  const goods = eligible.reduce((sum, amount) => sum + amount, 0)
  if (goods === 0) return { ok: false, reason: 'no_goods' }
  if (coupon.minGoods !== null && goods < coupon.minGoods) return { ok: false, reason: 'min_goods', missing: coupon.minGoods - goods }
  const all = lines.reduce((sum, { amount }) => sum + amount, 0)
  const discount = Math.min(goods, all - 1, offOf(coupon, goods), coupon.maxDiscount ?? goods)
  return { ok: true, discount, parts: prorate(discount, eligible) }
}

const offOf = ({ kind, amount, bps }: CouponTerms, goods: number): number =>
  kind === 'fixed' ? (amount ?? 0) : shareOf(goods, bps ?? 0, 10_000)

/** Whether a code lowers the price of this product at all. */
export const appliesTo = ({ products, excludedProducts }: Pick<CouponTerms, 'products' | 'excludedProducts'>, product: string): boolean =>
  (products.length === 0 || products.includes(product)) && !excludedProducts.includes(product)

/** What is wrong with the terms of a code, by field; empty when all is well. Texts are for developers and APIs. */
export function refuseCoupon(terms: Omit<CouponTerms, 'id' | 'used'>): { field: string; message: string }[] {
  const { code, kind, amount, bps, startsAt, endsAt, products, excludedProducts } = terms
  const faults: { field: string; message: string }[] = []
  const say = (field: string, message: string) => faults.push({ field, message })
  if (!isCouponKey(couponKey(code))) say('code', 'Expected 3 to 24 letters, digits, - or _.')
  if (kind === 'fixed' && !isAbove(amount)) say('amount', 'Expected an amount above zero for a fixed discount.')
  if (kind === 'percent' && !(isAbove(bps) && bps <= 10_000)) say('bps', 'Expected a rate from 1 to 10000 basis points.')
  if (startsAt && endsAt && endsAt <= startsAt) say('endsAt', 'Expected an end after the start.')
  if (products.some((product) => excludedProducts.includes(product))) {
    say('excludedProducts', 'Expected no product on both lists.')
  }
  for (const field of ['minGoods', 'maxDiscount', 'limitTotal', 'limitPerPerson'] as const) {
    if (terms[field] !== null && !isAbove(terms[field])) say(field, 'Expected a whole number above zero, or nothing.')
  }
  return faults
}

const isAbove = (value: number | null): value is number => value !== null && Number.isSafeInteger(value) && value > 0
