// Seeded random numbers. Same seed, same picture: nothing here reads the clock or Math.random.

/** FNV-1a of a string, so that a slug can be a seed. */
export function hash(text) {
  let h = 0x811c9dc5
  for (const ch of String(text)) h = Math.imul(h ^ ch.codePointAt(0), 0x01000193)
  return h >>> 0
}

/** mulberry32 with the few helpers that drawings need. */
export function prng(seed) {
  let a = typeof seed === 'number' ? seed >>> 0 : hash(seed)
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    range: (lo, hi) => lo + (hi - lo) * next(),
    int: (lo, hi) => Math.floor(lo + (hi - lo + 1) * next()),
    pick: (list) => list[Math.floor(next() * list.length)],
    sign: () => (next() < 0.5 ? -1 : 1),
    /** Roughly normal, mean 0, deviation 1. */
    gauss: () => (next() + next() + next() + next() - 2) * 1.73,
  }
}
