import type { PayloadRequest } from 'payload'
import { fallsAhead, rateAt } from '../../modules/attribution/index.ts'
import { findCategories, findPromoted, type Promoted, type Reach } from '../../modules/attribution/store/promoted.ts'
import { findPromoting } from '../../modules/attribution/store/promoting.ts'
import { findMemberships, findRanks, findRateChanges } from '../../modules/attribution/store/terms.ts'
import { findProgrammes } from '../../modules/attribution/store.ts'
import { askedOf, type RateFacts, type Wanted } from './asked-rate.ts'

/** What some creators promote, and all that says what they get for it. */
export interface Earning {
  wanted: Wanted[]
  facts: RateFacts
}

/** A rate of one thing that a creator promotes, basis points. */
export interface Rated extends Wanted {
  /** What somebody who begins now gets, and what she gets (ATT-15). */
  newBps: number
  bps: number
}

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** Reads what everybody under a programme, or one creator, earns on. `link` is looked at by itself, as those with a rate of their own are. */
export async function readEarning(req: PayloadRequest, reach: Reach, at: Date, link: string | null = null): Promise<Earning> {
  const promoted = await findPromoted(req, reach)
  const creators = distinct(promoted.map(({ creatorId }) => creatorId))
  const members = await findMemberships(req, creators)
  const programmes = await findProgrammes(
    req,
    distinct([...promoted.map(({ ownProgrammeId }) => ownProgrammeId), ...members.map(({ programmeId }) => programmeId)]),
  )
  const rates = await findRateChanges(req, [...programmes.keys()])
  const rows = [...rates.values()].flat()
  const products = rows.some(({ source }) => source === 'collection') ? distinct(promoted.map(({ productId }) => productId)) : []
  const facts: RateFacts = {
    ...{ programmes, members, rates },
    ranks: await findRanks(req, creators, at),
    promoting: await findPromoting(req, creators),
    categories: await findCategories(req, products),
  }
  const named = new Set([link, ...rows.flatMap(({ source, target }) => (source === 'link' ? [target] : []))])
  const isGone = ({ creatorId, ownProgrammeId }: Promoted) =>
    members.some(
      (one) => one.creatorId === creatorId && one.programmeId === ownProgrammeId && (one.status === 'left' || one.status === 'removed'),
    )
  return {
    facts,
    wanted: wantedOf(
      promoted.filter((one) => !isGone(one)),
      named,
    ),
  }
}

/** Each question once: ten links to one product under one programme are one, unless a link has a rate of its own. */
function wantedOf(promoted: readonly Promoted[], named: ReadonlySet<string | null>): Wanted[] {
  const all = new Map<string, Wanted>()
  for (const one of promoted) {
    const linkId = named.has(one.linkId) ? one.linkId : null
    const direct: Wanted = { ...one, linkId, productId: one.productId ?? '', scope: 'direct' }
    for (const wanted of [direct, { ...direct, productId: '', scope: 'indirect' } as const]) {
      const known = all.get(keyOf(wanted))
      if (!known || (wanted.begunAt && (!known.begunAt || wanted.begunAt < known.begunAt))) all.set(keyOf(wanted), wanted)
    }
  }
  return [...all.values()]
}

export const keyOf = ({ creatorId, ownProgrammeId, linkId, productId, scope }: Wanted): string =>
  `${creatorId} ${ownProgrammeId} ${linkId} ${productId} ${scope}`

/** What they get at a moment, by `keyOf`. */
export function ratesAt({ wanted, facts }: Earning, at: Date): Map<string, Rated> {
  return new Map(
    wanted.flatMap((one) => {
      const asked = askedOf(facts, one)
      if (!asked) return []
      const [newBps, bps] = [rateAt({ ...asked, promotingSince: null }, at).bps, rateAt(asked, at).bps]
      return [[keyOf(one), { ...one, newBps, bps }] as const]
    }),
  )
}

/** When she gets what somebody gets who begins now. */
export function settledOn({ facts }: Earning, wanted: Wanted, at: Date): Date {
  const asked = askedOf(facts, wanted)
  return (asked && fallsAhead(asked, at).at(-1)?.on) ?? at
}
