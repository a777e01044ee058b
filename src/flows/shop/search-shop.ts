import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { FacetCount, Filter, SearchHit, SearchRequest } from '../../modules/discovery/index.ts'
import { pageShows } from '../pages/page-shows.ts'
import { readHits } from './search-hits.ts'
import { readTopicRefs } from './topic-refs.ts'
import type { SearchFacts, SearchKind, ShopLocale } from './views.ts'

interface SearchInput {
  q: string
  kind: SearchKind
  /** From 1. */
  page: number
  locale: ShopLocale
}

export const searchPageSize = 20
/** On the page of all kinds: so many products and creators above the pieces. */
const PREVIEW = { product: 8, creator: 3 } as const
const MAX_PAGE = 500
const MAX_RELAXED = 5

const isPiece: Filter = { field: 'kind', op: '=', value: 'piece' }
const filters: Record<Exclude<SearchKind, 'all'>, Filter> = {
  post: { and: [isPiece, { field: 'pieceType', op: '=', value: 'post' }] },
  'video-note': { and: [isPiece, { field: 'pieceType', op: '=', value: 'video-note' }] },
  product: { field: 'kind', op: '=', value: 'product' },
  creator: { field: 'kind', op: '=', value: 'creator' },
}

/**
 * Search over pieces, products and creators. Every word must match; when nothing does, the answer says which word to
 * drop and what that would give, and mixes in nothing. Without a query one kind can be leafed through, newest first.
 */
export async function searchShop(ctx: Ctx, input: SearchInput): Promise<Result<SearchFacts>> {
  const q = input.q.trim()
  const { kind, locale } = input
  const page = Math.min(MAX_PAGE, Math.max(1, Math.trunc(input.page) || 1))
  if (q.length > 200) return fail('invalid', 'Expected at most 200 characters.', { field: 'q' })
  const nothing = { query: q, kind, page, nextPage: null, relaxed: [], pieces: [], products: [], creators: [] }
  const req = await ctx.req()
  pageShows(tag.feed('search'))
  if (q === '' && kind === 'all') return ok({ ...nothing, counts: noCounts, topics: await readTopicRefs(req, locale) })
  const counts = await countKinds(ctx, q)
  if (counts[kind] === 0) {
    return ok({ ...nothing, counts, relaxed: await relax(ctx, q, kind), topics: await readTopicRefs(req, locale) })
  }
  const { hits, total } = await findHits(ctx, q, kind, page)
  const shown = await readHits(ctx, req, hits, locale)
  return ok({ ...nothing, ...shown, counts, topics: [], nextPage: page * searchPageSize < total && page < MAX_PAGE ? page + 1 : null })
}

const noCounts: Record<SearchKind, number> = { all: 0, post: 0, 'video-note': 0, product: 0, creator: 0 }

/** The engine refuses only what we should not have asked: a fault. */
async function ask(ctx: Ctx, request: SearchRequest) {
  const answer = await ctx.search.search({ matchingStrategy: 'all', ...request })
  if (!answer.ok) throw new Error(`The search engine refused a request of ours: ${answer.failure.message}`)
  return answer.value
}

async function countKinds(ctx: Ctx, q: string): Promise<Record<SearchKind, number>> {
  const { facets, totalHits } = await ask(ctx, { q, facets: ['kind', 'pieceType'], hitsPerPage: 1 })
  const count = (values: FacetCount[] | undefined, value: string) => values?.find((one) => one.value === value)?.count ?? 0
  return {
    all: totalHits,
    post: count(facets.pieceType, 'post'),
    'video-note': count(facets.pieceType, 'video-note'),
    product: count(facets.kind, 'product'),
    creator: count(facets.kind, 'creator'),
  }
}

/** One kind by pages; all kinds: pieces by pages, and on the first page the best products and creators above them. */
async function findHits(ctx: Ctx, q: string, kind: SearchKind, page: number): Promise<{ hits: SearchHit[]; total: number }> {
  const request = (filter: Filter, from: number, size: number) =>
    ask(ctx, { q, filter, page: from, hitsPerPage: size, attributesToHighlight: q ? ['title'] : [] })
  const main = await request(kind === 'all' ? isPiece : filters[kind], page, searchPageSize)
  if (kind !== 'all' || page > 1) return { hits: main.hits, total: main.totalHits }
  const products = await request(filters.product, 1, PREVIEW.product)
  const creators = await request(filters.creator, 1, PREVIEW.creator)
  return { hits: [...products.hits, ...creators.hits, ...main.hits], total: main.totalHits }
}

/** What each word less would find, really searched. Words are what the reader parted by spaces. */
async function relax(ctx: Ctx, q: string, kind: SearchKind): Promise<SearchFacts['relaxed']> {
  const words = q.split(/\s+/).filter(Boolean)
  if (words.length < 2) return []
  const relaxed: SearchFacts['relaxed'] = []
  for (const [at, word] of words.entries()) {
    if (relaxed.length === MAX_RELAXED || at >= 2 * MAX_RELAXED) break
    const rest = words.filter((_, other) => other !== at).join(' ')
    const { totalHits } = await ask(ctx, { q: rest, hitsPerPage: 1, ...(kind === 'all' ? {} : { filter: filters[kind] }) })
    if (totalHits > 0) relaxed.push({ word, rest, count: totalHits })
  }
  return relaxed
}
