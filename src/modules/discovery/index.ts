export type { FacetField, Filter, FilterField } from './filter.ts'
export { facetFields, filterFields, matchesFilter } from './filter.ts'
export { type Segment, snippetLength } from './highlight.ts'
export { normalize as foldText } from './normalize.ts'
export {
  type CheckedRequest,
  checkRequest,
  type FacetSearchRequest,
  type HighlightAttribute,
  type SearchRequest,
  type SortField,
} from './request.ts'
export type {
  Counters,
  DocumentKind,
  FacetCount,
  SearchAnswer,
  SearchDocument,
  SearchEngine,
  SearchHit,
  SearchStats,
  Tombstone,
} from './types.ts'
