import { createHash, timingSafeEqual } from 'node:crypto'
import { type Json, stableJson } from './json.ts'

/** SHA-256 in lower-case hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** The hash of a JSON value, whatever the order of its keys: what an idempotency key is bound to (ATT-32). */
export const hashOf = (value: Json): string => sha256(stableJson(value))

/** Compares two secrets, or their hashes, without telling by time where they differ. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
