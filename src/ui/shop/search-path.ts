import type { SearchKind } from '../view/lists.ts'

/** Address of a search: `searchPath('包', 'product')` is `/search?q=包&kind=product` (encoded). */
export function searchPath(query: string, kind: SearchKind = 'all'): string {
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  if (kind !== 'all') params.set('kind', kind)
  const text = params.toString()
  return text ? `/search?${text}` : '/search'
}
