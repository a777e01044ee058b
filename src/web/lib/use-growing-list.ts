import { useState } from 'react'

/** One part of a list as a loader gave it. */
export interface ListPart<T> {
  /** What the list is: another one begins anew (path and filters, without the cursor). */
  list: string
  /** Cursor that this part came after; empty for the first. */
  after: string
  /** Cursor of the next part; null at the end. */
  next: string | null
  items: readonly T[]
}

/**
 * The parts of a list that were loaded one after another, as one. "Show more" is a link to the next part: the loader
 * gives only that, and here it is put behind what is there. Going back takes it off again; any other part (a shared
 * address, a reload) stands alone.
 */
export function useGrowingList<T>(part: ListPart<T>): readonly T[] {
  const [parts, setParts] = useState<readonly ListPart<T>[]>([part])
  const now = withPart(parts, part)
  if (now !== parts) setParts(now)
  return now.length === 1 ? part.items : now.flatMap(({ items }) => items)
}

/** The parts with this one in its place; the same array when nothing changed. */
export function withPart<T>(parts: readonly ListPart<T>[], part: ListPart<T>): readonly ListPart<T>[] {
  const last = parts.at(-1)
  if (last?.list !== part.list) return [part]
  const at = parts.findIndex(({ after }) => after === part.after)
  if (at >= 0) return at === parts.length - 1 && parts[at]?.items === part.items ? parts : [...parts.slice(0, at), part]
  return last.next === part.after ? [...parts, part] : [part]
}
