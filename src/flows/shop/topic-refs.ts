import type { PayloadRequest } from 'payload'
import { tag } from '../../lib/page-tags.ts'
import { findTopicRows, type TopicRow } from '../../modules/catalogue/store/shelf.ts'
import { pageShows } from '../pages/page-shows.ts'
import { textIn } from './product-facts.ts'
import type { ShopLocale, TopicFacts } from './views.ts'

/** The first topics of the shop, or some by id, with their names for this reader. */
export async function readTopicRefs(req: PayloadRequest, locale: ShopLocale, ids?: readonly string[]): Promise<TopicFacts[]> {
  pageShows(tag.topics())
  const rows = await findTopicRows(req, ids ? { ids } : {})
  return rows.slice(0, 12).map((row) => topicRef(row, locale))
}

export const topicRef = (row: TopicRow, locale: ShopLocale): TopicFacts => ({
  slug: row.slug,
  name: textIn(row.name, locale)?.text ?? row.slug,
})
