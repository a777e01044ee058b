import { priceBandOf } from '../../lib/price-bands.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { SearchDocument } from './types.ts'

type Value = string | number | boolean

/** What each field compares: its values of one document. Texts compare without regard to case. */
const readers = {
  id: { type: 'string', read: (document: SearchDocument) => [document.id] },
  kind: { type: 'string', read: (document: SearchDocument) => [document.kind] },
  pieceType: { type: 'string', read: (document: SearchDocument) => list(document.pieceType) },
  language: { type: 'string', read: (document: SearchDocument) => list(document.language) },
  category: { type: 'string', read: (document: SearchDocument) => list(document.category) },
  topics: { type: 'string', read: (document: SearchDocument) => document.topics },
  creator: { type: 'string', read: (document: SearchDocument) => list(document.creator?.handle) },
  brand: { type: 'string', read: (document: SearchDocument) => list(document.brand) },
  level: { type: 'string', read: (document: SearchDocument) => list(document.level) },
  priceBand: { type: 'string', read: (document: SearchDocument) => (document.price === null ? [] : [priceBandOf(document.price)]) },
  onSale: { type: 'boolean', read: (document: SearchDocument) => list(document.onSale) },
  inStock: { type: 'boolean', read: (document: SearchDocument) => list(document.inStock) },
  price: { type: 'number', read: (document: SearchDocument) => list(document.price) },
  createdAt: { type: 'number', read: (document: SearchDocument) => [document.createdAt] },
} as const satisfies Record<string, { type: 'string' | 'number' | 'boolean'; read: (document: SearchDocument) => readonly Value[] }>

export type FilterField = keyof typeof readers
export const filterFields = Object.keys(readers) as FilterField[]

/** Fields that answers can count. */
export const facetFields = [
  'kind',
  'pieceType',
  'language',
  'category',
  'topics',
  'brand',
  'level',
  'priceBand',
  'creator',
  'inStock',
  'onSale',
] as const satisfies FilterField[]
export type FacetField = (typeof facetFields)[number]

/** A condition on documents, as data: engines translate it, none gets a string to parse. */
export type Filter =
  | { and: Filter[] }
  | { or: Filter[] }
  | { not: Filter }
  | { field: FilterField; op: '=' | '!='; value: Value }
  | { field: FilterField; op: '<' | '<=' | '>' | '>='; value: number }
  | { field: FilterField; op: 'in'; values: Value[] }
  | { field: FilterField; op: 'exists' }

/** Deeper nesting is refused: no screen needs it, and it costs an attacker nothing to send. */
const MAX_DEPTH = 8
const MAX_PARTS = 200

/** A filter as it came (from JSON, say), checked whole; failure `invalid` names what is wrong. */
export function checkFilter(filter: unknown): Result<Filter> {
  let parts = 0
  const problem = (part: unknown, depth: number): string | null => {
    if (++parts > MAX_PARTS || depth > MAX_DEPTH) return `expected at most ${MAX_PARTS} conditions, nested ${MAX_DEPTH} deep`
    if (typeof part !== 'object' || part === null) return 'expected a condition'
    const nested = 'and' in part ? part.and : 'or' in part ? part.or : 'not' in part ? [part.not] : null
    if (nested === null) return conditionProblem(part as Record<string, unknown>)
    if (!Array.isArray(nested)) return 'expected a list of conditions in and / or'
    for (const inner of nested) {
      const found = problem(inner, depth + 1)
      if (found) return found
    }
    return null
  }
  const found = problem(filter, 1)
  return found ? fail('invalid', found, { field: 'filter' }) : ok(filter as Filter)
}

function conditionProblem({ field, op, value, values }: Record<string, unknown>): string | null {
  const known = typeof field === 'string' && Object.hasOwn(readers, field) ? readers[field as FilterField] : null
  if (!known) return `expected one of the fields ${filterFields.join(', ')}; got ${JSON.stringify(field)}`
  const fits = (one: unknown) => typeof one === known.type && (typeof one !== 'number' || Number.isFinite(one))
  if (op === 'exists') return null
  if (op === 'in') return Array.isArray(values) && values.every(fits) ? null : `expected a list of ${known.type} values for ${field}`
  if (op === '=' || op === '!=') return fits(value) ? null : `expected a ${known.type} for ${field}`
  if (op === '<' || op === '<=' || op === '>' || op === '>=')
    return known.type === 'number' && fits(value) ? null : `expected ${op} on a number field with a number; got ${field}`
  return `expected one of the operators = != < <= > >= in exists; got ${JSON.stringify(op)}`
}

/** Whether a document meets a checked filter. A list field meets a condition when one of its values does; `!=` when none is equal. */
export function matchesFilter(filter: Filter, document: SearchDocument): boolean {
  if ('and' in filter) return filter.and.every((part) => matchesFilter(part, document))
  if ('or' in filter) return filter.or.some((part) => matchesFilter(part, document))
  if ('not' in filter) return !matchesFilter(filter.not, document)
  const values = facetValues(filter.field, document)
  switch (filter.op) {
    case '=':
      return values.some((value) => same(value, filter.value))
    case '!=':
      return !values.some((value) => same(value, filter.value))
    case 'in':
      return values.some((value) => filter.values.some((wanted) => same(value, wanted)))
    case 'exists':
      return values.length > 0
    default:
      return values.some((value) => typeof value === 'number' && compare(filter.op, value, filter.value))
  }
}

/** The values of a field of a document. */
export const facetValues = (field: FilterField, document: SearchDocument): readonly Value[] => readers[field].read(document)

const list = <T>(value: T | null | undefined): T[] => (value === null || value === undefined ? [] : [value])
const same = (a: Value, b: Value): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b

function compare(op: '<' | '<=' | '>' | '>=', a: number, b: number): boolean {
  if (op === '<') return a < b
  if (op === '<=') return a <= b
  return op === '>' ? a > b : a >= b
}
