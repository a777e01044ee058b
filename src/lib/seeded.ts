/** Numbers that are spread like chance and the same at every run, for data that is made up. Never for secrets. */
export interface Seeded {
  /** From 0, below 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(items: readonly T[]): T
  /** One of the items, each as likely as its weight says. Weights are not negative and not all zero. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T
}

/** The same text begins the same row of numbers (FNV-1a into mulberry32). */
export function seeded(text: string): Seeded {
  let state = 2_166_136_261
  for (const sign of text) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 16_777_619)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, between: (least, most) => least + Math.floor(next() * (most - least + 1)), pick: (items) => one(items, next()), weighted }

  function weighted<T>(items: readonly T[], weight: (item: T) => number): T {
    let left = next() * items.reduce((sum, item) => sum + weight(item), 0)
    for (const item of items) {
      left -= weight(item)
      if (left < 0) return item
    }
    return one(items, 0.999_999)
  }
}

function one<T>(items: readonly T[], share: number): T {
  if (items.length === 0) throw new Error('Nothing to pick from')
  return items[Math.floor(share * items.length)] as T
}
