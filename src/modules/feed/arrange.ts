/** What the caps look at. */
export interface Arrangeable {
  id: string
  author: string
  products: readonly string[]
}

/** At most so many pieces of one author in a row. */
export const authorRun = 2
/** At most so many pieces with one product among twenty that follow each other. */
export const productCap = 3
export const productWindow = 20
/** Of ten places one, the fifth, is for a fresh piece of somebody whom few people follow yet. */
export const freshEvery = 10
const FRESH_AT = 4
/** How far ahead a piece is looked for that keeps the caps; when there is none, the best one comes although. */
const LOOK_AHEAD = 200

/**
 * Puts ranked pieces in the order in which they are shown: the best first, except that the caps hold where the choice
 * allows it, and that every fifth of ten places is kept for a piece of `fresh` that has not come yet. Every piece of
 * `ranked` comes exactly once; pieces of `fresh` that are not in it are left out.
 */
export function arrange<T extends Arrangeable>(ranked: readonly T[], fresh: readonly string[] = []): T[] {
  const waiting = new Map(ranked.map((one) => [one.id, one]))
  const newcomers = fresh.filter((id) => waiting.has(id))
  const placed: T[] = []
  const put = (one: T) => {
    waiting.delete(one.id)
    placed.push(one)
  }
  while (waiting.size > 0) {
    const newcomer = placed.length % freshEvery === FRESH_AT ? firstFresh(newcomers, waiting, placed) : undefined
    put(newcomer ?? firstAllowed(waiting, placed))
  }
  return placed
}

function firstFresh<T extends Arrangeable>(newcomers: string[], waiting: ReadonlyMap<string, T>, placed: readonly T[]): T | undefined {
  while (newcomers.length > 0) {
    const one = waiting.get(newcomers.shift() ?? '')
    if (one && isAllowed(one, placed)) return one
  }
  return undefined
}

function firstAllowed<T extends Arrangeable>(waiting: ReadonlyMap<string, T>, placed: readonly T[]): T {
  let best: T | undefined
  let looked = 0
  for (const one of waiting.values()) {
    best ??= one
    if (isAllowed(one, placed)) return one
    if (++looked >= LOOK_AHEAD) break
  }
  if (!best) throw new RangeError('Expected a piece that waits for its place')
  return best
}

function isAllowed(one: Arrangeable, placed: readonly Arrangeable[]): boolean {
  const last = placed.slice(-authorRun)
  if (last.length === authorRun && last.every(({ author }) => author === one.author)) return false
  if (one.products.length === 0) return true
  const near = placed.slice(-(productWindow - 1))
  return one.products.every((product) => near.filter(({ products }) => products.includes(product)).length < productCap)
}
