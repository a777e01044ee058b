import { halfEven } from '../../lib/prorate.ts'

/** ATT-29: why finance takes a commission back by hand, beside what refunds, disputes and bans take. */
export const takingReasons = [
  'order_canceled',
  'fraud',
  'terms',
  'tracking_error',
  'payment_failed',
  'ineligible',
  'duplicate',
  'other',
] as const
export type TakingReason = (typeof takingReasons)[number]

/** A line of an order that a creator missed. Minor units, basis points. */
export interface MissedLine {
  /** Commission base that was not refunded. */
  base: number
  capBps: number
  /** What all creators together have of it. */
  credited: number
}

/**
 * ATT-23, ATT-40: most that may be credited for an order that was missed, so that all creators together stay within the programme's cap.
 * `before`: what corrections credited for the order already.
 */
export function roomFor(lines: readonly MissedLine[], before: number): number {
  const rooms = lines.map(({ base, capBps, credited }) => Math.max(0, halfEven(BigInt(base) * BigInt(capBps), 10_000n) - credited))
  return Math.max(0, rooms.reduce((sum, room) => sum + room, 0) - before)
}
