import { data } from 'react-router'
import { readPromotion } from '../../../flows/promoters/read-promotion.ts'
import { recommendedBy } from '../../../flows/shop/recommended-by.ts'
import { openShop } from '../shop/door.ts'
import type { Route } from './+types/product-personal'
import { privateHeaders } from './target.ts'

/** What a product's page shows a member and nobody else: who of those he follows recommends it (S-03), and whether he may (S-06). */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, visit, query } = openShop(args)
  const actor = await visit.actor()
  const productId = query.get('product') ?? ''
  const by = await recommendedBy(ctx, actor, { productId })
  const promotion = await readPromotion(ctx, actor, { productId })
  const personal = {
    followed: by.ok ? by.value.followed : 0,
    names: by.ok ? by.value.creators.map(({ name }) => name) : [],
    promote: promotion.ok && (promotion.value.may || promotion.value.code !== null),
  }
  return data(personal, { headers: privateHeaders() })
}
