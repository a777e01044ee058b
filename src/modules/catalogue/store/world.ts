import type { PayloadRequest } from 'payload'
import { newId } from '../../../lib/ids.ts'

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

/** Says a category's or a product's texts in English; writes only what differs. False when there is none of that slug. */
export async function translate(
  req: PayloadRequest,
  collection: 'categories' | 'products',
  slug: string,
  texts: { name?: string; title?: string; description?: string },
): Promise<boolean> {
  const { docs } = await req.payload.find({
    ...base,
    locale: 'en',
    collection,
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    req,
  })
  const found = docs[0] as ({ id: string } & Record<string, unknown>) | undefined
  const said = found && Object.entries(texts).every(([name, text]) => found[name] === text)
  if (found && !said) await req.payload.update({ ...base, collection, id: found.id, locale: 'en', data: texts, req })
  return found !== undefined
}

/** Ids of all products by slug. */
export async function findProductIds(req: PayloadRequest): Promise<Map<string, string>> {
  const { docs } = await req.payload.find({ ...base, collection: 'products', limit: 0, pagination: false, select: { slug: true }, req })
  return new Map(docs.map(({ id, slug }) => [slug, id]))
}
