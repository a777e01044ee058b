import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { findOffers } from '../../modules/catalogue/store/offers.ts'
import { exchangesOfOrder } from '../../modules/checkout/store/exchanges.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'

/** Goods with what was chosen of them, such as `Tent · Sunset`. */
export const named = (title: string, options: string | null | undefined): string => (options ? `${title} · ${options}` : title)

/** What goods of exchanges are called, by variant: as they were sold or sent, else as the catalogue calls them now. */
export async function exchangeNames(req: PayloadRequest, order: OrderRow, variants: readonly string[]): Promise<Map<string, string>> {
  if (variants.length === 0) return new Map()
  const names = new Map<string, string>()
  for (const { toVariant, title, options } of await exchangesOfOrder(req, order.id)) names.set(toVariant, named(title, options))
  for (const { variant, title, options } of order.lines) names.set(idOf(variant), named(title, options))
  const missing = variants.filter((id) => !names.has(id))
  for (const [id, { title, options }] of await findOffers(req, missing, order.locale)) names.set(id, named(title, options))
  return names
}
