import { ok } from '../../../lib/result.ts'
import { type FacetField, facetValues } from '../filter.ts'
import { highlight, type Segment, snippet } from '../highlight.ts'
import type { Term } from '../match.ts'
import { normalize } from '../normalize.ts'
import { type CheckedRequest, checkFacetRequest, checkRequest, type HighlightAttribute } from '../request.ts'
import type { FacetCount, SearchAnswer, SearchDocument, SearchEngine, SearchHit } from '../types.ts'
import { type Entry, MemoryIndex } from './memory-index.ts'
import { ranked } from './rank.ts'
import { select } from './select.ts'

/** The embedded engine in its first form: everything in this process's memory, rebuilt from the database at start. */
export function memoryEngine(): SearchEngine {
  const index = new MemoryIndex()
  return {
    name: 'memory',
    async upsert(documents) {
      for (const document of documents) index.put(document)
    },
    async remove(documents) {
      for (const document of documents) index.delete(document)
    },
    async search(request) {
      const checked = checkRequest(request)
      return checked.ok ? ok(answer(index, checked.value)) : checked
    },
    async facetSearch(request) {
      const checked = checkFacetRequest(request)
      if (!checked.ok) return checked
      const { search, facetQuery, limit } = checked.value
      const wanted = normalize(facetQuery)
      const counts = countFacet(request.facet, select(index, search).entries)
      return ok(counts.filter(({ value }) => normalize(value).includes(wanted)).slice(0, limit))
    },
    async clear() {
      index.clear()
    },
    async stats() {
      const byKind = { piece: 0, product: 0, creator: 0 }
      for (const { document } of index.entries.values()) byKind[document.kind]++
      return { documents: index.entries.size, byKind, terms: index.termCount }
    },
  }
}

function answer(index: MemoryIndex, request: CheckedRequest): SearchAnswer {
  const { entries, terms, dropped, read } = select(index, request)
  const all = distinct(ranked(entries, terms, request.sort), request.distinct)
  const from = (request.page - 1) * request.hitsPerPage
  const prices = all.flatMap(({ document }) => (document.price === null ? [] : [document.price]))
  return {
    hits: all.slice(from, from + request.hitsPerPage).map(({ document }) => hit(document, terms, request.attributesToHighlight)),
    totalHits: all.length,
    page: request.page,
    hitsPerPage: request.hitsPerPage,
    totalPages: Math.ceil(all.length / request.hitsPerPage),
    facets: Object.fromEntries(request.facets.map((facet) => [facet, countFacet(facet, all)])),
    priceRange: prices.length ? { min: prices.reduce((a, b) => Math.min(a, b)), max: prices.reduce((a, b) => Math.max(a, b)) } : null,
    dropped,
    read,
  }
}

function distinct(entries: Entry[], field: CheckedRequest['distinct']): Entry[] {
  if (!field) return entries
  const seen = new Set<unknown>()
  return entries.filter(({ document }) => {
    const [value] = facetValues(field, document)
    if (value === undefined) return true
    if (seen.has(value)) return false
    seen.add(value)
    return true
  })
}

/** Most frequent first, equal ones by value. */
function countFacet(facet: FacetField, entries: readonly Entry[]): FacetCount[] {
  const counts = new Map<string, number>()
  for (const { document } of entries)
    for (const value of new Set(facetValues(facet, document))) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

const highlighters: Record<HighlightAttribute, (document: SearchDocument, terms: Term[]) => Segment[]> = {
  title: ({ title }, terms) => highlight(title, terms),
  text: ({ text }, terms) => snippet(text, terms),
  creator: ({ creator }, terms) => highlight(creator?.name ?? '', terms),
  productNames: ({ productNames }, terms) => snippet(productNames.join(' · '), terms),
}

function hit(document: SearchDocument, terms: Term[], attributes: readonly HighlightAttribute[]): SearchHit {
  return { document, highlights: Object.fromEntries(attributes.map((name) => [name, highlighters[name](document, terms)])) }
}
