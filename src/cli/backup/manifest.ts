import { z } from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'

/** Paths inside a backup or a data folder: with `/`, below the folder, never hidden by dots. */
const inside = z
  .string()
  .max(500)
  .refine(
    (name) =>
      !name.startsWith('/') && !/[\\\0]/.test(name) && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
  )

const kept = z.strictObject({
  path: inside,
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** When the original last changed, ms: what a later backup may rely on instead of reading the file again. */
  changed: z.number(),
})

const shape = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Null on MongoDB, whose own tool copies it. */
  database: kept.nullable(),
  /** Files of the data folder: touches not yet in the database, payout files, the site's secret when it was wanted. */
  data: z.array(kept),
  /** Media files; the bytes lie once, by their hash, in the store beside all backups. */
  media: z.array(kept),
})

export type KeptFile = z.infer<typeof kept>

/** What a backup holds, with the hash of every file. */
export type Manifest = z.infer<typeof shape>

export const manifestName = 'manifest.json'

/** The folder beside the backups where media lie by hash, shared by all of them. */
export const storeName = 'media-store'

/** Where the bytes of a hash lie in the store. */
export const storedAt = (hash: string): string => `${hash.slice(0, 2)}/${hash}`

/** Reads a manifest. Fails with `invalid` and says which part is not what it should be. */
export function parseManifest(text: string): Result<Manifest> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return fail('invalid', `Expected ${manifestName} to be JSON; it is not: this is no complete backup.`)
  }
  const parsed = shape.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return fail('invalid', `Expected a backup of format 1; ${issue?.path.join('.') || manifestName}: ${issue?.message ?? 'unknown'}.`)
}

/** Name of the folder of a backup made at this moment, such as `2026-11-02T040000Z`. */
export const backupName = (at: Date): string => at.toISOString().replace(/\.\d+/, '').replaceAll(':', '')
