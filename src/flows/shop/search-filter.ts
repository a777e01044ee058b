import { type FacetName, type FlagName, facetNames, flagNames, type SearchFilters } from '../../lib/search-params.ts'
import type { FacetField, Filter } from '../../modules/discovery/index.ts'
import type { SearchKind } from './views.ts'

const isPiece: Filter = { field: 'kind', op: '=', value: 'piece' }

export const kindFilters: Record<Exclude<SearchKind, 'all'> | 'piece', Filter> = {
  piece: isPiece,
  post: { and: [isPiece, { field: 'pieceType', op: '=', value: 'post' }] },
  'video-note': { and: [isPiece, { field: 'pieceType', op: '=', value: 'video-note' }] },
  product: { field: 'kind', op: '=', value: 'product' },
  creator: { field: 'kind', op: '=', value: 'creator' },
}

/** What each filter of the page is called in the index. */
export const facetFieldOf = {
  category: 'category',
  topic: 'topics',
  brand: 'brand',
  price: 'priceBand',
  level: 'level',
  language: 'language',
  stock: 'inStock',
  sale: 'onSale',
  video: 'pieceType',
} as const satisfies Record<FacetName | FlagName, FacetField>

const flagFilters: Record<FlagName, Filter> = {
  stock: { field: 'inStock', op: '=', value: true },
  sale: { field: 'onSale', op: '=', value: true },
  video: { field: 'pieceType', op: '=', value: 'video-note' },
}

/** The chosen values as conditions: any value of a facet, all facets together; `without` one of them, to count its values. */
export function chosenConditions(filters: SearchFilters, without?: FacetName | FlagName): Filter[] {
  const some = facetNames.flatMap((name): Filter[] =>
    name === without || filters[name].length === 0 ? [] : [{ field: facetFieldOf[name], op: 'in', values: [...filters[name]] }],
  )
  const flags = flagNames.flatMap((name) => (name === without || !filters[name] ? [] : [flagFilters[name]]))
  return [...some, ...flags]
}

/** All conditions as one; none when there is nothing to ask. */
export const allOf = (conditions: readonly (Filter | null)[]): { filter?: Filter } => {
  const and = conditions.filter((one) => one !== null)
  return and.length > 0 ? { filter: { and } } : {}
}
