import type { Act } from './types.ts'

/** A follow is credited to a piece of that author which the reader acted on so long before. */
const CREDIT_HOURS = 24
const HOUR_MS = 3_600_000

interface FollowAct {
  person: string
  creator: string
  at: number
}

/**
 * The pieces that brought followers: each follow goes to the latest piece of that author which the same person liked,
 * collected or commented on in the day before, and to none when there was none.
 */
export function creditFollows(follows: readonly FollowAct[], acts: readonly Act[], authorOf: (piece: string) => string | undefined): Act[] {
  const byPerson = new Map<string, Act[]>()
  for (const act of acts) byPerson.set(act.person, [...(byPerson.get(act.person) ?? []), act])
  return follows.flatMap(({ person, creator, at }): Act[] => {
    let latest: Act | undefined
    for (const act of byPerson.get(person) ?? []) {
      if (act.at > at || at - act.at > CREDIT_HOURS * HOUR_MS || authorOf(act.piece) !== creator) continue
      if (!latest || act.at > latest.at) latest = act
    }
    return latest ? [{ piece: latest.piece, person, signal: 'follows', at }] : []
  })
}
