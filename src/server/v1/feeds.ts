import { z } from 'zod'
import { choosePersonalFeed } from '../../flows/feed/choose-personal-feed.ts'
import { explainFeed } from '../../flows/feed/explain-feed.ts'
import { readFeed } from '../../flows/feed/read-feed.ts'
import { suggest } from '../../flows/shop/suggest.ts'
import { feedView, suggestView, whyView } from '../../flows/shop/views.ts'
import { type Route, route } from './route.ts'

const locale = z.enum(['zh', 'en']).default('zh').describe('Language of names; pieces are in their own.')

/** Feeds, why they are in their order, the reader's switch, and what a half-typed search may mean. */
export const feedRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/suggest',
      summary: 'What a half-typed query may mean: topics, products, creators, titles; by words or by pinyin',
      tag: 'Discovery',
      who: 'anyone',
      query: z.object({ locale, q: z.string().max(80).default('') }),
      answer: suggestView,
    },
    ({ ctx, query }) => suggest(ctx, query),
  ),
  route(
    {
      method: 'get',
      path: '/v1/feeds/:name',
      summary: 'A feed: for-you (ranked, by your own likes when logged in), following, trending, newest',
      tag: 'Discovery',
      who: 'anyone',
      params: z.object({ name: z.enum(['for-you', 'following', 'trending', 'newest']) }),
      query: z.object({
        after: z.string().max(200).optional().describe('Cursor `next` of an earlier answer of the same feed.'),
        locale: z.enum(['zh', 'en']).optional().describe('Of a piece and its translation only the one in this language; both without.'),
      }),
      answer: feedView,
    },
    ({ ctx, actor, params, query }) =>
      readFeed(ctx, actor, { feed: params.name, personal: true, locale: query.locale, ...(query.after ? { after: query.after } : {}) }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/feeds/for-you/why',
      summary: 'The formula of the for-you feed with every part of it for the first pieces, or for one piece',
      tag: 'Discovery',
      who: 'anyone',
      query: z.object({ locale, piece: z.string().max(60).optional() }),
      answer: whyView,
    },
    ({ ctx, actor, query }) => explainFeed(ctx, actor, { locale: query.locale, ...(query.piece ? { piece: query.piece } : {}) }),
  ),
  route(
    {
      method: 'put',
      path: '/v1/me/personal-feed',
      summary: 'Turn the order by your own likes on or off',
      tag: 'Accounts',
      who: 'account',
      body: z.strictObject({ on: z.boolean() }),
      answer: z.object({ on: z.boolean() }),
    },
    ({ ctx, actor, body }) => choosePersonalFeed(ctx, actor, body.on),
  ),
]
