import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { Shipment } from '../../../payload-types.ts'
import type { LinePieces } from '../parcels.ts'

/** A parcel as it is stored. Times as ISO strings. */
export interface ShipmentRow {
  id: string
  key: string
  order: string
  state: Shipment['state']
  carrier: string | null
  tracking: string | null
  /** Account of who sent it. */
  actor: string | null
  shippedAt: string
  deliveredAt: string | null
  lines: LinePieces[]
}

export async function insertShipment(req: PayloadRequest, row: ShipmentRow): Promise<void> {
  // Rows of arrays need ids of ours: nothing below Payload makes them.
  const data = { ...row, lines: row.lines.map((line) => ({ id: newId(), ...line })) }
  await req.payload.db.create({ collection: 'shipments', data, returning: false, req })
}

export const findShipment = async (req: PayloadRequest, id: string): Promise<ShipmentRow | null> =>
  (await shipments(req, { id: { equals: id } }))[0] ?? null

/** The parcels of an order, the first sent first. */
export const shipmentsOfOrder = (req: PayloadRequest, order: string): Promise<ShipmentRow[]> => shipments(req, { order: { equals: order } })

export const shipmentsOfOrders = (req: PayloadRequest, orders: readonly string[]): Promise<ShipmentRow[]> =>
  orders.length === 0 ? Promise.resolve([]) : shipments(req, { order: { in: [...orders] } })

/** One conditional write: false when the parcel is not on its way any more. */
export async function moveShipment(
  req: PayloadRequest,
  { id, to, at }: { id: string; to: 'delivered' | 'lost' | 'cancelled'; at: Date },
): Promise<boolean> {
  const moved = await req.payload.db.updateOne({
    collection: 'shipments',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'shipped' } }] },
    data: { state: to, ...(to === 'delivered' ? { deliveredAt: at.toISOString() } : {}) },
    options: { atomic: true },
    req,
  })
  return moved !== null
}

async function shipments(req: PayloadRequest, where: Where): Promise<ShipmentRow[]> {
  const { docs } = await req.payload.db.find<Shipment>({ collection: 'shipments', where, limit: 0, pagination: false, req })
  return docs
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, key, order, state, carrier, tracking, actor, shippedAt, deliveredAt, lines }) => ({
      ...{ id, key, state, shippedAt },
      order: idOf(order),
      carrier: carrier ?? null,
      tracking: tracking ?? null,
      actor: actor ?? null,
      deliveredAt: deliveredAt ?? null,
      lines: lines.map(({ orderLine, quantity }) => ({ orderLine, quantity })),
    }))
}
