import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'
import { isBuyable, orderTotals } from '../../modules/checkout/index.ts'
import type { CartNow } from '../carts/read-cart.ts'
import { findOwnCart } from '../carts/whose-cart.ts'
import { creditOf } from '../orders/credit-line.ts'
import { readStory } from '../orders/read-story.ts'

/** Who a line of the cart would be credited to if it were ordered now. Decided anew, and frozen, at placement. */
export interface CreditPreview {
  lineId: string
  title: string
  creatorId: string
  pieceId: string | null
  rateBps: number
  /** Minor units. */
  commission: number
  /** When this buyer's winning touch happened. */
  touchedAt: string
}

/** Nothing is known yet of where the goods go. */
const nobody = { email: '', phone: '', country: '', region: '', city: '', district: '', street: '', postcode: '' }

/** The credits of the lines that can be bought now; lines that nobody would earn on are left out. Writes nothing. */
export async function previewCredits(ctx: Ctx, visit: Visit, cart: CartNow): Promise<CreditPreview[]> {
  const lines = cart.lines.filter(({ trouble }) => isBuyable(trouble))
  const inputs = lines.map((line) => ({ ...line, variant: line.variantId, product: line.productId ?? '' }))
  const totals = orderTotals(inputs, { currency: cart.currency, shipping: cart.shippingTotal, taxRateBps: cart.taxRateBps })
  if (!totals.ok) return []
  const actor = await visit.actor()
  const placedAt = ctx.clock.now()
  await ctx.touches.drain()
  const req = await ctx.req()
  const own = await findOwnCart(req, visit, actor)
  const items = lines.map(({ id }) => own?.lines.find((item) => item.id === id) ?? null)
  const asked = { visitor: visit.visitorId, actor, contact: nobody, cart: { lines: items.filter((item) => item !== null) } }
  const story = await readStory(req, asked, placedAt)
  const facts = { placedAt, checkoutStartedAt: cart.checkoutStartedAt, buyerUserId: actor.userId, buyerCreatorId: actor.creatorId }
  return totals.value.lines.flatMap((line, index) => {
    const { decision, creator, rateBps, commission, piece } = creditOf(story, facts, {
      ...line,
      linkCode: lines[index]!.linkCode,
      addedAt: items[index]?.addedAt ?? null,
    })
    const { id, title } = lines[index]!
    if (!creator || !decision.winner || commission === 0) return []
    return [{ lineId: id, title, creatorId: creator, pieceId: piece, rateBps, commission, touchedAt: decision.winner.at }]
  })
}
