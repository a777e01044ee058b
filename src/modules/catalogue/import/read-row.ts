import type { Columns, Field } from './columns.ts'
import type { Row } from './read-table.ts'
import type { ImportProblem } from './types.ts'

/** A row by our names, texts trimmed. Empty and absent cells are ''. */
export interface FieldRow {
  line: number
  get(field: Field): string
  /** What the file calls a field's column; our name when it has none. */
  header(field: Field): string
}

export function fieldRow({ line, cells }: Row, { at }: Columns): FieldRow {
  return {
    line,
    get: (field) => {
      const column = at.get(field)
      return column ? (cells[column.index] ?? '').trim() : ''
    },
    header: (field) => at.get(field)?.header ?? field,
  }
}

/** A problem of one cell, with what came, cut short. */
export const cellProblem = (row: FieldRow, field: Field, effect: ImportProblem['effect'], expected: string): ImportProblem => ({
  line: row.line,
  column: row.header(field),
  effect,
  reason: `Expected ${expected}, got ${row.get(field) === '' ? 'nothing' : JSON.stringify(row.get(field).slice(0, 60))}`,
})

/** The leaf of a path such as `Kitchen -> Kettles` or `Home > Kitchen`. */
export const leafOf = (path: string): string =>
  path
    .split(/\s*(?:->|>|\/\/)\s*/)
    .filter((part) => part !== '')
    .at(-1)
    ?.trim() ?? ''

/** Grams in one unit of weight; exact by definition. */
const gramsIn: Record<string, number> = { g: 1, kg: 1000, lb: 453.59237, lbs: 453.59237, oz: 28.349523125 }

/** Whole grams of a row; null when it says none, 'unusable' when what it says is no weight. */
export function gramsOf(row: FieldRow): number | null | 'unusable' {
  const own = row.get('grams')
  const text = own || row.get('weight')
  if (text === '') return null
  const factor = own ? 1 : gramsIn[row.get('weightUnit').toLowerCase() || 'g']
  if (factor === undefined || !/^\d+(\.\d+)?$/.test(text)) return 'unusable'
  const grams = Math.round(Number(text) * factor)
  return Number.isSafeInteger(grams) && grams <= 10_000_000 ? grams : 'unusable'
}

/** Whole pieces, perhaps below zero as shops that oversell export them; null when the row says none. */
export function piecesOf(text: string): number | null | 'unusable' {
  if (text === '') return null
  if (!/^[+-]?\d{1,9}(\.0+)?$/.test(text)) return 'unusable'
  return Number.parseInt(text, 10)
}

const yes = new Set(['true', 'yes', '1', ''])

/** Whether a product is on sale: its status, and not being unpublished. */
export function statusOf(row: FieldRow): 'draft' | 'active' | 'archived' | 'unknown' {
  const status = row.get('status').toLowerCase()
  if (status === 'archived') return 'archived'
  if (status === 'draft' || status === 'unlisted') return 'draft'
  if (status !== '' && status !== 'active') return 'unknown'
  return yes.has(row.get('published').toLowerCase()) ? 'active' : 'draft'
}
