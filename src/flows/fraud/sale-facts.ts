import type { PayloadRequest } from 'payload'
import { groupBy } from '../../lib/group.ts'
import type { ConversionRow } from '../../modules/conversions/store.ts'
import { bansOf } from '../../modules/fraud/store/decisions.ts'
import { touchSources } from '../../modules/touches/store/read.ts'
import { saleDecisionOf } from '../conversions/countable.ts'
import { sharesOf } from '../payments/line-decision.ts'
import { type PartOfOrder, touchesThatCounted, wayOf } from './order-facts.ts'

/**
 * What a sale elsewhere looks like for each creator that it credits (ATT-37). The other shop tells nothing of who bought: what buyer and creator
 * have in common was looked up when it was told, by the account behind the click, and how many buyers came from one device or home is not
 * known. Nothing of the buyer leaves it.
 */
export async function partsOfSale(req: PayloadRequest, sale: ConversionRow): Promise<PartOfOrder[]> {
  const paid = sale.lines.flatMap((line) => {
    const decision = saleDecisionOf(line)
    return decision && line.commission > 0 ? [{ line, decision }] : []
  })
  const byCreator = groupBy(
    paid.flatMap((one) => sharesOf({ decision: one.decision }).map(({ creatorId }) => ({ ...one, creatorId }))),
    ({ creatorId }) => creatorId,
  )
  if (byCreator.size === 0) return []
  const touches = paid.flatMap(({ decision }) => touchesThatCounted(decision))
  const sources = await touchSources(
    req,
    touches.map(({ touchId }) => touchId),
  )
  const bans = await bansOf(req, [...byCreator.keys()])
  return [...byCreator].map(([creator, list]) => ({
    creator,
    lineIds: list.map(({ line }) => line.id),
    facts: {
      same: [...new Set(list.flatMap(({ decision }) => (decision.winner?.creatorId === creator ? (decision.flags ?? []) : [])))],
      ...{ buyersOnDevice: 1, buyersAtHome: 1, mailDomain: null },
      ...wayOf(creator, touches, sources, new Date(sale.soldAt)),
      wasBanned: bans.some((ban) => ban.creator === creator && ban.kind === 'ban' && ban.at < sale.soldAt),
    },
  }))
}
