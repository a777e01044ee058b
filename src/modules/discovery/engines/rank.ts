import { findTerm, type Term } from '../match.ts'
import type { CheckedRequest, SortField } from '../request.ts'
import type { SearchDocument } from '../types.ts'
import type { Entry } from './memory-index.ts'

/** How well a document fits, in the order in which it decides. */
interface Rank {
  /** Sum over the words of the weight of the best field they stand in. */
  field: number
  /** Words that stand there whole, and one more when the title is the query. */
  exact: number
  /** Sum of their first positions. */
  position: number
}

const weights = [9, 3, 1] as const

/** Sorts entries: by the request's `sort` when it has one, then field, exactness, position, recency, id (so that pages never overlap). */
export function ranked(entries: Entry[], terms: readonly Term[], sort: CheckedRequest['sort']): Entry[] {
  const query = terms.map((term) => term.text).join('')
  const rows = entries.map((entry) => ({ entry, rank: rankOf(entry, terms, query) }))
  rows.sort((a, b) => {
    for (const { field, direction } of sort) {
      const order = compareNullable(sortValue(a.entry.document, field), sortValue(b.entry.document, field), direction === 'asc' ? 1 : -1)
      if (order !== 0) return order
    }
    return compareRank(a.rank, b.rank) || compareAge(a.entry.document, b.entry.document)
  })
  return rows.map((row) => row.entry)
}

function rankOf(entry: Entry, terms: readonly Term[], query: string): Rank {
  const rank: Rank = { field: 0, exact: entry.fields[0].replace(/\s/g, '') === query ? 1 : 0, position: 0 }
  for (const term of terms) {
    for (const [i, field] of entry.fields.entries()) {
      const found = findTerm(field, term)
      if (!found) continue
      rank.field += weights[i] ?? 0
      rank.exact += found.exact ? 1 : 0
      rank.position += Math.min(found.start, 1000)
      break
    }
  }
  return rank
}

const compareRank = (a: Rank, b: Rank): number => b.field - a.field || b.exact - a.exact || a.position - b.position
const compareAge = (a: SearchDocument, b: SearchDocument): number => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)

/** Nulls last, whichever way. */
function compareNullable(a: number | null, b: number | null, sign: number): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  return (a - b) * sign
}

function sortValue(document: SearchDocument, field: SortField): number | null {
  return field === 'createdAt' || field === 'price' ? document[field] : document.counters[field]
}
