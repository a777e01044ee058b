import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { idOf, isId } from '../../../lib/ids.ts'
import type { Category, Creator, CreatorTier, Product, ProductLink } from '../../../payload-types.ts'
import { indirectTarget, type RateSource } from '../index.ts'
import { listMembers, type ProgrammeRow } from './programme-rows.ts'

/** Titles in both languages, or a name that has none. */
export type BothNames = Record<'zh' | 'en', string>

async function find<T>(req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<T[]> {
  const { docs } = await req.payload.find({
    ...{ collection, where, locale: 'all', depth: 0, limit: 0, pagination: false, overrideAccess: true, req },
  })
  return docs as unknown as T[]
}

const both = (name: unknown): BothNames => {
  if (typeof name === 'string') return { zh: name, en: name }
  const { zh = '', en = '' } = (name ?? {}) as Partial<Record<'zh' | 'en', string | null>>
  return { zh: zh || en || '', en: en || zh || '' }
}

/** How a target is written by people: a creator by handle, a product or category by slug, a link by code; ids work, too. */
const named: Partial<Record<RateSource, { collection: CollectionSlug; by: string; title: (row: never) => unknown }>> = {
  link: { collection: 'product-links', by: 'code', title: ({ code }: ProductLink) => code },
  creator: { collection: 'creators', by: 'handle', title: ({ displayName }: Creator) => displayName },
  invited: { collection: 'creators', by: 'handle', title: ({ displayName }: Creator) => displayName },
  product: { collection: 'products', by: 'slug', title: ({ title }: Product) => title },
  collection: { collection: 'categories', by: 'slug', title: ({ name }: Category) => name },
}

/** What a rate is for, by what people write; null when there is no such thing. */
export async function resolveTarget(
  req: PayloadRequest,
  programme: ProgrammeRow,
  source: RateSource,
  text: string | null,
): Promise<{ target: string | null } | null> {
  if (source === 'programme') return text === null || text === indirectTarget ? { target: text } : null
  if (text === null) return null
  if (source === 'group') return programme.tiers.some(({ name }) => name === text) ? { target: text } : null
  const { collection, by } = named[source]!
  const plain = by === 'handle' ? text.replace(/^@/, '').toLowerCase() : text
  const row = (await find<{ id: string }>(req, collection, isId(text) ? { id: { equals: text } } : { [by]: { equals: plain } }))[0]
  if (!row) return null
  if (source === 'link' && (await programmeOfLink(req, row.id)) !== programme.id) return null
  return { target: row.id }
}

async function programmeOfLink(req: PayloadRequest, id: string): Promise<string | null> {
  const link = (await find<ProductLink>(req, 'product-links', { id: { equals: id } }))[0]
  return link?.programme ? idOf(link.programme) : null
}

/** Names of targets, by `<source> <target>`; a target that is gone has none. */
export async function namesOfTargets(
  req: PayloadRequest,
  wanted: readonly { source: RateSource; target: string | null }[],
): Promise<Map<string, BothNames>> {
  const names = new Map<string, BothNames>()
  for (const source of new Set(wanted.map((one) => one.source))) {
    const targets = [...new Set(wanted.flatMap((one) => (one.source === source && one.target !== null ? [one.target] : [])))]
    const kind = named[source]
    if (!kind) for (const target of targets) names.set(`${source} ${target}`, both(target))
    if (!kind || targets.length === 0) continue
    for (const row of await find<{ id: string }>(req, kind.collection, { id: { in: targets } }))
      names.set(`${source} ${row.id}`, both(kind.title(row as never)))
  }
  return names
}

/** ATT-15: the creators that a change of rate concerns because they promote under it already. */
export async function concernedBy(
  req: PayloadRequest,
  { programme, source, target }: { programme: string; source: RateSource; target: string | null },
): Promise<string[]> {
  if ((source === 'creator' || source === 'invited') && target) return [target]
  const links = await linksUnder(req, programme)
  const members = (await listMembers(req, { and: [{ programme: { equals: programme } }, { status: { equals: 'active' } }] })).map(
    ({ creator }) => creator,
  )
  if (source === 'link') return distinct(links.filter(({ id }) => id === target))
  if (source === 'product') return distinct(links.filter(({ product }) => product && idOf(product) === target))
  if (source === 'collection') {
    const rows = await find<Product>(req, 'products', { category: { equals: target } })
    const inside = new Set(rows.map(({ id }) => id))
    return distinct(links.filter(({ product }) => product && inside.has(idOf(product))))
  }
  const all = [...new Set([...distinct(links), ...members])]
  if (source !== 'group') return all
  const tiers = new Map((await newestTiers(req, all)).map(({ creator, tier }) => [idOf(creator), tier]))
  return all.filter((creator) => tiers.get(creator) === target)
}

const linksUnder = (req: PayloadRequest, programme: string): Promise<ProductLink[]> =>
  find<ProductLink>(req, 'product-links', { and: [{ programme: { equals: programme } }, { status: { equals: 'active' } }] })

const distinct = (links: readonly ProductLink[]): string[] => [...new Set(links.map(({ creator }) => idOf(creator)))]

/** Oldest first, so that of each creator the newest one stands. */
const newestTiers = async (req: PayloadRequest, creators: readonly string[]): Promise<CreatorTier[]> =>
  creators.length === 0
    ? []
    : (await find<CreatorTier>(req, 'creator-tiers', { creator: { in: [...creators] } })).sort((a, b) => (a.from < b.from ? -1 : 1))
