import type { PayloadRequest } from 'payload'
import { tag } from '../../lib/page-tags.ts'
import { type EarningLink, earningOf, type Membership } from '../../modules/attribution/index.ts'
import { findEarningBook, findOwnRates, type RatesByProgramme } from '../../modules/attribution/store/earning-terms.ts'
import { findMemberships } from '../../modules/attribution/store/terms.ts'
import { keptByPages, keptPart } from '../pages/page-shows.ts'

/**
 * DIS-1: what each of these links may earn its creator by any source, basis points, in their order; 0 bears no commission. A number of
 * reads that does not depend on how many links there are. While a page is made for keeping, what all links have in common is a matter of
 * the whole site, as programmes and rates are, and what a creator has joined one of her own tag.
 */
export async function earningsOf(req: PayloadRequest, links: readonly EarningLink[], at: Date): Promise<number[]> {
  const earning = links.filter(({ programme }) => programme !== null)
  if (earning.length === 0) return links.map(() => 0)
  const { programmes, rates, isWhole } = await keptPart('earning terms', () => findEarningBook(req))
  const creators = [...new Set(earning.map(({ creator }) => creator))]
  const own = isWhole ? new Map() : await findOwnRates(req, [...creators, ...earning.flatMap(({ id }) => id ?? [])])
  const members = [...(await sharedMemberships(req, creators)).values()].flat()
  const terms = { programmes, members, rates: merged(rates, own) }
  return links.map((link) => earningOf(link, terms, at))
}

const sharedMemberships = (req: PayloadRequest, creators: readonly string[]): Promise<Map<string, Membership[]>> =>
  keptByPages(creators, {
    kind: 'memberships',
    read: async (missing) => {
      const rows = await findMemberships(req, missing)
      return new Map(missing.map((id) => [id, rows.filter(({ creatorId }) => creatorId === id)]))
    },
    shown: (_rows, id) => [tag.creator(id)],
  })

const merged = (all: RatesByProgramme, own: RatesByProgramme): RatesByProgramme =>
  new Map([...new Set([...all.keys(), ...own.keys()])].map((id) => [id, [...(all.get(id) ?? []), ...(own.get(id) ?? [])]]))
