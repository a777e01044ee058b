import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { shipmentTransitions } from '../../modules/checkout/index.ts'
import { findOrder, lockRefunds, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { findShipment, moveShipment, type ShipmentRow } from '../../modules/checkout/store/shipments.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { followSending } from './follow-sending.ts'

/** What becomes of a parcel: it arrived, it got lost, or it was written down by mistake and never left. */
export type ParcelEvent = 'deliver' | 'lose' | 'cancel'

export type ParcelMoved = { shipmentState: ShipmentRow['state']; orderState: OrderRow['state'] }

/**
 * Staff (finance or admin) write down what became of a parcel; the order follows. Saying the same twice changes nothing. Fails with
 * `forbidden`, `not_found`, `state` (the parcel has ended otherwise, or the buyer has confirmed receipt).
 */
export async function moveParcel(
  ctx: Ctx,
  actor: Actor,
  { shipmentId, event, reason }: { shipmentId: string; event: ParcelEvent; reason?: string | undefined },
): Promise<Result<ParcelMoved>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Parcels are followed by the roles finance and admin.')
  const { userId } = actor
  const at = ctx.clock.now()
  return allOrNothing(ctx, 'move parcel', async (req) => {
    const known = isId(shipmentId) ? await findShipment(req, shipmentId) : null
    if (!known) return fail('not_found', 'There is no such parcel.')
    await lockRefunds(req, known.order)
    return move(req, { shipmentId, event, actor: userId, at, ...(reason?.trim() ? { reason: reason.trim() } : {}) })
  })
}

interface Moving {
  shipmentId: string
  event: ParcelEvent
  actor: string
  reason?: string
  at: Date
}

async function move(req: PayloadRequest, { shipmentId, event, ...who }: Moving): Promise<Result<ParcelMoved>> {
  const shipment = (await findShipment(req, shipmentId))!
  const order = await findOrder(req, shipment.order)
  if (!order) throw new Error(`Parcel ${shipmentId} belongs to an order that does not exist`)
  const to = ends[event]
  if (shipment.state === to) return ok({ shipmentState: to, orderState: order.state })
  const moved = next(shipmentTransitions, shipment.state, event)
  if (!moved.ok) return moved
  if (event !== 'deliver' && order.state === 'completed') {
    return fail('state', 'The buyer has confirmed that the goods arrived.', { details: { state: order.state } })
  }
  if (!(await moveShipment(req, { id: shipmentId, to, at: who.at }))) throw new Error(`Parcel ${shipmentId} changed while it was moved`)
  await writeHistory(req, { order: order.id, subject: 'shipment', subjectId: shipmentId, event, from: shipment.state, to, ...who })
  const orderState = await followSending(req, order, who)
  await tellBuyer(req, order, shipment, event)
  return ok({ shipmentState: to, orderState })
}

const ends = { deliver: 'delivered', lose: 'lost', cancel: 'cancelled' } as const

/** A parcel that never left is nothing to tell: the buyer is told when it does. */
async function tellBuyer(req: PayloadRequest, order: OrderRow, { id }: ShipmentRow, event: ParcelEvent): Promise<void> {
  if (event === 'cancel') return
  const kind = event === 'deliver' ? 'parcel-delivered' : 'parcel-lost'
  await queueMail(req, { template: kind, subject: id })
  if (!order.user) return
  await notify(req, { userId: idOf(order.user), kind, data: { orderId: order.id, orderNumber: order.number } })
}
