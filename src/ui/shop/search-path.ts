import { type SearchAddress, searchQuery } from '../../lib/search-params.ts'

/** Address of a search: `searchPath({ q: '包', kind: 'product' })` is `/search?q=包&kind=product` (encoded). */
export function searchPath(address: SearchAddress): string {
  const query = searchQuery(address)
  return query ? `/search?${query}` : '/search'
}
