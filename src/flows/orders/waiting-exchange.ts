import type { PayloadRequest } from 'payload'
import { fail } from '../../lib/result.ts'
import { exchangeOffersOf } from '../../modules/checkout/store/exchanges.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { ordersByIds } from '../../modules/checkout/store/walk.ts'

/** The order that an exchange of pieces of these lines waits for (ATT-31), null when none does. */
export async function waitingExchange(req: PayloadRequest, order: string, lines: readonly string[]): Promise<OrderRow | null> {
  const offers = (await exchangeOffersOf(req, order)).filter(({ orderLine }) => lines.includes(orderLine))
  if (offers.length === 0) return null
  const paying = await ordersByIds(
    req,
    offers.map(({ paidBy }) => paidBy),
  )
  return paying.find(({ state }) => state === 'awaiting_payment') ?? null
}

export const exchangeWaits = ({ id, number }: OrderRow) =>
  fail('state', `An exchange of these pieces waits for order ${number} to be paid: cancel that order first.`, {
    details: { state: 'exchanging', orderId: id, number },
  })

/** What an order that pays the difference of an exchange is not good for by itself. */
export const partOfExchange = (exchangeOf: string) =>
  fail(
    'state',
    'This order pays the difference of an exchange: it goes back with its goods, which are refunded on the order they were bought with.',
    {
      details: { state: 'exchange', orderId: exchangeOf },
    },
  )
