/** Highest score first; of equal ones the newer, then the later id, so that every process has one order. */
export function ranked<T extends { id: string; publishedAt: number }>(
  list: Iterable<T>,
  scoreOf: (one: T) => number,
): (T & { score: number })[] {
  return [...list]
    .map((one) => ({ ...one, score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score || b.publishedAt - a.publishedAt || (a.id < b.id ? 1 : -1))
}
