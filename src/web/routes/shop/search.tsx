import { useRouteLoaderData } from 'react-router'
import { searchShop } from '../../../flows/shop/search-shop.ts'
import { searchKind } from '../../../flows/shop/views.ts'
import { readFilters, readSort } from '../../../lib/search-params.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { discovery } from '../../../ui/i18n/messages/discovery.ts'
import { Search } from '../../../ui/shop/Search.tsx'
import { searchPath } from '../../../ui/shop/search-path.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import { useGrowingList } from '../../lib/use-growing-list.ts'
import type { loader as rootLoader } from '../../root.tsx'
import type { Route } from './+types/search'
import { openShop } from './door.ts'
import { verticalNames } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => {
  const locale = isLocale(args.params.lang) ? args.params.lang : 'zh'
  const { query, kind } = args.loaderData?.view ?? { query: '', kind: 'all' }
  if (query) return pageMeta(args, { title: translate(discovery, locale, 'searchResults', { query }), noindex: true })
  const description = translate(discovery, locale, 'siteDescription')
  if (kind === 'product')
    return pageMeta(args, { title: translate(discovery, locale, 'browseProducts'), description, query: 'kind=product' })
  return pageMeta(args, { title: translate(discovery, locale, 'searchTitle'), noindex: true })
}

/** `?q=`, `?kind=`, `?sort=`, `?page=` and the filters of lib/search-params.ts. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale, query, to } = openShop(args)
  const asked = searchKind.safeParse(query.get('kind') ?? 'all')
  const kind = asked.success ? asked.data : 'all'
  const page = Number(query.get('page') ?? 1)
  const [sort, filters] = [readSort(query), readFilters(query)]
  const q = query.get('q') ?? ''
  const { nextPage, ...found } = valueOr404(await searchShop(ctx, { q, kind, page, locale, sort, filters }))
  const address = { q: found.query, kind, sort, filters }
  const more = nextPage === null ? undefined : to(searchPath({ ...address, page: nextPage }))
  const creators = found.creators.map((creator) => ({ ...creator, verticals: verticalNames(creator.verticals, locale) }))
  return { view: { ...found, filters, creators, more }, list: searchPath(address), nextPage }
}

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  const { view, list, nextPage } = loaderData
  const frame = useRouteLoaderData<typeof rootLoader>('root')
  const part = { after: view.page === 1 ? '' : String(view.page), next: nextPage === null ? null : String(nextPage) }
  const pieces = useGrowingList({ ...part, list: `pieces ${list}`, items: view.pieces })
  const products = useGrowingList({ ...part, list: `products ${list}`, items: view.products })
  const creators = useGrowingList({ ...part, list: `creators ${list}`, items: view.creators })
  return <Search view={{ ...view, currency: frame?.currency ?? 'CNY', pieces, products, creators }} />
}
