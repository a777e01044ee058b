import { redirect } from 'react-router'
import { readProduct } from '../../../flows/shop/read-product.ts'
import { readSocial } from '../../../flows/shop/read-social.ts'
import { readVia } from '../../../flows/shop/read-via.ts'
import { Product } from '../../../ui/shop/Product.tsx'
import { loaderMeta } from '../../lib/public-meta.ts'
import type { Route } from './+types/product'
import { openShop, withQuery } from './door.ts'
import { valueOrGone } from './gone.ts'
import { productPage } from './page-facts.ts'
import { productView } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => args.loaderData?.meta ?? []

/** `?variant=` chooses what is shown first; `?via=` is the code of the link that led here, for the cart. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale, query, to } = openShop(args)
  const facts = await valueOrGone(await readProduct(ctx, { slug: args.params.slug, locale }), args)
  const [code, chosen] = [query.get('via'), query.get('variant')]
  const via = code ? await readVia(ctx, { code, productId: facts.id }) : null
  const variant = facts.variants.find(({ id }) => id === chosen)?.id ?? null
  // What names nothing of this product leads to the plain address: made-up values must not make pages that are kept.
  if (code !== (via?.code ?? null) || chosen !== variant)
    throw redirect(withQuery(to(`/product/${facts.slug}`), { variant, via: via?.code }))
  const social = await readSocial(ctx, { kind: 'products', id: facts.id, author: null, products: [facts.id] })
  const product = { ...productView(facts, variant, locale), social }
  const meta = loaderMeta(args, productPage(product, locale))
  return { meta, product, ...(via ? { via } : {}) }
}

export default function ProductPage({ loaderData }: Route.ComponentProps) {
  return <Product product={loaderData.product} via={loaderData.via} />
}
