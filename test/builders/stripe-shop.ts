import { expect } from 'vitest'
import { checkBooks } from '../../src/flows/earnings/check-books.ts'
import { goToPayment } from '../../src/flows/payments/go-to-payment.ts'
import { receiveWebhook } from '../../src/flows/payments/receive-webhook.ts'
import { refundLines } from '../../src/flows/payments/refund-lines.ts'
import { newId } from '../../src/lib/ids.ts'
import type { Visit } from '../../src/lib/visit.ts'
import type { Order, Payment } from '../../src/payload-types.ts'
import { openStripeHouse, type StripeHouse, stripeKeys } from '../fakes/stripe.ts'
import { type BuiltProduct, product, productLink, programme } from './catalogue.ts'
import { placedOrder, touched } from './orders.ts'
import { creator, person } from './people.ts'
import { openWorld, type World } from './world.ts'

export interface Bought {
  orderId: string
  paymentId: string
  visit: Visit
  total: number
}

/** A shop that is paid with Stripe, which is on this machine, and what tests of it ask again and again. */
export interface StripeShop {
  world: World
  house: StripeHouse
  goods: BuiltProduct
  row<Name extends 'orders' | 'payments'>(collection: Name, id: string): Promise<Name extends 'orders' ? Order : Payment>
  rows(collection: 'refunds' | 'disputes', order: string): Promise<Record<string, unknown>[]>
  /** What the order still credits to its creator, minor units. */
  owed(order: string): Promise<number>
  /** An event as Stripe sends it. */
  send(event: Parameters<StripeHouse['signed']>[0]): ReturnType<typeof receiveWebhook>
  /** Placed through a creator's link, not paid. */
  bought(quantity?: number): Promise<Bought>
  /** The session behind Stripe's page, opened as the buyer's browser does. */
  opened(order: Bought): Promise<string>
  paid(quantity?: number, by?: Parameters<StripeHouse['pay']>[1]): Promise<Bought & { session: string }>
  /** By finance, of the order's only line. */
  refund(order: Bought, quantity: number): ReturnType<typeof refundLines>
  /** The books balance. */
  proved(): Promise<void>
  close(): Promise<void>
}

export async function openStripeShop(): Promise<StripeShop> {
  const house = await openStripeHouse()
  const world = await openWorld({ env: { ...stripeKeys, STRIPE_API_URL: house.url } })
  const { ctx, payload } = world
  const kol = await creator(world)
  const finance = await person(world, ['fan', 'finance'])
  const goods = await product(world, { prices: [10_000], stock: 500 })
  const { code } = await productLink(world, { creatorId: kol.creatorId, productId: goods.productId, programmeId: await programme(world) })

  const row: StripeShop['row'] = (collection, id) => payload.findByID({ collection, id, depth: 0 }) as never
  const find = async (collection: 'refunds' | 'disputes' | 'ledger-entries', where: object) =>
    (await payload.find({ collection, where: where as never, limit: 100, depth: 0, sort: 'id' })).docs as unknown as Record<
      string,
      unknown
    >[]
  const send: StripeShop['send'] = (event) => {
    const { body, headers } = house.signed(event, world.clock.now())
    return receiveWebhook(ctx, 'stripe', body, headers)
  }
  const bought: StripeShop['bought'] = async (quantity = 2) => {
    const visit = await touched(world, { code })
    const placed = await placedOrder(world, { visit, wanted: [{ variantId: goods.variantIds[0]!, quantity, linkCode: code }] })
    const { total } = await row('orders', placed.orderId)
    return { orderId: placed.orderId, paymentId: placed.payment.id, visit: placed.visit, total }
  }
  const opened: StripeShop['opened'] = async ({ paymentId, visit }) => {
    const away = await goToPayment(ctx, visit, { paymentId })
    if (!away.ok || !away.value.url) throw new Error(JSON.stringify(away))
    return away.value.url.split('/').at(-1)!
  }
  return {
    ...{ world, house, goods, row, send, bought, opened },
    rows: (collection, order) => find(collection, { order: { equals: order } }),
    owed: async (order) => {
      const where = { and: [{ order: { equals: order } }, { creator: { equals: kol.creatorId } }] }
      return (await find('ledger-entries', where)).reduce((sum, { amount }) => sum + Number(amount), 0)
    },
    paid: async (quantity, by) => {
      const order = await bought(quantity)
      const session = await opened(order)
      expect(await send(house.pay(session, by))).toMatchObject({ ok: true, value: { outcome: 'paid' } })
      return { ...order, session }
    },
    refund: async ({ orderId }, quantity) => {
      const lineId = String((await row('orders', orderId)).lines[0]!.id)
      return refundLines(ctx, finance, { orderId, lines: [{ lineId, quantity, restock: true }], reason: 'x' }, newId())
    },
    proved: async () => expect((await checkBooks(ctx)).findings).toEqual([]),
    close: async () => {
      await world.close()
      await house.close()
    },
  }
}
