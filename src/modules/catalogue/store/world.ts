import type { PayloadRequest } from 'payload'
import { newId } from '../../../lib/ids.ts'

type Locale = 'zh' | 'en'

const base = { depth: 0, overrideAccess: true } as const
const markKey = 'world:seed'

/** How far the first world has come; null when it was never begun. */
export async function readWorldMark(req: PayloadRequest): Promise<number | null> {
  const { docs } = await req.payload.find({
    ...base,
    collection: 'counters',
    where: { key: { equals: markKey } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.value ?? null
}

export async function writeWorldMark(req: PayloadRequest, value: number): Promise<void> {
  const changed = await req.payload.db.updateOne({ collection: 'counters', where: { key: { equals: markKey } }, data: { value }, req })
  if (!changed) await req.payload.db.create({ collection: 'counters', data: { id: newId(), key: markKey, value }, req })
}

/** Whether nothing was ever put into this shop: no product, no piece, no order, not even removed ones. */
export async function isEmptyShop(req: PayloadRequest): Promise<boolean> {
  for (const collection of ['products', 'posts', 'video-notes', 'orders', 'programmes'] as const) {
    const { totalDocs } = await req.payload.count({ collection, overrideAccess: true, trash: true, req })
    if (totalDocs > 0) return false
  }
  return true
}

/** A topic by its slug, made when there is none. Answers its id. */
export async function ensureTopic(req: PayloadRequest, slug: string, names: { zh: string; en: string }): Promise<string> {
  const { docs } = await req.payload.find({
    ...base,
    collection: 'topics',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    req,
  })
  if (docs[0]) return docs[0].id
  const id = newId()
  await req.payload.create({
    ...base,
    collection: 'topics',
    locale: 'zh',
    data: { id, name: names.zh, slug, status: 'active', position: 0 },
    req,
  })
  await req.payload.update({ ...base, collection: 'topics', id, locale: 'en', data: { name: names.en }, req })
  return id
}

/** A shelf's names and what it is about, in both languages, and its place among its like; writes only what differs. */
export async function describeShelf(
  req: PayloadRequest,
  collection: 'categories' | 'topics',
  slug: string,
  { names, about, position }: { names: Record<Locale, string>; about: Record<Locale, string>; position: number },
): Promise<void> {
  for (const locale of ['zh', 'en'] as const) {
    const { docs } = await req.payload.find({
      ...base,
      locale,
      fallbackLocale: false,
      collection,
      where: { slug: { equals: slug } },
      limit: 1,
      pagination: false,
      req,
    })
    const data = { name: names[locale], description: about[locale], position }
    const [found] = docs
    if (!found) throw new Error(`There is no ${collection} ${slug}`)
    if (differs(found, data)) await req.payload.update({ ...base, collection, id: found.id, locale, data, req })
  }
}

/** A product's English, how its options are shown, and its topics; writes only what differs. */
export async function dressProduct(
  req: PayloadRequest,
  id: string,
  dress: {
    english: { title: string; description: string }
    words: readonly { word: string; zh: string; en: string; colour: string | null }[]
    topics: readonly string[]
  },
): Promise<void> {
  const { english, words, topics } = dress
  const read = { ...base, collection: 'products', id, locale: 'en', fallbackLocale: false, req } as const
  const found = await req.payload.findByID(read)
  if (found.optionWords?.length && !differs(found, english)) return
  const rows = words.map(({ word, zh, colour }) => ({ id: newId(), word, colour, shown: zh }))
  await req.payload.update({ ...base, collection: 'products', id, locale: 'zh', data: { topics: [...topics], optionWords: rows }, req })
  const optionWords = rows.map((row, at) => ({ ...row, shown: words[at]!.en }))
  await req.payload.update({ ...base, collection: 'products', id, locale: 'en', data: { ...english, optionWords }, req })
}

const differs = (found: object, wanted: object): boolean =>
  Object.entries(wanted).some(([name, value]) => (found as Record<string, unknown>)[name] !== value)

/** Ids of all products by slug. */
export async function findProductIds(req: PayloadRequest): Promise<Map<string, string>> {
  const { docs } = await req.payload.find({ ...base, collection: 'products', limit: 0, pagination: false, select: { slug: true }, req })
  return new Map(docs.map(({ id, slug }) => [slug, id]))
}
