import { fail, ok, type Result } from '../../lib/result.ts'
import { checkFilter, type FacetField, type Filter, facetFields } from './filter.ts'

export const sortFields = ['createdAt', 'price', 'likes', 'comments', 'followers', 'orders'] as const
export type SortField = (typeof sortFields)[number]

export const highlightAttributes = ['title', 'text', 'creator', 'productNames'] as const
export type HighlightAttribute = (typeof highlightAttributes)[number]

/** A search as both engines understand it (SEARCH.md, end of section 3). Everything but `q` is optional. */
export interface SearchRequest {
  /** Empty: everything, newest first. At most 500 characters. */
  q: string
  filter?: Filter
  facets?: FacetField[]
  /** Given, it comes before relevance: who sorts by price wants the lowest price first. Documents without the value come last. */
  sort?: { field: SortField; direction: 'asc' | 'desc' }[]
  /** From 1. */
  page?: number
  /** 1 to 100, 20 when absent. */
  hitsPerPage?: number
  attributesToHighlight?: HighlightAttribute[]
  /** `last` (default): when nothing matches all words, the last are dropped one after another. `all`: never. */
  matchingStrategy?: 'last' | 'all'
  /** At most one hit, the best, for each value of this field; documents without a value all stay. */
  distinct?: 'creator' | 'category'
  /** Ids that must not appear nor be counted, whatever the index says: what was withdrawn in the last minute (SR-18). */
  exclude?: readonly string[]
}

export type CheckedRequest = Required<Omit<SearchRequest, 'filter' | 'distinct'>> & Pick<SearchRequest, 'filter' | 'distinct'>

export interface FacetSearchRequest extends Pick<SearchRequest, 'q' | 'filter' | 'exclude' | 'matchingStrategy'> {
  facet: FacetField
  /** Empty: all values, the most frequent first. */
  facetQuery: string
  /** At most 100, 20 when absent. */
  limit?: number
}

const known = new Set<string>([
  'q',
  'filter',
  'facets',
  'sort',
  'page',
  'hitsPerPage',
  'attributesToHighlight',
  'matchingStrategy',
  'distinct',
  'exclude',
] satisfies (keyof SearchRequest)[])

/** Fills in the defaults and refuses, by name, whatever cannot be honoured. For every engine, so that they refuse alike. */
export function checkRequest(request: SearchRequest): Result<CheckedRequest> {
  const unknown = Object.keys(request).find((key) => !known.has(key))
  if (unknown) return refuse(unknown, `the option ${unknown} is not supported`)
  const { q, page = 1, hitsPerPage = 20, matchingStrategy = 'last', distinct } = request
  const { facets = [], sort = [], attributesToHighlight = [], exclude = [] } = request
  if (typeof q !== 'string' || q.length > 500) return refuse('q', 'expected a text of at most 500 characters')
  if (!whole(page, 1, 1_000_000)) return refuse('page', 'expected a whole number from 1')
  if (!whole(hitsPerPage, 1, 100)) return refuse('hitsPerPage', 'expected a whole number from 1 to 100')
  if (!oneOf(['last', 'all'], matchingStrategy)) return refuse('matchingStrategy', 'expected last or all')
  if (distinct !== undefined && !oneOf(['creator', 'category'], distinct)) return refuse('distinct', 'expected creator or category')
  if (!facets.every((facet) => oneOf(facetFields, facet))) return refuse('facets', `expected some of ${facetFields.join(', ')}`)
  if (!attributesToHighlight.every((name) => oneOf(highlightAttributes, name)))
    return refuse('attributesToHighlight', `expected some of ${highlightAttributes.join(', ')}`)
  if (!sort.every(({ field, direction }) => oneOf(sortFields, field) && oneOf(['asc', 'desc'], direction)))
    return refuse('sort', `expected asc or desc on one of ${sortFields.join(', ')}`)
  const checked = { q, page, hitsPerPage, matchingStrategy, distinct, facets, sort, attributesToHighlight, exclude }
  if (request.filter === undefined) return ok(checked)
  const filter = checkFilter(request.filter)
  return filter.ok ? ok({ ...checked, filter: filter.value }) : filter
}

/** The same for the values of one facet. */
export function checkFacetRequest(request: FacetSearchRequest): Result<{ search: CheckedRequest; facetQuery: string; limit: number }> {
  const { facet, facetQuery, limit = 20, q, filter, exclude, matchingStrategy } = request
  if (!oneOf(facetFields, facet)) return refuse('facet', `expected one of ${facetFields.join(', ')}`)
  if (typeof facetQuery !== 'string' || facetQuery.length > 100) return refuse('facetQuery', 'expected a text of at most 100 characters')
  if (!whole(limit, 1, 100)) return refuse('limit', 'expected a whole number from 1 to 100')
  const search = checkRequest({
    q,
    facets: [facet],
    ...(filter && { filter }),
    ...(exclude && { exclude }),
    ...(matchingStrategy && { matchingStrategy }),
  })
  return search.ok ? ok({ search: search.value, facetQuery, limit }) : search
}

const refuse = (field: string, message: string): Result<never> => fail('invalid', message, { field })
const whole = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max
const oneOf = (allowed: readonly string[], value: unknown): boolean => typeof value === 'string' && allowed.includes(value)
