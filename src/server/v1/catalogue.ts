import { z } from 'zod'
import { readCreator } from '../../flows/shop/read-creator.ts'
import { readCaptions, readPost, readVideoNote } from '../../flows/shop/read-piece.ts'
import { readProduct } from '../../flows/shop/read-product.ts'
import { searchShop } from '../../flows/shop/search-shop.ts'
import { creatorView, postView, productView, searchKind, searchSort, searchView, videoNoteView } from '../../flows/shop/views.ts'
import { ok } from '../../lib/result.ts'
import { type FacetName, type FlagName, facetNames, flagNames, readFilters, type SearchFilters } from '../../lib/search-params.ts'
import { type Route, route } from './route.ts'

const locale = z.enum(['zh', 'en']).default('zh').describe('Language of catalogue texts; pieces are in their own.')
const after = z.string().max(200).optional().describe('Cursor `next` of an earlier answer.')
const page = z.coerce.number().int().min(1).max(500).default(1)

/** Several values of a facet are parted by commas. */
const filterParams = {
  ...(Object.fromEntries(facetNames.map((name) => [name, z.string().max(1000).optional()])) as Record<
    FacetName,
    z.ZodOptional<z.ZodString>
  >),
  ...(Object.fromEntries(flagNames.map((name) => [name, z.literal('1').optional()])) as Record<FlagName, z.ZodOptional<z.ZodLiteral<'1'>>>),
}

function filtersOf(chosen: Partial<Record<FacetName | FlagName, string | undefined>>): SearchFilters {
  const params = new URLSearchParams()
  for (const [name, text] of Object.entries(chosen)) for (const value of (text ?? '').split(',')) if (value) params.append(name, value)
  return readFilters(params)
}

/** Search, feeds, products and what is public of pieces and creators: for everybody, the same for everybody. */
export const catalogueRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/search',
      summary: 'Search pieces, products and creators',
      tag: 'Discovery',
      who: 'anyone',
      query: z.object({
        q: z.string().max(200).default(''),
        kind: searchKind.default('all'),
        sort: searchSort.default('relevance'),
        page,
        locale,
        ...filterParams,
      }),
      answer: searchView,
    },
    ({ ctx, query: { q, kind, sort, page: at, locale: wanted, ...chosen } }) =>
      searchShop(ctx, { q, kind, sort, page: at, locale: wanted, filters: filtersOf(chosen) }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/products',
      summary: 'The products on sale, newest first, or those that match a query',
      tag: 'Catalogue',
      who: 'anyone',
      query: z.object({ q: z.string().max(200).default(''), page, locale }),
      answer: searchView.pick({ products: true, page: true, nextPage: true }).extend({ total: z.int() }),
    },
    async ({ ctx, query }) => {
      const found = await searchShop(ctx, { ...query, kind: 'product' })
      if (!found.ok) return found
      const { products, page: at, nextPage, counts } = found.value
      return ok({ products, page: at, nextPage, total: counts.product })
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/products/:slug',
      summary: 'A product with its variants, prices, stock and who recommends it',
      tag: 'Catalogue',
      who: 'anyone',
      params: z.object({ slug: z.string().max(200) }),
      query: z.object({ locale }),
      answer: productView,
    },
    ({ ctx, params, query }) => readProduct(ctx, { slug: params.slug, locale: query.locale }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/pieces/:kind/:id',
      summary: 'A public post or video note',
      tag: 'Discovery',
      who: 'anyone',
      params: z.object({ kind: z.enum(['post', 'video-note']), id: z.string().max(60) }),
      query: z.object({ locale }),
      answer: z.union([postView, videoNoteView]),
    },
    ({ ctx, params: { kind, id }, query }) => (kind === 'post' ? readPost(ctx, { id, ...query }) : readVideoNote(ctx, { id, ...query })),
  ),
  route(
    {
      method: 'get',
      path: '/v1/pieces/video-note/:id/captions.vtt',
      summary: 'The captions of a public video note, as WebVTT',
      tag: 'Discovery',
      who: 'anyone',
      params: z.object({ id: z.string().max(60) }),
    },
    async ({ ctx, params, res }) => {
      const read = await readCaptions(ctx, params)
      if (!read.ok) return read
      res.setHeader('cache-control', 'public, max-age=60, s-maxage=1')
      res.type('text/vtt').send(read.value)
      return ok(null)
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/creators/:handle',
      summary: 'A creator and her public pieces',
      tag: 'Discovery',
      who: 'anyone',
      params: z.object({ handle: z.string().max(60) }),
      query: z.object({ kind: z.enum(['all', 'post', 'video-note']).default('all'), after }),
      answer: creatorView,
    },
    ({ ctx, params, query }) => readCreator(ctx, { handle: params.handle, ...query }),
  ),
]
