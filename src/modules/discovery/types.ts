import type { Result } from '../../lib/result.ts'
import type { FacetField } from './filter.ts'
import type { Segment } from './highlight.ts'
import type { FacetSearchRequest, HighlightAttribute, SearchRequest } from './request.ts'

export type DocumentKind = 'piece' | 'product' | 'creator'

/** Derived figures that a list may be sorted by; they may lag. */
export interface Counters {
  likes: number
  comments: number
  followers: number
  orders: number
}

/** What the index knows of a piece, a product or a creator: one document each. Holds nothing that is not public. */
export interface SearchDocument {
  /** Id of the piece, product or creator. */
  id: string
  kind: DocumentKind
  /** Rises with every change of the document (the time of the change in ms will do): an older one never replaces a newer. */
  version: number
  /** Anything but `public` takes the document out of the index. */
  visibility: 'public' | 'hidden'
  /** Of the words in it; null when unknown. */
  language: 'zh' | 'en' | null
  /** Post or video note, for pieces. */
  pieceType: 'post' | 'video-note' | null
  title: string
  /** Plain text, without markup. */
  text: string
  /** Whose piece it is; for a creator, herself. */
  creator: { id: string; name: string; handle: string } | null
  productNames: string[]
  /** Slugs; of a piece, of its first product. */
  category: string | null
  topics: string[]
  brand: string | null
  /** Lowest price, minor units of the shop's currency. */
  price: number | null
  inStock: boolean | null
  /** It, or a product of the piece, costs less than it did before its last cut (the price log says so). */
  onSale: boolean | null
  /** How far the creator is verified, for pieces and creators; null where she is not. */
  level: string | null
  /** Milliseconds, UTC. */
  createdAt: number
  counters: Counters
}

/** A document that went away, at which version of it. */
export interface Tombstone {
  id: string
  version: number
}

export interface SearchHit {
  document: SearchDocument
  /** Parts of the text, never HTML: print each as text, marked where `hit`. Texts are cut to a snippet around the first hit. */
  highlights: Partial<Record<HighlightAttribute, Segment[]>>
}

export interface FacetCount {
  value: string
  count: number
}

export interface SearchAnswer {
  hits: SearchHit[]
  /** Exact, before paging. */
  totalHits: number
  page: number
  hitsPerPage: number
  totalPages: number
  /** Counts over all hits, most frequent first; only the facets that were asked for. */
  facets: Partial<Record<FacetField, FacetCount[]>>
  /** Of all hits with a price, minor units; null when none has one. */
  priceRange: { min: number; max: number } | null
  /** SR-15: words of the query that were dropped from its end since nothing matched them all; null when none was. */
  dropped: string[] | null
  /** How the query was understood where not to the letter: by the sound of Latin letters, or with a slip of the pen mended. */
  read: { pinyin: boolean; misspelt: boolean }
}

export interface SearchStats {
  documents: number
  byKind: Record<DocumentKind, number>
  terms: number
}

/**
 * Search, as both engines can do it (embedded, Meilisearch). Requests are checked first: an option that cannot be
 * honoured is a failure `invalid` that names the field, never silence. Faults of the engine are thrown.
 */
export interface SearchEngine {
  readonly name: string
  /** Adds or replaces. Ignores a document whose version is not above what was removed, or is below what is there. */
  upsert(documents: readonly SearchDocument[]): Promise<void>
  /** SR-18: acts at once, on answers, counts and facets, even while index work is under way. */
  remove(documents: readonly Tombstone[]): Promise<void>
  search(request: SearchRequest): Promise<Result<SearchAnswer>>
  /** Values of one facet among the hits of a query, those that contain `facetQuery` only. */
  facetSearch(request: FacetSearchRequest): Promise<Result<FacetCount[]>>
  /** Empties the index and forgets what was removed, ahead of a rebuild from the database. */
  clear(): Promise<void>
  stats(): Promise<SearchStats>
}
