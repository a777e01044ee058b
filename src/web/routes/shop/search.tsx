import { searchShop } from '../../../flows/shop/search-shop.ts'
import { searchKind } from '../../../flows/shop/views.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { shop } from '../../../ui/i18n/messages/shop.ts'
import { Search } from '../../../ui/shop/Search.tsx'
import { searchPath } from '../../../ui/shop/search-path.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import { useGrowingList } from '../../lib/use-growing-list.ts'
import type { Route } from './+types/search'
import { openShop } from './door.ts'
import { verticalNames } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => {
  const locale = isLocale(args.params.lang) ? args.params.lang : 'zh'
  const { query, kind } = args.loaderData?.view ?? { query: '', kind: 'all' }
  if (query) return pageMeta(args, { title: translate(shop, locale, 'searchResults', { query }), noindex: true })
  if (kind === 'product') return pageMeta(args, { title: translate(shop, locale, 'browseProducts'), query: 'kind=product' })
  return pageMeta(args, { title: translate(shop, locale, 'searchTitle'), noindex: true })
}

/** `?q=`, `?kind=`, `?page=`. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale, query, to } = openShop(args)
  const asked = searchKind.safeParse(query.get('kind') ?? 'all')
  const kind = asked.success ? asked.data : 'all'
  const page = Number(query.get('page') ?? 1)
  const { nextPage, ...found } = valueOr404(await searchShop(ctx, { q: query.get('q') ?? '', kind, page, locale }))
  const path = to(searchPath(found.query, kind))
  const more = nextPage === null ? undefined : `${path}${path.includes('?') ? '&' : '?'}page=${nextPage}`
  const creators = found.creators.map((creator) => ({ ...creator, verticals: verticalNames(creator.verticals, locale) }))
  return { view: { ...found, creators, more }, list: path, nextPage }
}

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  const { view, list, nextPage } = loaderData
  const part = { list, after: view.page === 1 ? '' : String(view.page), next: nextPage === null ? null : String(nextPage) }
  const pieces = useGrowingList({ ...part, items: view.pieces })
  const products = useGrowingList({ ...part, items: view.products })
  const creators = useGrowingList({ ...part, items: view.creators })
  return <Search view={{ ...view, pieces: [...pieces], products: [...products], creators: [...creators] }} />
}
