import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { dayIn } from '../../lib/calendar.ts'
import { idOf } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { ordersByIds } from '../../modules/checkout/store/walk.ts'
import { conversionsByIds } from '../../modules/conversions/store.ts'
import { isPayoutKind } from '../../modules/ledger/index.ts'
import { entriesOfCreator, type StoredEntry } from '../../modules/ledger/store.ts'
import { siteTimeZone } from '../payments/site-day.ts'
import { type EntryGroup, groupEntries } from './group-entries.ts'

/** What earnings can be put together by. */
export type EarningsBy = 'piece' | 'product' | 'day'

/** A creator's ledger in the shop's currency, summed up. The groups' `net` add up to `balance`: everything that was earned and not taken back, whether paid out or not (ATT-26). */
export interface EarningsGroups {
  currency: string
  balance: number
  /** Pieces and products: most first. Days: newest first. */
  groups: EntryGroup[]
  /** Titles of products as they were sold, by their ids; for `product` only. */
  titles: ReadonlyMap<string, string>
}

/** What each piece, product or day of the shop's calendar brought, from her entries alone. Fails with `forbidden` for who is no creator. */
export async function readEarningsBy(ctx: Ctx, actor: Actor, by: EarningsBy): Promise<Result<EarningsGroups>> {
  if (!actor.creatorId) return fail('forbidden', 'Earnings belong to creators: become one first.')
  const req = await ctx.req()
  const { currency } = await readTerms(req)
  // What was paid out was earned before: it is no one piece's, product's or day's.
  const own = (await entriesOfCreator(req, actor.creatorId)).filter((entry) => entry.currency === currency && !isPayoutKind(entry.kind))
  const balance = own.reduce((sum, { amount }) => sum + amount, 0)
  if (by === 'day') {
    const dayOf = dayIn(await siteTimeZone(req))
    const groups = groupEntries(own, ({ at }) => dayOf(new Date(at))).sort((a, b) => (a.key < b.key ? 1 : -1))
    return ok({ currency, balance, groups, titles: new Map() })
  }
  const products = by === 'product' ? await productsOf(ctx, own) : null
  const keyOf = (entry: StoredEntry) => (products ? (products.get(entry.orderLine ?? '')?.id ?? '') : (entry.piece ?? ''))
  const groups = groupEntries(own, keyOf).sort((a, b) => b.net - a.net || (a.key < b.key ? -1 : 1))
  return ok({ currency, balance, groups, titles: new Map([...(products?.values() ?? [])].map(({ id, title }) => [id, title])) })
}

/**
 * The product of each order line that an entry is about, with the title that it was sold under last. Goods of another shop are told apart by
 * the title that it told, under a key that is no product's.
 */
async function productsOf(ctx: Ctx, entries: readonly StoredEntry[]): Promise<Map<string, { id: string; title: string }>> {
  const ids = [...new Set(entries.flatMap(({ order }) => order ?? []))]
  const req = await ctx.req()
  const orders = await ordersByIds(req, ids)
  const ours = new Set(orders.map(({ id }) => id))
  const sales = await conversionsByIds(
    req,
    ids.filter((id) => !ours.has(id)),
  )
  return new Map([
    ...orders.flatMap(({ lines }) => lines.map((line) => [String(line.id), { id: idOf(line.product) ?? '', title: line.title }] as const)),
    ...sales.flatMap(({ partner, lines }) => lines.map((line) => [line.id, soldElsewhere(partner, line.title || line.line)] as const)),
  ])
}

const soldElsewhere = (partner: string, title: string) => ({ id: `partner:${partner}:${title}`, title })
