import type { FlattenedField, SanitizedConfig } from 'payload'
import { UnusableDatabase } from '../errors.ts'

/** A unique index that a collection declares: the paths of its keys as MongoDB stores them, in order. */
export type UniqueIndex = { collection: string; keys: string[] }

/** What `collection.indexes()` of the driver answers, as far as it matters here. */
export type ExistingIndex = { key: object; unique?: boolean | undefined }

/**
 * Every unique index that the collections of a Payload config declare: `unique: true` on a field at any depth,
 * `indexes: [{ fields, unique: true }]`, and the compound name of uploads. `id` needs none: it is `_id`.
 */
export function declaredUniqueIndexes(config: Pick<SanitizedConfig, 'collections' | 'localization'>): UniqueIndex[] {
  const locales = config.localization ? config.localization.localeCodes : undefined
  return config.collections.flatMap((collection) => {
    const single = uniqueFields(collection.flattenedFields, locales, '', false).map((path) => [path])
    const compound = collection.sanitizedIndexes
      .filter(({ unique }) => unique)
      .map(({ fields }) =>
        fields.flatMap(({ localizedPath, path, pathHasLocalized }) =>
          pathHasLocalized && locales ? locales.map((locale) => localizedPath.replace('<locale>', locale)) : [path],
        ),
      )
    const files = collection.upload?.filenameCompoundIndex
    return [...single, ...compound, ...(Array.isArray(files) ? [files] : [])].map((keys) => ({ collection: collection.slug, keys }))
  })
}

function uniqueFields(fields: FlattenedField[], locales: string[] | undefined, parent: string, parentLocalized: boolean): string[] {
  return fields.flatMap((field) => {
    if ('virtual' in field && field.virtual) return []
    if (!parent && field.name === 'id') return []
    const localized = Boolean(locales && 'localized' in field && field.localized && !parentLocalized)
    const name = parent + field.name
    const paths = localized && locales ? locales.map((locale) => `${name}.${locale}`) : [name]
    const inside = childrenOf(field)
    return paths.flatMap((path) => [
      ...('unique' in field && field.unique ? [path] : []),
      ...inside.flatMap((children) => uniqueFields(children, locales, `${path}.`, parentLocalized || localized)),
    ])
  })
}

function childrenOf(field: FlattenedField): FlattenedField[][] {
  if (field.type === 'blocks') return field.blocks.map((block) => block.flattenedFields)
  return 'flattenedFields' in field ? [field.flattenedFields] : []
}

/** Those of `declared` that a collection does not have. */
export function missingIndexes(declared: UniqueIndex[], existing: ReadonlyMap<string, ExistingIndex[]>): UniqueIndex[] {
  return declared.filter(({ collection, keys }) => {
    const found = existing.get(collection) ?? []
    return !found.some(({ key, unique }) => unique && Object.keys(key).join() === keys.join())
  })
}

/**
 * Reads what the database has and throws UnusableDatabase, naming each unique index that is missing: a key that
 * may exist twice would confirm a payment twice. `list` answers the indexes of one collection.
 */
export async function verifyUniqueIndexes(
  config: Pick<SanitizedConfig, 'collections' | 'localization'>,
  list: (collection: string) => Promise<ExistingIndex[]>,
): Promise<void> {
  const declared = declaredUniqueIndexes(config)
  const existing = new Map<string, ExistingIndex[]>()
  for (const slug of new Set(declared.map(({ collection }) => collection))) existing.set(slug, await list(slug))
  const missing = missingIndexes(declared, existing)
  if (missing.length === 0) return
  const named = missing.map(({ collection, keys }) => `${collection}(${keys.join(', ')})`).join('; ')
  throw new UnusableDatabase(`The database of DATABASE_URL lacks unique indexes that the collections declare: ${named}`)
}
