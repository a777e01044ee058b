import type { PayloadRequest } from 'payload'
import { tag } from '../../lib/page-tags.ts'
import type { TopicRow } from '../../modules/catalogue/store/shelf.ts'
import { foldText } from '../../modules/discovery/index.ts'
import { pageShows } from '../pages/page-shows.ts'
import { textIn } from './product-facts.ts'
import { sharedTopics } from './shared-rows.ts'
import type { ShopLocale, TopicFacts } from './views.ts'

/** The first topics of the shop, or some by id, with their names for this reader. */
export async function readTopicRefs(req: PayloadRequest, locale: ShopLocale, ids?: readonly string[]): Promise<TopicFacts[]> {
  pageShows(tag.topics())
  const rows = await sharedTopics(req, ids)
  return rows.slice(0, 12).map((row) => topicRef(row, locale))
}

export const topicRef = (row: TopicRow, locale: ShopLocale): TopicFacts => ({
  slug: row.slug,
  name: textIn(row.name, locale)?.text ?? row.slug,
})

/** Topics that a query names, or that name it: in any language, at most eight. */
export async function matchingTopics(req: PayloadRequest, locale: ShopLocale, q: string): Promise<TopicFacts[]> {
  const wanted = foldText(q)
  if (wanted === '') return []
  const rows = (await sharedTopics(req)).filter(({ slug, name }) =>
    [slug, name.zh, name.en].some((text) => {
      const folded = foldText(text ?? '')
      return folded !== '' && (folded.includes(wanted) || (folded.length > 1 && wanted.includes(folded)))
    }),
  )
  return rows.slice(0, 8).map((row) => topicRef(row, locale))
}
