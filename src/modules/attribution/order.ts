import type { TouchFacts, TouchKind } from './types.ts'

/** ATT-11: which kind wins on the same timestamp; the higher wins. */
const kindRank: Record<TouchKind, number> = {
  coupon: 6,
  'live-open': 5,
  'tag-open': 4,
  click: 3,
  scan: 2,
  'agent-citation': 1,
}

/**
 * Orders touches so that the last one is the winner of a last-touch model: by time, then by kind, then the lower id last
 * (ATT-11). Total, so the result is the same on every run and on both databases.
 */
export function byCredit(a: TouchFacts, b: TouchFacts): number {
  if (a.at.getTime() !== b.at.getTime()) return a.at.getTime() - b.at.getTime()
  if (a.kind !== b.kind) return kindRank[a.kind] - kindRank[b.kind]
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1
}
