import type { Ctx } from '../../../context.ts'
import { couponKey } from '../../../modules/checkout/index.ts'
import { findCouponByKey } from '../../../modules/checkout/store/coupons.ts'
import { saveCoupon } from '../../coupons/save-coupon.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import { personOf, type SeedPeople } from './seed-accounts.ts'
import type { ToldOrder } from './seed-afterwards.ts'
import type { SeedMoney } from './world-files.ts'

/** Codes of creators and of the shop itself. Doing it twice changes nothing. */
export async function seedCoupons(now: Ctx, { codes }: SeedMoney, people: SeedPeople): Promise<void> {
  for (const { code, creator, kind, bps, yuan, daysAgo: days } of codes) {
    if (await findCouponByKey(await now.req(), couponKey(code))) continue
    const owner = creator === null ? null : personOf(people, creator).creatorId
    const amount = yuan === undefined ? null : yuan * 100
    const terms = { code, kind, bps, amount, creatorId: owner, isPublic: creator === null }
    must(await saveCoupon(daysAgo(now, days), people.finance, terms), code)
  }
}

/** What the files tell of single orders, by their keys. */
export function toldOrders({ codes, partly, requests, risks }: SeedMoney): Map<string, ToldOrder> {
  const told = new Map<string, ToldOrder>()
  const add = (key: string, more: ToldOrder) => told.set(key, { ...told.get(key), ...more })
  for (const { code, orders } of codes) for (const key of orders) add(key, { coupon: code })
  for (const key of partly) add(key, { partly: true })
  for (const request of requests) add(request.order, { request })
  for (const key of risks.ads) add(key, { paidAd: true })
  for (const { name, orders } of risks.devices) for (const key of orders) add(key, { device: name })
  return told
}
