/** A run of text that is in both versions, only in the new one, or only in the old one. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

// A word for Latin letters and digits, else one character: 中文 has no spaces, and a segmenter's words differ between machines.
const token = /[\p{Script=Latin}\p{N}]+|\s+|[\s\S]/gu

/** Cells of the table that fit without making anybody wait; beyond it the changed middle is shown whole. */
const maxCells = 4_000_000

/**
 * What changed from `before` to `after`, token by token. Joined without the removed parts it is `after`, without the added ones `before`.
 * Removed text stands before what took its place.
 */
export function diffText(before: string, after: string): DiffPart[] {
  const old = before.match(token) ?? []
  const next = after.match(token) ?? []
  let head = 0
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < next.length - head && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1
  const middle = diffMiddle(old.slice(head, old.length - tail), next.slice(head, next.length - tail))
  return join([
    ...next.slice(0, head).map((text): DiffPart => ({ kind: 'same', text })),
    ...middle,
    ...next.slice(next.length - tail).map((text): DiffPart => ({ kind: 'same', text })),
  ])
}

function diffMiddle(old: string[], next: string[]): DiffPart[] {
  const whole = (kind: DiffPart['kind'], list: string[]): DiffPart[] => list.map((text) => ({ kind, text }))
  if (old.length === 0 || next.length === 0 || old.length * next.length > maxCells)
    return [...whole('removed', old), ...whole('added', next)]
  const width = next.length + 1
  const longest = lengths(old, next)
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < next.length) {
    const [before, after] = [old[i], next[j]]
    if (before !== undefined && before === after) {
      parts.push({ kind: 'same', text: before })
      i += 1
      j += 1
    } else if (before !== undefined && (after === undefined || at(longest, (i + 1) * width + j) >= at(longest, i * width + j + 1))) {
      parts.push({ kind: 'removed', text: before })
      i += 1
    } else if (after !== undefined) {
      parts.push({ kind: 'added', text: after })
      j += 1
    }
  }
  return parts
}

/** Lengths of the longest common subsequences of all suffixes, row by row. */
function lengths(old: string[], next: string[]): Uint32Array {
  const width = next.length + 1
  const table = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        old[i] === next[j] ? at(table, (i + 1) * width + j + 1) + 1 : Math.max(at(table, (i + 1) * width + j), at(table, i * width + j + 1))
    }
  }
  return table
}

const at = (table: Uint32Array, index: number): number => table[index] ?? 0

function join(parts: DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.kind === part.kind) last.text += part.text
    else joined.push({ ...part })
  }
  return joined
}

/** What happened to one thing of a list between two versions. */
export type ListChange<T> = { kind: 'kept' | 'added' | 'removed'; item: T } | { kind: 'changed'; item: T; was: T }

/** Compares two lists by key, in the new order; what is gone comes last. `same` tells whether a kept thing is unchanged. */
export function diffList<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
  same: (a: T, b: T) => boolean,
): ListChange<T>[] {
  const old = new Map(before.map((item) => [key(item), item]))
  const kept = after.map((item): ListChange<T> => {
    const was = old.get(key(item))
    if (was === undefined) return { kind: 'added', item }
    return same(was, item) ? { kind: 'kept', item } : { kind: 'changed', item, was }
  })
  const here = new Set(after.map(key))
  return [...kept, ...before.filter((item) => !here.has(key(item))).map((item): ListChange<T> => ({ kind: 'removed', item }))]
}
