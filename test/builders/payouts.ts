import { setPayoutAccount } from '../../src/flows/payouts/set-payout-account.ts'
import type { Actor } from '../../src/lib/actor.ts'
import type { BuiltProduct } from './catalogue.ts'
import { type BuiltOrder, paidOrder } from './paid-order.ts'
import { creator } from './people.ts'
import type { World } from './world.ts'

export type Kol = Actor & { userId: string; creatorId: string; email: string }

/** A creator who said where she is paid. */
export async function payee(world: World, number = '6222000011112222'): Promise<Kol> {
  const kol = await creator(world)
  const form = { method: 'bank' as const, holder: '林小满', bank: '招商银行', account: number, password: 'correct horse 7' }
  const set = await setPayoutAccount(world.ctx, kol, form)
  if (!set.ok) throw new Error(`No payout account: ${set.failure.message}`)
  return kol
}

/** Marks an order as sent, delivered and received, as raw columns: the hold of its commissions starts. */
export async function received({ payload }: World, orderId: string, at: Date): Promise<void> {
  const text = at.toISOString()
  await payload.db.updateOne({
    collection: 'orders',
    where: { id: { equals: orderId } },
    data: { state: 'completed', fulfilledAt: text, deliveredAt: text, receivedAt: text },
    options: { atomic: true },
    req: undefined as never,
  })
}

/**
 * A paid and received order that credits a creator. Its commission (20 % of what is left of the price without tax) is payable once
 * the clock is 15 days on.
 */
export async function earnedOrder(world: World, kol: Kol, goods: BuiltProduct, price = 113_000): Promise<BuiltOrder> {
  const order = await paidOrder(world, [{ product: goods, quantity: 1, price, credit: { creatorId: kol.creatorId, rateBps: 2_000 } }])
  await received(world, order.orderId, world.clock.now())
  return order
}

/** What `earnedOrder` credits with the price that it has unless told: 20 % of 1,000.00. */
export const earnedAmount = 20_000

export const afterHold = (world: World, days = 15): void => world.clock.set(new Date(world.clock.now().getTime() + days * 86_400_000))
