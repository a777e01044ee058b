import type { FlattenedField } from 'payload'
import { fail } from '../lib/result.ts'

/** Operators that both databases know. Payload passes others on to them, and they fail. */
const operators = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
])
const grouping = new Set(['and', 'or', 'AND', 'OR'])
const DEEPEST = 16

/** What Payload numbers itself has an id that no field describes. */
export const numberedId = { name: 'id', type: 'number' } as FlattenedField

/** Likewise on MongoDB, where it is one of its own. */
export const objectId = { name: 'id', type: 'text' } as FlattenedField

type Refusal = ReturnType<typeof fail> | null

/** Whether Payload can read this query of a list of rows with these fields. What it cannot would end as a fault of the database. */
export function refuseQuery(query: URLSearchParams, fields: readonly FlattenedField[]): Refusal {
  const twice = ['page', 'limit', 'depth'].find((name) => query.getAll(name).length > 1)
  if (twice) return fail('bad_request', `Expected one ${twice}.`, { field: twice })
  for (const [name, value] of query) {
    if (`${name}${value}`.includes('\0')) return fail('bad_request', 'A query must not hold a NUL character.')
    const [top = '', ...rest] = name.split('[').map((part) => part.replace(/\]$/, ''))
    if (rest.some((part) => part in {})) return fail('bad_request', `The query names ${name.slice(0, 80)}, which nothing here is called.`)
    if (['page', 'limit', 'depth'].includes(top) && !/^\d{1,9}$/.test(value))
      return fail('bad_request', `Expected a whole number for ${top}, came ${value.slice(0, 40)}.`, { field: top })
    if (top === 'sort' && rest.length === 0 && value.split(',').some((one) => /^\s*-?\s*$/.test(one)) && value !== '')
      return fail('bad_request', `Expected names of fields to sort by, a minus before one for backwards, came ${value.slice(0, 40)}.`, {
        field: top,
      })
    const refusal = top === 'where' ? refuseCondition(rest, value, fields) : null
    if (refusal) return refusal
  }
  return null
}

/** `where[or][0][price][greater_than]=5`: groups first, then the path of a field, then one operator, then places in a list. */
function refuseCondition(parts: readonly string[], value: string, fields: readonly FlattenedField[]): Refusal {
  const field = parts.join('.').slice(0, 120)
  if (parts.length > DEEPEST) return fail('bad_request', `Conditions are nested ${DEEPEST} deep at most.`)
  const end = parts.findLastIndex((part) => !/^\d*$/.test(part))
  const operator = parts[end]
  if (operator === undefined) return value === '' ? null : fail('bad_request', 'Expected where[field][operator]=value.', { field: 'where' })
  if (!operators.has(operator))
    return fail('bad_request', `Expected an operator of ${[...operators].join(', ')}, came ${operator.slice(0, 40)}.`, { field })
  const path = parts
    .slice(0, end)
    .filter((part, at, all) => !(grouping.has(part) || (/^\d+$/.test(part) && grouping.has(all[at - 1] ?? ''))))
  if (path.length === 0) return fail('bad_request', 'Expected the name of a field before the operator.', { field })
  const type = typeOf(path.join('.').split('.'), fields)
  const asked = operator === 'in' || operator === 'not_in' ? value.split(',') : [value]
  if (operator !== 'exists' && path.join('.') === 'id' && fields.includes(objectId) && asked.some((one) => !/^[\da-f]{24}$/i.test(one)))
    return fail('bad_request', 'Expected an id of 24 hexadecimal digits.', { field })
  if (operator !== 'exists' && type === 'date' && asked.some((one) => !isDate(one)))
    return fail('bad_request', 'Expected a date such as 2026-11-02T04:00:00.000Z.', { field })
  if (operator !== 'exists' && type === 'number' && asked.some((one) => one === '' || !Number.isFinite(Number(one))))
    return fail('bad_request', 'Expected a number.', { field })
  return null
}

/** The kind of field at a path, as far as it lies in the same row; null where it leads elsewhere or nowhere. */
function typeOf([name, ...rest]: readonly string[], fields: readonly FlattenedField[]): FlattenedField['type'] | null {
  const field = fields.find((one) => one.name === name)
  if (!field) return name === 'createdAt' || name === 'updatedAt' || name === 'deletedAt' ? 'date' : null
  if (rest.length === 0) return field.type
  return 'flattenedFields' in field ? typeOf(rest, field.flattenedFields) : null
}

const isDate = (value: string): boolean => value === 'null' || Number.isFinite(new Date(value).getTime())
