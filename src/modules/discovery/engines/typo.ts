/** SR-05: letters that may be wrong in a word of this length. */
export const typosAllowed = (word: string): number => (word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0)

/** How many words of the index one misspelt word may stand for. */
const MAX_WORDS = 20

/** The words that a misspelt one may mean, the nearest first: none when nothing is near enough. */
export function nearWords(word: string, words: Iterable<string>): string[] {
  const allowed = typosAllowed(word)
  if (allowed === 0 || /\d/.test(word)) return []
  const found: { near: string; distance: number }[] = []
  for (const near of words) {
    if (Math.abs(near.length - word.length) > allowed || /\d/.test(near)) continue
    const distance = typos(word, near, allowed)
    if (distance <= allowed) found.push({ near, distance })
  }
  found.sort((a, b) => a.distance - b.distance || (a.near < b.near ? -1 : 1))
  const best = found[0]?.distance
  return found
    .filter(({ distance }) => distance === best)
    .slice(0, MAX_WORDS)
    .map(({ near }) => near)
}

/**
 * Letters to change, to leave out or to put in, a swap of two neighbours counting as one; a wrong first letter counts
 * twice. Anything above `most` may come back as `most + 1`.
 */
export function typos(a: string, b: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next[j] = cost
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return (row[b.length] ?? most + 1) + (a[0] === b[0] ? 0 : 1)
}
