import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { findOffers } from '../../modules/catalogue/store/offers.ts'
import { badQuantity, isQuantity } from '../../modules/checkout/index.ts'
import { availableOf } from '../../modules/checkout/store/stock.ts'
import { soldOut } from './add-to-cart.ts'
import { changeLine } from './change-line.ts'

/** Sets how many of a line are wanted (1 to 99), at today's price. Fails with `invalid`, `not_found`, `gone`, or `sold_out` with what is left. */
export async function setCartQuantity(
  ctx: Ctx,
  visit: Visit,
  { lineId, quantity }: { lineId: string; quantity: number },
): Promise<Result<{ cartCount: number }>> {
  if (!isQuantity(quantity)) return { ok: false, failure: badQuantity(quantity) }
  return changeLine(ctx, visit, lineId, async (req, line) => {
    const offer = (await findOffers(req, [line.variant], 'zh')).get(line.variant)
    if (!offer?.onSale) return fail('gone', 'This is no longer sold; take it out of the cart.', { field: 'lineId' })
    const available = (await availableOf(req, [line.variant])).get(line.variant) ?? 0
    // Fewer than before is always a step in the right direction, also when there are not even so many.
    if (quantity > available && quantity >= line.quantity) return soldOut(quantity, available)
    return ok({ ...line, quantity, seenPrice: offer.price })
  })
}
