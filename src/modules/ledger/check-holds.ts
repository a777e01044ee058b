import { type Finding, finding } from './findings.ts'
import type { HoldRow } from './hold.ts'

/** Every release ends a hold that there is, of the same creator and the same line, and is not older than it. */
export function checkReleases(releases: readonly HoldRow[], holds: ReadonlyMap<string, HoldRow>): Finding[] {
  return releases.flatMap(({ id, hold: ended, creator, orderLine, at }) => {
    const hold = holds.get(ended ?? '')
    if (!hold) return [finding('hold_differs', id, `it releases hold ${ended}, which does not exist`)]
    const fits = hold.kind === 'hold' && hold.creator === creator && hold.orderLine === orderLine && hold.at <= at
    return fits ? [] : [finding('hold_differs', id, `it is not the release of hold ${ended}: another creator, line or time`)]
  })
}
