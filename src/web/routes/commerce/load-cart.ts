import { type Delivery, readCart } from '../../../flows/carts/read-cart.ts'
import { readFaces } from '../../../flows/commerce/read-faces.ts'
import { knownLink } from '../../../flows/touches/known-links.ts'
import type { CartParts, LinkOwner } from './cart-view.ts'
import type { Door } from './door.ts'

/** The cart of who is here with all that its screens show beside it. */
export async function loadCart({ ctx, visit, locale }: Door, delivery: Delivery = {}): Promise<CartParts> {
  const cart = await readCart(ctx, visit, locale, delivery)
  const links = new Map<string, LinkOwner>()
  for (const { linkCode } of cart.lines) {
    const link = linkCode && !links.has(linkCode) ? await knownLink(ctx, linkCode) : null
    if (link) links.set(link.code, { creator: link.creator, piece: link.piece })
  }
  const owners = [...links.values()]
  const faces = await readFaces(ctx, {
    locale,
    pictures: cart.lines.map(({ picture }) => picture),
    creators: owners.map(({ creator }) => creator),
    pieces: owners.map(({ piece }) => piece),
    products: cart.lines.map(({ productId }) => productId),
  })
  return { cart, faces, links, locale }
}

/** The same cart by each way of delivery that leads there: their totals differ by more than their prices where tax is inside. */
export async function cartsByDelivery(
  { ctx, visit, locale }: Door,
  { cart }: CartParts,
  delivery: Delivery,
): Promise<ReadonlyMap<string, CartParts['cart']>> {
  const carts = new Map<string, CartParts['cart']>()
  for (const { id } of cart.deliveries) {
    carts.set(id, id === cart.shipping ? cart : await readCart(ctx, visit, locale, { ...delivery, shipping: id }))
  }
  return carts
}
