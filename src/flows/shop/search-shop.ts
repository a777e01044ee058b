import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { chosenFilters, noFilters, type SearchFilters, type SearchSort, toggleFilter } from '../../lib/search-params.ts'
import type { FacetCount, Filter, SearchHit, SearchRequest } from '../../modules/discovery/index.ts'
import { pageShows } from '../pages/page-shows.ts'
import { type Ask, askOf } from './search-ask.ts'
import { readFacets } from './search-facets.ts'
import { allOf, chosenConditions, kindFilters } from './search-filter.ts'
import { readHits } from './search-hits.ts'
import { silenceOf } from './silence.ts'
import { matchingTopics, readTopicRefs } from './topic-refs.ts'
import type { SearchFacts, SearchKind, ShopLocale } from './views.ts'

interface SearchInput {
  q: string
  kind: SearchKind
  /** From 1. */
  page: number
  locale: ShopLocale
  sort?: SearchSort
  filters?: SearchFilters
}

export const searchPageSize = 20
/** On the page of all kinds: so many products and creators above the pieces. */
const PREVIEW = { product: 8, creator: 3 } as const
const MAX_PAGE = 500
const MAX_RELAXED = 5

/** One search in its parts, for the questions that an answer is made of. */
interface Search extends Required<Omit<SearchInput, 'page'>> {
  page: number
  /** What keeps out pieces and profiles of creators who were suspended a moment ago, before the index knows. */
  silence: Filter | null
}

/**
 * Search over pieces, products and creators. Every word must match; when nothing does, the answer says which word or
 * filter to drop and what that would give, and mixes in nothing. Without a query one kind can be leafed through.
 */
export async function searchShop(ctx: Ctx, input: SearchInput): Promise<Result<SearchFacts>> {
  const q = input.q.trim()
  const { kind, locale, sort = 'relevance', filters = noFilters } = input
  const page = Math.min(MAX_PAGE, Math.max(1, Math.trunc(input.page) || 1))
  if (q.length > 200) return fail('invalid', 'Expected at most 200 characters.', { field: 'q' })
  const nothing = {
    query: q,
    kind,
    page,
    sort,
    nextPage: null,
    relaxed: [],
    loosened: [],
    pieces: [],
    products: [],
    creators: [],
    facets: [],
    topicsNear: false,
  }
  const read = { pinyin: false, misspelt: false }
  const req = await ctx.req()
  pageShows(tag.feed('search'))
  const empty = q === '' && kind === 'all' && chosenFilters(filters).length === 0
  if (empty) return ok({ ...nothing, read, counts: noCounts, topics: await readTopicRefs(req, locale) })
  const search: Search = { q, kind, locale, sort, filters, page, silence: await silenceOf(ctx, req) }
  const ask = askOf(ctx)
  const counts = await countKinds(ask, search)
  const fixed = [search.silence, kind === 'all' ? null : kindFilters[kind]]
  const facets = await readFacets(ask, req, { q, filters, fixed, locale })
  if (counts[kind] === 0) {
    const [relaxed, loosened] = [await relax(ask, search), await loosen(ask, search)]
    const near = await matchingTopics(req, locale, q)
    const topics = near.length > 0 ? near : await readTopicRefs(req, locale)
    return ok({ ...nothing, read, counts, facets, relaxed, loosened, topics, topicsNear: near.length > 0 })
  }
  const { hits, total, read: how } = await findHits(ask, search)
  const shown = await readHits(ctx, req, hits, locale)
  const topics = q && kind === 'all' && page === 1 ? await matchingTopics(req, locale, q) : []
  const nextPage = page * searchPageSize < total && page < MAX_PAGE ? page + 1 : null
  return ok({ ...nothing, ...shown, read: how, counts, facets, topics, nextPage })
}

const noCounts: Record<SearchKind, number> = { all: 0, post: 0, 'video-note': 0, product: 0, creator: 0 }

