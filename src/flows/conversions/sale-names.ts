import type { PayloadRequest } from 'payload'
import { orderNumbers } from '../../modules/checkout/store/hinted-orders.ts'
import { conversionsByIds, listPartners } from '../../modules/conversions/store.ts'

/** What people call a sale elsewhere: the other shop's name and its own number there. */
export const saleName = (shop: string, externalId: string): string => `${shop} ${externalId}`.trim()

/** The other shop's own number in what somebody typed: `saleName` or the number alone, which has no spaces. */
export const numberElsewhere = (typed: string): string => typed.trim().split(/\s+/).at(-1) ?? ''

/** Names of other shops, by id. */
export async function partnerNames(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  return new Map((await listPartners(req)).map(({ id, name }) => [id, name]))
}

/** What people call these orders of ours and sales elsewhere, by id: what entries, holds and signals name as their order. */
export async function namesOfOrders(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, string>> {
  const names = await orderNumbers(req, ids)
  const rest = [...new Set(ids)].filter((id) => !names.has(id))
  const sales = await conversionsByIds(req, rest)
  const shops = await partnerNames(
    req,
    sales.map(({ partner }) => partner),
  )
  return new Map([...names, ...sales.map(({ id, partner, externalId }) => [id, saleName(shops.get(partner) ?? '', externalId)] as const)])
}
