import { readFaces } from '../../../flows/commerce/read-faces.ts'
import { readOrder } from '../../../flows/orders/read-order.ts'
import { valueOr404 } from '../../lib/answers.ts'
import type { Door } from './door.ts'
import { facesOfOrder, type OrderParts } from './order-view.ts'

/** The order by its account, this browser's key or the staff's right; the 404 page for everybody else. */
export async function loadOrder(door: Door, orderId: string, returned = false): Promise<OrderParts> {
  const order = valueOr404(await readOrder(door.ctx, door.visit, { orderId }))
  const faces = await readFaces(door.ctx, { locale: door.locale, ...facesOfOrder(order) })
  return { order, faces, locale: door.locale, returned }
}
