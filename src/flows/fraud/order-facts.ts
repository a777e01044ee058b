import type { PayloadRequest } from 'payload'
import { groupBy } from '../../lib/group.ts'
import { idOf } from '../../lib/ids.ts'
import type { Decision, TouchStory } from '../../modules/attribution/index.ts'
import { findSameness, noContact } from '../../modules/attribution/store/sameness.ts'
import { findStandings } from '../../modules/attribution/store.ts'
import { findContact } from '../../modules/checkout/store/order-reads.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import type { OrderPart } from '../../modules/fraud/index.ts'
import { bansOf } from '../../modules/fraud/store/decisions.ts'
import { crowdAround } from '../../modules/fraud/store/neighbours.ts'
import { touchSources } from '../../modules/touches/store/read.ts'
import { decisionOf, sharesOf } from '../payments/line-decision.ts'

const week = 7 * 86_400_000

/** A creator's part of an order: her lines and what is asked about it. */
export interface PartOfOrder {
  creator: string
  lineIds: string[]
  facts: OrderPart
}

/** What a paid order looks like for each creator that it credits, the read model of ATT-37. Nothing of the buyer leaves it. */
export async function partsOfOrder(req: PayloadRequest, order: OrderRow): Promise<PartOfOrder[]> {
  const credited = order.lines.flatMap((line) => (line.commission > 0 ? sharesOf(line).map(({ creatorId }) => ({ creatorId, line })) : []))
  const byCreator = groupBy(credited, ({ creatorId }) => creatorId)
  if (byCreator.size === 0) return []
  const creators = [...byCreator.keys()]
  const contact = await findContact(req, order.id)
  const buyer = {
    userId: order.user ? idOf(order.user) : null,
    creatorId: null,
    visitor: order.visitor ?? null,
    contact: contact ?? noContact,
  }
  const same = await findSameness(req, buyer, await findStandings(req, creators))
  const touches = order.lines.flatMap((line) => touchesThatCounted(decisionOf(line)))
  const sources = await touchSources(
    req,
    touches.map(({ touchId }) => touchId),
  )
  const bans = await bansOf(req, creators)
  const placedAt = new Date(order.placedAt)
  const place = { order: order.id, visitor: order.visitor ?? null, contact }
  const parts: PartOfOrder[] = []
  for (const [creator, list] of byCreator) {
    parts.push({
      creator,
      lineIds: [...new Set(list.map(({ line }) => String(line.id)))],
      facts: {
        same: same.get(creator) ?? [],
        ...(await crowdAround(req, place, { creator, since: new Date(placedAt.getTime() - week), until: placedAt })),
        mailDomain: contact?.email.split('@')[1] ?? null,
        ...wayOf(creator, touches, sources, placedAt),
        wasBanned: bans.some((ban) => ban.creator === creator && ban.kind === 'ban' && ban.at < order.placedAt),
      },
    })
  }
  return parts
}

type Way = Pick<OrderPart, 'clickToOrderSeconds' | 'channel' | 'campaign' | 'referrerHost'>

/** By which way a creator brought the buyer, and how fast. */
export function wayOf(
  creator: string,
  touches: readonly TouchStory[],
  sources: Awaited<ReturnType<typeof touchSources>>,
  placedAt: Date,
): Way {
  const own = touches.filter((touch) => touch.creatorId === creator).sort((a, b) => (a.at < b.at ? 1 : -1))
  const click = own.find(({ kind }) => kind === 'click' || kind === 'scan')
  // The visit that brought the buyer says where he came from; what he opened on our own pages afterwards does not.
  const source = [...(click ? [click] : []), ...own].map(({ touchId }) => sources.get(touchId)).find((one) => one !== undefined)
  return {
    clickToOrderSeconds: click ? Math.floor((placedAt.getTime() - Date.parse(click.at)) / 1000) : null,
    ...{ channel: source?.channel ?? null, campaign: source?.campaign ?? null, referrerHost: source?.referrerHost ?? null },
  }
}

/** The touch that has the line, those that share it, and those by the same link that led up to it: a click, before the goods were put into the cart. */
export function touchesThatCounted(decision: Decision | null): TouchStory[] {
  if (!decision?.winner) return []
  const { winner, considered } = decision
  const isPart = ({ touchId, linkId, weight }: (typeof considered)[number]) =>
    touchId !== winner.touchId && (weight > 0 || linkId === winner.linkId)
  return [winner, ...considered.filter(isPart)]
}
