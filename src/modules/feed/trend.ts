import { weights } from './hot.ts'
import type { Act } from './types.ts'

/** An act counts half after so many hours. */
export const trendHalfLifeHours = 24
/** Acts are looked at for so many days. */
export const trendDays = 7
/** Fewer different people are not a trend but a handful of friends. */
export const trendMinimumPeople = 3

const HOUR_MS = 3_600_000

/** How strongly a piece rises, with what made it so. */
export interface Trend {
  piece: string
  score: number
  /** Different people who did something with it. */
  people: number
  acts: number
}

/**
 * What is rising: the weight of each act of the last seven days, halved every 24 hours, of pieces that at least three
 * people acted on. One person counts once for each kind of act, with the latest. Highest first, ties by id.
 */
export function trends(acts: readonly Act[], now: number): Trend[] {
  const latest = new Map<string, Act>()
  for (const act of acts) {
    if (act.at > now || now - act.at > trendDays * 24 * HOUR_MS) continue
    const key = `${act.piece} ${act.person} ${act.signal}`
    const known = latest.get(key)
    if (!known || known.at < act.at) latest.set(key, act)
  }
  const sums = new Map<string, { score: number; people: Set<string>; acts: number }>()
  for (const { piece, person, signal, at } of latest.values()) {
    const sum = sums.get(piece) ?? { score: 0, people: new Set(), acts: 0 }
    sum.score += weights[signal] * 0.5 ** ((now - at) / HOUR_MS / trendHalfLifeHours)
    sum.people.add(person)
    sum.acts += 1
    sums.set(piece, sum)
  }
  return [...sums]
    .map(([piece, { score, people, acts: count }]) => ({ piece, score, people: people.size, acts: count }))
    .filter(({ people }) => people >= trendMinimumPeople)
    .sort((a, b) => b.score - a.score || (a.piece < b.piece ? -1 : 1))
}
