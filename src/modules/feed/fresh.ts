import type { Candidate } from './types.ts'

/** The pool of newcomers: pieces younger than this, of authors with fewer followers than that. */
export const freshHours = 24
export const freshFollowers = 1000
/** So many views are promised to a newcomer before her likes decide. */
export const promisedViews = 200

const HOUR_MS = 3_600_000

export const isFresh = ({ publishedAt, followers }: Pick<Candidate, 'publishedAt' | 'followers'>, now: number): boolean =>
  now - publishedAt < freshHours * HOUR_MS && followers < freshFollowers

/**
 * The newcomers in the order in which they get their places: those below their promised views first, the least seen
 * before the others; then by chance weighted by their likes for each view (Thompson sampling), so that what is liked
 * comes more often and nothing is given up too early. The same seed gives the same order.
 */
export function freshOrder(candidates: readonly Candidate[], { now, seed }: { now: number; seed: string }): string[] {
  const rows = candidates
    .filter((one) => isFresh(one, now))
    .map((one) => ({
      id: one.id,
      promised: one.views < promisedViews,
      views: one.views,
      draw: betaDraw(one.engagement.likes + 1, Math.max(0, one.views - one.engagement.likes) + 1, random(`${seed} ${one.id}`)),
    }))
  rows.sort((a, b) => {
    if (a.promised !== b.promised) return a.promised ? -1 : 1
    return (a.promised ? a.views - b.views : 0) || b.draw - a.draw || (a.id < b.id ? -1 : 1)
  })
  return rows.map(({ id }) => id)
}

/** Numbers from 0 to 1 that depend on the seed alone (FNV-1a into mulberry32). */
export function random(seed: string): () => number {
  let state = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One draw of a beta distribution, as the share of one gamma draw in two. */
function betaDraw(a: number, b: number, next: () => number): number {
  const [x, y] = [gammaDraw(a, next), gammaDraw(b, next)]
  return x / (x + y)
}

/** Marsaglia and Tsang's method for shapes of 1 and more. */
function gammaDraw(shape: number, next: () => number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}
