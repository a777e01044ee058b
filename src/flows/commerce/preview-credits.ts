import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'
import { noContact } from '../../modules/attribution/store/sameness.ts'
import { isBuyable } from '../../modules/checkout/index.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { couponOfCart } from '../carts/cart-coupon.ts'
import type { CartNow } from '../carts/read-cart.ts'
import { valueCart } from '../carts/value-cart.ts'
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

/** The credits of the lines that can be bought now; lines that nobody would earn on are left out. Writes nothing. */
export async function previewCredits(ctx: Ctx, visit: Visit, cart: Pick<CartNow, 'checkoutStartedAt'>): Promise<CreditPreview[]> {
  const actor = await visit.actor()
  const placedAt = ctx.clock.now()
  await ctx.touches.drain()
  const req = await ctx.req()
  const own = await findOwnCart(req, visit, actor)
  if (!own) return []
  const known = await couponOfCart(ctx, req, own, { actor })
  const { lines, priced } = await valueCart(req, own.lines, await readTerms(req, 'zh'), 'zh', { ...known, at: placedAt })
  const buyable = lines.filter(({ trouble }) => isBuyable(trouble))
  const story = await readStory(req, { visitor: visit.visitorId, actor, contact: noContact, cart: own }, placedAt)
  const facts = { placedAt, checkoutStartedAt: cart.checkoutStartedAt, buyerUserId: actor.userId, buyerCreatorId: actor.creatorId }
  return (priced?.totals.lines ?? []).flatMap((line, index) => {
    const { id, title, linkCode } = buyable[index]!
    const addedAt = own.lines.find((item) => item.id === id)?.addedAt ?? null
    const { decision, creator, rateBps, commission, piece } = creditOf(story, facts, { ...line, linkCode, addedAt })
    if (!creator || !decision.winner || commission === 0) return []
    return [{ lineId: id, title, creatorId: creator, pieceId: piece, rateBps, commission, touchedAt: decision.winner.at }]
  })
}
