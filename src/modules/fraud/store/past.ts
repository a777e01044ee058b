import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Order, PayoutAccount } from '../../../payload-types.ts'

/** A paid order that credits a creator, for her past. */
export interface PastOrder {
  id: string
  placedAt: string
  coupon: string | null
  lineIds: string[]
}

/** Paid orders since a moment, test orders left out, by credited creator. One walk for all of them, each part by a request of its own. */
export async function creditedOrders(reads: { req(): Promise<PayloadRequest> }, since: Date): Promise<Map<string, PastOrder[]>> {
  const byCreator = new Map<string, PastOrder[]>()
  for (let after = ''; ; ) {
    const req = await reads.req()
    const { docs } = await req.payload.db.find<Order>({
      collection: 'orders',
      where: {
        and: [
          { id: { greater_than: after } },
          { placedAt: { greater_than_equal: since.toISOString() } },
          { paidAt: { exists: true } },
          { test: { not_equals: true } },
        ],
      },
      select: { placedAt: true, coupon: true, lines: { id: true, creator: true } } as never,
      sort: 'id',
      limit: 100,
      pagination: false,
      req,
    })
    const last = docs.at(-1)
    if (!last) return byCreator
    for (const order of docs) take(order, byCreator)
    after = last.id
  }
}

function take({ id, placedAt, coupon, lines }: Order, byCreator: Map<string, PastOrder[]>): void {
  const own = new Map<string, string[]>()
  for (const line of lines) if (line.creator) own.set(idOf(line.creator), [...(own.get(idOf(line.creator)) ?? []), String(line.id)])
  for (const [creator, lineIds] of own)
    byCreator.set(creator, [...(byCreator.get(creator) ?? []), { id, placedAt, coupon: coupon ? idOf(coupon) : null, lineIds }])
}

/** Ids of the codes that these creators own, by code. */
export async function ownersOfCoupons(req: PayloadRequest): Promise<Map<string, string>> {
  const { docs } = await req.payload.db.find<{ id: string; creator?: string | { id: string } | null }>({
    collection: 'coupons',
    where: { creator: { exists: true } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.flatMap(({ id, creator }) => (creator ? [[id, idOf(creator)] as const] : [])))
}

/** Creators who are paid to an account that another one is paid to as well, with how many others. */
export async function sharedPayouts(req: PayloadRequest): Promise<Map<string, number>> {
  const { docs } = await req.payload.db.find<PayoutAccount>({ collection: 'payout-accounts', where: {}, limit: 0, pagination: false, req })
  const byPrint = new Map<string, Set<string>>()
  for (const { fingerprint, creator } of docs) byPrint.set(fingerprint, (byPrint.get(fingerprint) ?? new Set()).add(idOf(creator)))
  return new Map(
    [...byPrint.values()]
      .filter(({ size }) => size > 1)
      .flatMap((creators) => [...creators].map((one) => [one, creators.size - 1] as const)),
  )
}
