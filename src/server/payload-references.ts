import type { CollectionSlug, FlattenedField } from 'payload'
import type { Ctx } from '../context.ts'
import { fail } from '../lib/result.ts'

interface Reference {
  path: string
  to: CollectionSlug
  id: unknown
}

/**
 * Whether every row that a body refers to exists. Payload looks at the kind of id only, so that SQLite's foreign keys
 * would fail over it, and MongoDB would keep a reference to nothing.
 */
export async function refuseReferences(
  { payload }: Ctx,
  row: object,
  fields: readonly FlattenedField[],
): Promise<ReturnType<typeof fail> | null> {
  for (const { path, to, id } of referencesIn(row as Record<string, unknown>, fields, '')) {
    if (typeof id !== 'string' && typeof id !== 'number') return fail('invalid', `Expected an id for ${path}.`, { field: path })
    const known = await payload.db.findOne({ collection: to, where: { id: { equals: id } }, req: undefined as never })
    if (!known) return fail('invalid', `There is nothing of this id in ${to}.`, { field: path })
  }
  return null
}

function referencesIn(row: Record<string, unknown>, fields: readonly FlattenedField[], above: string): Reference[] {
  return fields.flatMap((field): Reference[] => {
    const value = Object.hasOwn(row, field.name) ? row[field.name] : undefined
    const path = `${above}${field.name}`
    if (value === undefined || value === null || value === '') return []
    const many: [string, unknown][] = Array.isArray(value) ? value.map((one, at) => [`${path}.${at}`, one]) : [[path, value]]
    if (field.type === 'relationship' || field.type === 'upload') {
      const { relationTo } = field
      return typeof relationTo === 'string' ? many.map(([at, id]) => ({ path: at, to: relationTo, id })) : []
    }
    if (!('flattenedFields' in field)) return []
    return many.flatMap(([at, one]) => (isObject(one) ? referencesIn(one, field.flattenedFields, `${at}.`) : []))
  })
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'
