import type { ProgrammeMember } from '../../../payload-types.ts'
import type { Stay } from '../index.ts'

/** How stays are kept in a row of `programme-members`: JSON, times as ISO strings. */
type KeptStay = { from: string; until: string | null }

/**
 * When the terms of a programme by invitation held for a creator (ATT-14). A row of before stays were written tells of the one that its
 * own dates say.
 */
export function staysOf({ stays, via, joinedAt, endedAt }: Pick<ProgrammeMember, 'stays' | 'via' | 'joinedAt' | 'endedAt'>): Stay[] {
  if (Array.isArray(stays))
    return (stays as KeptStay[]).map(({ from, until }) => ({ from: new Date(from), until: until === null ? null : new Date(until) }))
  return via === 'invited' && joinedAt ? [{ from: new Date(joinedAt), until: endedAt ? new Date(endedAt) : null }] : []
}

export const keptStays = (stays: readonly Stay[]): KeptStay[] =>
  stays.map(({ from, until }) => ({ from: from.toISOString(), until: until?.toISOString() ?? null }))
