import type { Ctx } from '../../../context.ts'
import { ensurePromoterProgramme } from '../../../modules/attribution/store/programmes.ts'
import { promoteProduct } from '../../promoters/promote-product.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import type { PlannedOrder } from './plan-month.ts'
import { personOf, type SeedPeople } from './seed-accounts.ts'
import type { SeedPromoters } from './world-files.ts'

/** When the shop began to have promoters. */
const BEGAN = 8

/** Name under which a promoter's link to a product stands among the codes of pieces' links. */
const nameOf = (who: string): string => `promoter ${who}`

/**
 * Makes buyers promoters of what they bought (S-06), with a programme that the settings name. Answers their codes by
 * `promoter <who>:<product's id>`. Doing it twice answers the same.
 */
export async function seedPromoters(
  now: Ctx,
  { programme, promoters }: SeedPromoters,
  people: SeedPeople,
  products: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  await daysAgo(now, BEGAN).tx('seed promoters', (req) => ensurePromoterProgramme(req, programme))
  const codes = new Map<string, string>()
  for (const { who, product, daysAgo: days } of promoters) {
    const productId = products.get(product) ?? ''
    const { code } = must(await promoteProduct(daysAgo(now, days), personOf(people, who), { productId }), nameOf(who))
    codes.set(`${nameOf(who)}:${productId}`, code)
  }
  return codes
}

/** What guests bought through their links. */
export const promotedOrders = ({ promoters }: SeedPromoters): PlannedOrder[] =>
  promoters
    .flatMap(({ who, orders }) =>
      orders.map((order) => ({ ...order, piece: nameOf(who), also: null, buyer: null, fate: 'paid' as const, refund: null })),
    )
    .sort((a, b) => b.daysAgo - a.daysAgo)
