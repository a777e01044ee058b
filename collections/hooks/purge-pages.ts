import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, GlobalAfterChangeHook, PayloadRequest } from 'payload'
import { idOf } from '../../src/lib/ids.ts'
import { type PageTag, purgedMark, purgeRow, tag } from '../../src/lib/page-tags.ts'

interface Row {
  id: string
  slug?: string | null
  handle?: string | null
  status?: string | null
  product?: string | { id: string } | null
}
/** The tags of a row; of a changed one also as it was before. */
type Spell = (row: Row, before?: Row) => readonly PageTag[]

/**
 * Whoever changes a row that public pages show, through whichever door: a purge in the same transaction, which exists
 * exactly when the change does. A row and not an effect outside the database, so a hook may write it.
 */
export const purgePagesOf =
  (spell: Spell): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, operation, req }) => {
    const before = operation === 'update' && previousDoc ? { ...(previousDoc as Row), id: (doc as Row).id } : undefined
    await write(req, [...spell(doc as Row, before), ...(before ? spell(before) : [])])
    return doc
  }

export const purgePagesAfterDelete =
  (spell: Spell): CollectionAfterDeleteHook =>
  async ({ doc, req }) => {
    await write(req, spell(doc as Row))
    return doc
  }

/** Settings stand on every page. */
export const purgeAllPages: GlobalAfterChangeHook = async ({ doc, req }) => {
  await write(req, [tag.site()])
  return doc
}

async function write(req: PayloadRequest, tags: readonly PageTag[]): Promise<void> {
  await req.payload.db.create({ ...purgeRow(tags), req })
  req.context[purgedMark] = true
}

const catalogueLists = [tag.feed('search'), tag.feed('sitemap')]

/** Its own page and every card of it; lists, since it may be new there. */
export const pagesOfProduct: Spell = ({ id, slug }) => [tag.product(id), ...(slug ? [tag.productSlug(slug)] : []), ...catalogueLists]

export const pagesOfVariant: Spell = ({ product }) => (product ? [tag.product(idOf(product)), ...catalogueLists] : [tag.feed('search')])

/**
 * The page is found by its handle, also when nobody had it yet. Who is suspended or let back leaves or enters pages that
 * cannot know her: then all are made anew.
 */
export const pagesOfCreator: Spell = ({ id, handle, status }, before) => [
  ...(before && before.status !== status ? [tag.site()] : []),
  tag.creator(id),
  ...(handle ? [tag.creatorHandle(handle)] : []),
  tag.feed('home'),
  ...catalogueLists,
]

/** Topics are listed beside feeds and searches. */
export const pagesOfTopic: Spell = ({ id, slug }) => [
  tag.topic(id),
  ...(slug ? [tag.topicSlug(slug)] : []),
  tag.topics(),
  ...catalogueLists,
]

/** Categories are words on every product and search page. */
export const pagesOfCategory: Spell = () => [tag.site()]
