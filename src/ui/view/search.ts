import type { FacetName, FlagName, SearchFilters, SearchKindName, SearchSort } from '../../lib/search-params.ts'
import type { TopicRef } from '../shell/Navigation.tsx'
import type { CreatorHit } from './lists.ts'
import type { PieceCardView, ProductCardView } from './piece.ts'

/** What one can filter by: alternatives with how many hits each has. A flag has one value, `1`. */
export interface FacetView {
  name: FacetName | FlagName
  values: readonly { value: string; label: string; count: number; on: boolean }[]
}

/** Results for one query, or the shop's products when there is none and the kind is `product`. */
export interface SearchView {
  query: string
  kind: SearchKindName
  sort: SearchSort
  filters: SearchFilters
  /** The shop's currency: price bands are shown in it. */
  currency: string
  /** Matches of each kind; `all` is their sum. Only what is public is counted. */
  counts: Record<SearchKindName, number>
  facets: readonly FacetView[]
  /** How the query was understood where not to the letter. */
  read: { pinyin: boolean; misspelt: boolean }
  pieces: readonly PieceCardView[]
  products: readonly ProductCardView[]
  creators: readonly CreatorHit[]
  /** Path with query of the next part. */
  more?: string | undefined
  /** For zero results: words that, dropped, give results, with how many. Computed by really searching. */
  relaxed: readonly { word: string; rest: string; count: number }[]
  /** For zero results under filters: each that, dropped, gives results; `all`: without any. */
  loosened: readonly { name: FacetName | FlagName | 'all'; value: string; count: number }[]
  topics: readonly TopicRef[]
  /** Whether those are about what was searched, or what people read. */
  topicsNear: boolean
}
