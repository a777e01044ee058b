import { sha256 } from '../../lib/hash.ts'
import { type Json, stableJson } from '../../lib/json.ts'

/** What of an entry is sealed: all of it. */
export type SealedEntry = { sequence: number } & { [field: string]: Json | undefined }

/** A row of `ledger-seals`: one link of the chain, over the entries `from` … `to`. */
export interface Seal {
  from: number
  to: number
  previous: string
  hash: string
}

/** What stands before the first seal. */
export const chainStart = '0'.repeat(64)

/** Most entries of one seal. */
export const sealSize = 500

/** The hash of a run of entries and of the seal before it: whoever changes an entry has to change every seal after it. */
export const sealHash = (previous: string, entries: readonly SealedEntry[]): string =>
  sha256(`${previous}\n${entries.map((entry) => stableJson(entry)).join('\n')}`)

/** The seal over entries that follow the last one without a gap; throws a RangeError on a gap or on nothing. */
export function makeSeal(last: Seal | null, entries: readonly SealedEntry[]): Seal {
  const from = (last?.to ?? 0) + 1
  if (entries.length === 0) throw new RangeError('Expected entries to seal')
  entries.forEach(({ sequence }, index) => {
    if (sequence !== from + index) throw new RangeError(`Expected entry ${from + index}, got ${sequence}`)
  })
  const previous = last?.hash ?? chainStart
  return { from, to: from + entries.length - 1, previous, hash: sealHash(previous, entries) }
}

/** Why a seal cannot be right beside the one before it and its entries; null when it is. */
export function faultOfSeal(last: Seal | null, seal: Seal, entries: readonly SealedEntry[]): string | null {
  const from = (last?.to ?? 0) + 1
  if (seal.from !== from || seal.to < seal.from) return `it covers ${seal.from} to ${seal.to}, expected to begin at ${from}`
  if (seal.previous !== (last?.hash ?? chainStart)) return 'it does not continue the seal before it'
  const missing = entries.length !== seal.to - seal.from + 1 || entries.some(({ sequence }, index) => sequence !== from + index)
  if (missing) return `entries are missing between ${seal.from} and ${seal.to}`
  return sealHash(seal.previous, entries) === seal.hash ? null : 'an entry under it was changed'
}
