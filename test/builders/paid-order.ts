import { receiveWebhook } from '../../src/flows/payments/receive-webhook.ts'
import { commissionOf } from '../../src/lib/commission.ts'
import { sha256 } from '../../src/lib/hash.ts'
import { homeHash } from '../../src/lib/home.ts'
import { newId } from '../../src/lib/ids.ts'
import { taxInside } from '../../src/modules/checkout/index.ts'
import type { PaymentNotice, ProviderEvent } from '../../src/modules/payments/index.ts'
import { sandboxReference } from '../../src/modules/payments/providers/sandbox.ts'
import type { BuiltProduct } from './catalogue.ts'
import type { World } from './world.ts'

export interface OrderLineParts {
  product: BuiltProduct
  quantity?: number
  /** Per piece, minor units. */
  price?: number
  /** Credited creator and her rate; nobody without. */
  credit?: { creatorId: string; rateBps: number; programmeId?: string; piece?: string; placement?: string }
  decision?: unknown
}

export interface BuiltOrder {
  orderId: string
  lineIds: string[]
  paymentId: string
  reference: string
  total: number
  guestSecret: string
}

interface OrderParts {
  userId?: string
  shipping?: number
  email?: string
  name?: string
  /** Where it goes; one street for all without. */
  street?: string
}

let count = 0

/** A placed order that waits for its payment, with stock reserved, as raw rows: for tests of what comes after placement. */
export async function awaitingOrder({ payload, clock }: World, parts: OrderLineParts[], more: OrderParts = {}): Promise<BuiltOrder> {
  const [orderId, paymentId, guestSecret] = [newId(), newId(), `secret-${newId()}`]
  const now = clock.now()
  const lines = parts.map(lineOf)
  const items = lines.reduce((sum, { paidAmount }) => sum + paidAmount, 0)
  const shippingTotal = more.shipping ?? 0
  const total = items + shippingTotal
  const money = { currency: 'CNY', itemsTotal: items, discountTotal: 0, shippingTotal, taxTotal: 0, taxIncluded: true, total }
  const put = (collection: 'orders' | 'payments' | 'order-contacts' | 'stock-movements', data: Record<string, unknown>) =>
    payload.db.create({ collection, data, req: undefined as never })
  await put('orders', {
    id: orderId,
    number: `ZC-${++count}-${orderId.slice(-4)}`,
    guestHash: more.userId ? null : sha256(guestSecret),
    user: more.userId ?? null,
    state: 'awaiting_payment',
    merchant: 'house',
    scene: 'direct',
    locale: 'zh',
    test: false,
    placedAt: now.toISOString(),
    reservedUntil: new Date(now.getTime() + 900_000).toISOString(),
    lines,
    ...money,
  })
  const contact = {
    email: more.email ?? 'buyer@example.test',
    name: more.name ?? '买家甲',
    phone: '13900001111',
    country: 'CN',
    region: '上海',
    city: '上海',
    street: more.street ?? '某路 1 号',
    postcode: '200000',
  }
  await put('order-contacts', { id: newId(), order: orderId, ...contact, home: homeHash(contact) })
  const reference = sandboxReference(paymentId)
  await put('payments', {
    id: paymentId,
    order: orderId,
    provider: 'sandbox',
    reference,
    state: 'pending',
    amount: total,
    currency: 'CNY',
    test: false,
  })
  for (const { id, variant, quantity } of lines) {
    await payload.db.updateOne({
      collection: 'stock-levels',
      where: { id: { equals: variant } },
      data: { available: { $inc: -quantity }, reserved: { $inc: quantity } },
      options: { atomic: true },
      req: undefined as never,
    })
    await put('stock-movements', {
      id: newId(),
      key: `reserve:${id}`,
      variant,
      kind: 'reserve',
      available: -quantity,
      reserved: quantity,
      order: orderId,
      orderLine: id,
      at: now.toISOString(),
    })
  }
  return { orderId, paymentId, reference, total, guestSecret, lineIds: lines.map(({ id }) => id) }
}

function lineOf({ product, quantity = 1, price = 10_000, credit, decision }: OrderLineParts) {
  const paidAmount = price * quantity
  const taxAmount = taxInside(paidAmount, 1300)
  const baseAmount = paidAmount - taxAmount
  const commission = credit ? commissionOf(baseAmount, credit.rateBps) : 0
  return {
    id: newId(),
    variant: product.variantIds[0]!,
    product: product.productId,
    sku: `S-${product.slug}`,
    title: `商品 ${product.slug}`,
    quantity,
    unitPrice: price,
    listAmount: paidAmount,
    discountAmount: 0,
    taxAmount,
    paidAmount,
    baseAmount,
    commission,
    ...(credit
      ? { creator: credit.creatorId, rateBps: credit.rateBps, rateSource: 'programme', model: 'last_touch', reason: 'last_in_window' }
      : { reason: 'no_touch' }),
    ...(credit?.programmeId ? { programme: credit.programmeId } : {}),
    ...(credit?.piece ? { piece: credit.piece, pieceKind: 'posts', placement: credit.placement ?? null } : {}),
    decision: decision ?? null,
  }
}

let events = 0

/** The event that tells that an order's payment arrived. */
export const settledEvent = (order: Pick<BuiltOrder, 'reference' | 'total'>, more: Partial<PaymentNotice> = {}): PaymentNotice => ({
  id: `evt_${++events}_${newId()}`,
  type: 'payment.settled',
  reference: order.reference,
  amount: order.total,
  currency: 'CNY',
  at: '2026-11-02T04:00:00.000Z',
  ...more,
})

/** Delivers an event as the provider would: signed, through the webhook's own flow. */
export function deliver({ ctx }: World, event: ProviderEvent) {
  const { body, headers } = ctx.payments.sandbox.signEvent(event, ctx.clock.now())
  return receiveWebhook(ctx, 'sandbox', body, headers)
}

/** The payment of an order that was placed arrives: what the webhook says to it. */
export async function payPlaced(world: World, orderId: string): Promise<string> {
  const { docs } = await world.payload.find({ collection: 'payments', where: { order: { equals: orderId } }, depth: 0 })
  const { reference, amount } = docs[0]!
  const told = await deliver(world, settledEvent({ reference: reference!, total: amount }))
  if (!told.ok) throw new Error(`The notice was not taken: ${JSON.stringify(told)}`)
  return told.value.outcome
}

/** A paid order. */
export async function paidOrder(world: World, parts: OrderLineParts[], more: OrderParts = {}): Promise<BuiltOrder> {
  const order = await awaitingOrder(world, parts, more)
  const result = await deliver(world, settledEvent(order))
  if (!result.ok || result.value.outcome !== 'paid') throw new Error(`The order was not paid: ${JSON.stringify(result)}`)
  return order
}
