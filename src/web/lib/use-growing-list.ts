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

/** Lists of this tab of the browser: coming back from a piece finds all parts again, and so the same place. */
const remembered = new Map<string, readonly ListPart<unknown>[]>()
const REMEMBERED = 12

/**
 * The parts of a list that were loaded one after another, as one. "Show more" is a link to the next part: the loader
 * gives only that, and here it is put behind what is there. Coming back to it finds the parts before; a part of another
 * list, or one opened by its address, stands alone.
 */
export function useGrowingList<T extends { id: string }>(part: ListPart<T>): readonly T[] {
  const [parts, setParts] = useState<readonly ListPart<T>[]>(() => startOf(part))
  const now = withPart(parts, part)
  if (now !== parts) {
    setParts(now)
    remember(part.list, now)
  }
  return now.length === 1 ? part.items : once(now.flatMap(({ items }) => items))
}

function startOf<T>(part: ListPart<T>): readonly ListPart<T>[] {
  const known = remembered.get(part.list) as readonly ListPart<T>[] | undefined
  return part.after !== '' && known?.some(({ after }) => after === part.after) ? known : [part]
}

/** In the browser alone: on the server it would be everybody's. */
function remember<T>(list: string, parts: readonly ListPart<T>[]): void {
  if (typeof document === 'undefined') return
  remembered.delete(list)
  remembered.set(list, parts)
  for (const [oldest] of remembered) {
    if (remembered.size <= REMEMBERED) break
    remembered.delete(oldest)
  }
}

/** The parts with this one in its place; the same array when nothing changed. */
export function withPart<T>(parts: readonly ListPart<T>[], part: ListPart<T>): readonly ListPart<T>[] {
  const last = parts.at(-1)
  if (last?.list !== part.list) return [part]
  const at = parts.findIndex(({ after }) => after === part.after)
  if (at >= 0) return at === parts.length - 1 && parts[at]?.items === part.items ? parts : [...parts.slice(0, at), part]
  return last.next === part.after ? [...parts, part] : [part]
}

/** Each item the first time: a list that was ranked anew between two parts may name one again. */
function once<T extends { id: string }>(items: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return items.filter(({ id }) => !seen.has(id) && seen.add(id))
}
