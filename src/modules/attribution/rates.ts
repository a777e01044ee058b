import type { Failure } from '../../lib/result.ts'
import { type Programme, type RateOffer, ratePrecedence, type TouchKind } from './types.ts'

const day = 86_400

/** ATT-07: windows of kinds that do not follow the programme's click window, in seconds. */
const kindWindows: Partial<Record<TouchKind, number>> = { 'live-open': day, 'agent-citation': 7 * day }

/** How long a touch of this kind counts under a programme, in seconds (ATT-07). */
export const windowOf = (programme: Programme, kind: TouchKind): number => kindWindows[kind] ?? programme.windowSeconds

export const defaultWindowSeconds = 30 * day
export const defaultCapBps = 5_000
export const maxRateBps = 8_000

/** ATT-14: the one offer that applies, strongest source first. Of two offers of one source the first counts. */
export const chooseRate = (offers: readonly RateOffer[]): RateOffer | null =>
  ratePrecedence.flatMap((source) => offers.filter((offer) => offer.source === source))[0] ?? null

/** ATT-23: cuts a rate to the programme's cap; `cappedFromBps` remembers what it was. */
export function capRate(rateBps: number, capBps = defaultCapBps): { rateBps: number; cappedFromBps: number | null } {
  return rateBps > capBps ? { rateBps: capBps, cappedFromBps: rateBps } : { rateBps, cappedFromBps: null }
}

/**
 * ATT-23: the most that a line may pay so that `minMarginBps` of its base is left over its cost, in basis points of the base.
 * Null when the cost is not known: then nothing guards it.
 */
export function marginCap(line: { baseAmount: number; cost: number | null }, minMarginBps: number): number | null {
  const { baseAmount, cost } = line
  if (cost === null) return null
  if (baseAmount <= 0) return 0
  const left = BigInt(baseAmount) * BigInt(10_000 - minMarginBps) - BigInt(cost) * 10_000n
  return left <= 0n ? 0 : Number(left / BigInt(baseAmount))
}

/** ATT-07, ATT-23: what is wrong with a programme's terms; empty when they can be used. */
export function termFailures(terms: Pick<Programme, 'windowSeconds' | 'rateBps' | 'indirectRateBps' | 'capBps'>): Failure[] {
  const { windowSeconds, rateBps, indirectRateBps = null, capBps = defaultCapBps } = terms
  const failures: Failure[] = []
  const check = (field: string, value: number, least: number, most: number, unit: string) => {
    if (Number.isInteger(value) && value >= least && value <= most) return
    failures.push({ code: 'invalid', field, message: `Expected ${least} to ${most} ${unit}, got ${value}` })
  }
  check('windowSeconds', windowSeconds, day, 90 * day, 'seconds (1 to 90 days)')
  check('capBps', capBps, 0, maxRateBps, 'basis points')
  check('rateBps', rateBps, 0, Math.min(maxRateBps, capBps), 'basis points')
  if (indirectRateBps !== null) check('indirectRateBps', indirectRateBps, 0, Math.min(maxRateBps, capBps), 'basis points')
  return failures
}
