/** What likeness looks at. */
export interface Relatable {
  id: string
  author: string
  products: readonly string[]
  topics: readonly string[]
  publishedAt: number
}

/** Two pieces need so many common readers before their likes say anything, and this many count half. */
export const coLikeMinimum = 3
const SHRINK = 5
/** Points of a common product, a common topic, the same author, and of readers in common (at most). */
const points = { product: 3, topic: 2, author: 1, readers: 4 } as const

/**
 * How alike two pieces are by who likes them, 0 to 1: the cosine of their readers, shrunk where few are in common, so
 * that three friends do not outweigh three hundred readers. Nothing below three common readers.
 */
export function coLike(common: number, likesOfOne: number, likesOfOther: number): number {
  if (common < coLikeMinimum || likesOfOne < 1 || likesOfOther < 1) return 0
  return (common / Math.sqrt(likesOfOne * likesOfOther)) * (common / (common + SHRINK))
}

/**
 * The pieces that belong beside one, best first: common products, common topics, common readers, the same author.
 * Pieces with nothing in common are left out; so is the piece itself.
 */
export function rankRelated<T extends Relatable>(
  one: Relatable,
  others: readonly T[],
  readersInCommon: ReadonlyMap<string, number> = new Map(),
): T[] {
  const products = new Set(one.products)
  const topics = new Set(one.topics)
  const rows = others.flatMap((other) => {
    if (other.id === one.id) return []
    const score =
      points.product * other.products.filter((id) => products.has(id)).length +
      points.topic * other.topics.filter((id) => topics.has(id)).length +
      points.readers * (readersInCommon.get(other.id) ?? 0) +
      (other.author === one.author ? points.author : 0)
    return score > 0 ? [{ other, score }] : []
  })
  rows.sort((a, b) => b.score - a.score || b.other.publishedAt - a.other.publishedAt || (a.other.id < b.other.id ? -1 : 1))
  return rows.map(({ other }) => other)
}