async function countKinds(ask: Ask, { q, filters, silence }: Search): Promise<Record<SearchKind, number>> {
  const conditions = allOf([silence, ...chosenConditions(filters)])
  const { facets, totalHits } = await ask({ q, ...conditions, facets: ['kind', 'pieceType'], hitsPerPage: 1 })
  const count = (values: FacetCount[] | undefined, value: string) => values?.find((one) => one.value === value)?.count ?? 0
  return {
    all: totalHits,
    post: count(facets.pieceType, 'post'),
    'video-note': count(facets.pieceType, 'video-note'),
    product: count(facets.kind, 'product'),
    creator: count(facets.kind, 'creator'),
  }
}

const sorts: Record<SearchSort, SearchRequest['sort']> = {
  relevance: [],
  newest: [{ field: 'createdAt', direction: 'desc' }],
  'price-up': [{ field: 'price', direction: 'asc' }],
  'price-down': [{ field: 'price', direction: 'desc' }],
  likes: [{ field: 'likes', direction: 'desc' }],
}

/** One kind by pages; all kinds: pieces by pages, and on the first page the best products and creators above them. */
async function findHits(
  ask: Ask,
  { q, kind, page, sort, filters, silence }: Search,
): Promise<{ hits: SearchHit[]; total: number; read: SearchFacts['read'] }> {
  const request = (own: Filter, from: number, size: number) =>
    ask({
      q,
      ...allOf([silence, own, ...chosenConditions(filters)]),
      sort: sorts[sort] ?? [],
      page: from,
      hitsPerPage: size,
      attributesToHighlight: q ? ['title'] : [],
    })
  const main = await request(kindFilters[kind === 'all' ? 'piece' : kind], page, searchPageSize)
  if (kind !== 'all' || page > 1) return { hits: main.hits, total: main.totalHits, read: main.read }
  const products = await request(kindFilters.product, 1, PREVIEW.product)
  const creators = await request(kindFilters.creator, 1, PREVIEW.creator)
  const answers = [main, products, creators]
  return {
    hits: [...products.hits, ...creators.hits, ...main.hits],
    total: main.totalHits,
    read: { pinyin: answers.some(({ read }) => read.pinyin), misspelt: answers.some(({ read }) => read.misspelt) },
  }
}

/** What each word less would find, really searched. Words are what the reader parted by spaces. */
async function relax(ask: Ask, { q, kind, filters, silence }: Search): Promise<SearchFacts['relaxed']> {
  const words = q.split(/\s+/).filter(Boolean)
  if (words.length < 2) return []
  const relaxed: SearchFacts['relaxed'] = []
  const conditions = allOf([silence, kind === 'all' ? null : kindFilters[kind], ...chosenConditions(filters)])
  for (const [at, word] of words.entries()) {
    if (relaxed.length === MAX_RELAXED || at >= 2 * MAX_RELAXED) break
    const rest = words.filter((_, other) => other !== at).join(' ')
    const { totalHits } = await ask({ q: rest, hitsPerPage: 1, ...conditions })
    if (totalHits > 0) relaxed.push({ word, rest, count: totalHits })
  }
  return relaxed
}

/** What each filter less would find, and all of them. */
async function loosen(ask: Ask, { q, kind, filters, silence }: Search): Promise<SearchFacts['loosened']> {
  const chosen = chosenFilters(filters).slice(0, 2 * MAX_RELAXED)
  if (chosen.length === 0) return []
  const own = kind === 'all' ? null : kindFilters[kind]
  const loosened: SearchFacts['loosened'] = []
  for (const { name, value } of chosen.length > 1 ? chosen : []) {
    const rest = toggleFilter(filters, name, value)
    const { totalHits } = await ask({ q, hitsPerPage: 1, ...allOf([silence, own, ...chosenConditions(rest)]) })
    if (totalHits > 0) loosened.push({ name, value, count: totalHits })
  }
  const { totalHits } = await ask({ q, hitsPerPage: 1, ...allOf([silence, own]) })
  if (totalHits > 0) loosened.push({ name: 'all', value: '', count: totalHits })
  return loosened
}
