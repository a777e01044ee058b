import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { idOf, newId } from '../../lib/ids.ts'
import type { Json } from '../../lib/json.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type LinePieces, type LineSending, planParcel, replacedPieces } from '../../modules/checkout/index.ts'
import { findOrder, lockRefunds, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { insertShipment, type ShipmentRow, shipmentsOfOrder } from '../../modules/checkout/store/shipments.ts'
import { availableOf, moveStock } from '../../modules/checkout/store/stock.ts'
import { refundsOfOrder } from '../../modules/payments/store.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { followSending, sendingOfOrder } from './follow-sending.ts'
import { onceOnly } from './once-only.ts'

export interface ShipInput {
  orderId: string
  /** Empty: everything that is left. */
  lines: readonly { lineId: string; quantity: number }[]
  carrier?: string | undefined
  tracking?: string | undefined
}

export type Shipped = { shipmentId: string; orderState: OrderRow['state'] }

/**
 * Staff (finance or admin) send a parcel, with all or a part of what is left of a paid order. What is refunded or being
 * refunded is not sent; pieces that replace a lost parcel are taken from stock again. The same key gives the same answer.
 * Fails with `forbidden`, `not_found`, `state` (nothing is left, or not paid), `invalid` (more than is left), `sold_out` (no pieces to replace
 * what was lost).
 */
export async function shipOrder(ctx: Ctx, actor: Actor, input: ShipInput, idempotencyKey: string): Promise<Result<Shipped>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Parcels are sent by the roles finance and admin.')
  const { userId } = actor
  const parcel = { ...input, carrier: input.carrier?.trim() || null, tracking: input.tracking?.trim() || null }
  const once = { label: 'ship order', key: `ship:${userId}:${idempotencyKey}`, request: askedOf(parcel) }
  const at = ctx.clock.now()
  return onceOnly<Shipped>(ctx, once, (req) => ship(req, parcel, userId, at))
}

type Parcel = Omit<ShipInput, 'carrier' | 'tracking'> & { carrier: string | null; tracking: string | null }

const askedOf = ({ orderId, lines, carrier, tracking }: Parcel): Json => ({
  orderId,
  lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity: String(quantity) })),
  carrier,
  tracking,
})

async function ship(req: PayloadRequest, parcel: Parcel, actor: string, at: Date): Promise<Result<Shipped>> {
  await lockRefunds(req, parcel.orderId)
  const order = await findOrder(req, parcel.orderId)
  if (!order) return fail('not_found', 'There is no such order.')
  if (order.state !== 'paid') {
    return fail('state', `Expected a paid order with something left to send, this one is ${order.state}`, {
      details: { state: order.state },
    })
  }
  const before = sendingOfOrder(order, await shipmentsOfOrder(req, order.id), await refundsOfOrder(req, order.id), { pending: true })
  const planned = planParcel(before, wantedOf(parcel, before))
  if (!planned.ok) return planned
  const row = rowOf(parcel, planned.value, actor, at)
  const replaced = await replaceLost(req, order, before, row)
  if (!replaced.ok) return replaced
  await insertShipment(req, row)
  const story = { order: order.id, subject: 'shipment', subjectId: row.id, actor, at } as const
  await writeHistory(req, { ...story, event: 'ship', from: 'none', to: 'shipped' })
  const orderState = await followSending(req, order, { actor, at })
  await tellBuyer(req, order, row, orderState)
  return ok({ shipmentId: row.id, orderState })
}

const wantedOf = ({ lines }: Parcel, before: readonly LineSending[]): LinePieces[] =>
  lines.length > 0
    ? lines.map(({ lineId, quantity }) => ({ orderLine: lineId, quantity }))
    : before.flatMap(({ orderLine, open }) => (open > 0 ? [{ orderLine, quantity: open }] : []))

function rowOf({ orderId, carrier, tracking }: Parcel, lines: LinePieces[], actor: string, at: Date): ShipmentRow {
  const id = newId()
  const shippedAt = at.toISOString()
  return { id, key: `parcel:${id}`, order: orderId, state: 'shipped', carrier, tracking, actor, shippedAt, deliveredAt: null, lines }
}

/** What was lost is gone from stock already: sending it again takes other pieces. The movement belongs to the parcel, not to the sale. */
async function replaceLost(req: PayloadRequest, order: OrderRow, before: readonly LineSending[], row: ShipmentRow): Promise<Result<true>> {
  for (const { orderLine, quantity } of row.lines) {
    const pieces = replacedPieces(before.find((line) => line.orderLine === orderLine)!, quantity)
    if (pieces === 0) continue
    const variant = idOf(order.lines.find(({ id }) => id === orderLine)!.variant)
    const why = { key: `replace:${row.id}:${orderLine}`, reason: `replaces a lost parcel of ${order.number}`, actor: row.actor }
    if (await moveStock(req, { variant, move: 'adjust', quantity: -pieces, ...why, at: new Date(row.shippedAt) })) continue
    const available = (await availableOf(req, [variant])).get(variant) ?? 0
    return fail('sold_out', `Expected ${pieces} in stock to replace what was lost, there are ${available}.`, { details: { available } })
  }
  return ok(true)
}

async function tellBuyer(req: PayloadRequest, order: OrderRow, { id, carrier }: ShipmentRow, orderState: OrderRow['state']): Promise<void> {
  await queueMail(req, { template: 'order-shipped', subject: id })
  if (!order.user) return
  const data = { orderId: order.id, orderNumber: order.number, carrier, all: orderState === 'fulfilled' }
  await notify(req, { userId: idOf(order.user), kind: 'order-shipped', data })
}
