import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { askOf } from './search-ask.ts'
import { allOf, kindFilters } from './search-filter.ts'
import { silenceOf } from './silence.ts'
import { matchingTopics } from './topic-refs.ts'
import type { ShopLocale, SuggestFacts } from './views.ts'

/** So many of each kind; few, since one reads them while typing. */
const SHOWN = { topic: 3, product: 4, creator: 2, piece: 3 } as const
const MAX_LENGTH = 80

/**
 * What a half-typed query may mean: topics, products, creators and titles of pieces that it begins, by words or by the
 * letters of their pinyin (SR-11). Only what is public, and nothing of what anybody searched for.
 */
export async function suggest(ctx: Ctx, { q: typed, locale }: { q: string; locale: ShopLocale }): Promise<Result<SuggestFacts>> {
  const q = typed.trim()
  if (q.length > MAX_LENGTH) return fail('invalid', `Expected at most ${MAX_LENGTH} characters.`, { field: 'q' })
  if (q === '') return ok({ query: q, suggestions: [] })
  const req = await ctx.req()
  const topics = await matchingTopics(req, locale, q)
  const silence = await silenceOf(ctx, req)
  const ask = askOf(ctx)
  const suggestions: SuggestFacts['suggestions'] = topics
    .slice(0, SHOWN.topic)
    .map(({ slug, name }) => ({ kind: 'topic', text: name, slug }))
  for (const kind of ['product', 'creator', 'piece'] as const) {
    const { hits } = await ask({ q, ...allOf([silence, kindFilters[kind]]), hitsPerPage: SHOWN[kind] })
    for (const { document } of hits)
      suggestions.push({
        kind,
        text: document.title,
        ...(kind === 'creator' && document.creator ? { slug: document.creator.handle } : {}),
      })
  }
  return ok({ query: q, suggestions: once(suggestions) })
}

/** Of equal words the first alone: two pieces may have one title. */
function once(all: SuggestFacts['suggestions']): SuggestFacts['suggestions'] {
  const seen = new Set<string>()
  return all.filter(({ kind, text }) => !seen.has(`${kind} ${text}`) && seen.add(`${kind} ${text}`))
}
