import { type Failure, fail, ok, type Result } from '../../lib/result.ts'
import type { ShipmentState } from './states.ts'

/** Pieces of one order line. */
export interface LinePieces {
  orderLine: string
  quantity: number
}

/** A parcel as it is stored. */
export interface Parcel {
  state: ShipmentState
  lines: readonly LinePieces[]
}

/** How the pieces of one line stand. `open` is what is still to be sent: neither on its way, nor there, nor refunded. */
export interface LineSending extends LinePieces {
  refunded: number
  /** On their way or there. */
  sent: number
  delivered: number
  lost: number
  open: number
}

/** What of a line counts as sent: a lost parcel must be sent again or refunded, a cancelled one never left. */
const counts = (state: ShipmentState): boolean => state === 'shipped' || state === 'delivered'

/**
 * The pieces of each line by what its parcels and refunds say. Pieces that were refunded after they were sent are on both
 * sides, so `open` never goes below zero. `refunded` counts refunds that are settled or on their way.
 */
export function sendingOf(lines: readonly LinePieces[], parcels: readonly Parcel[], refunded: readonly LinePieces[]): LineSending[] {
  return lines.map(({ orderLine, quantity }) => {
    const inState = (wanted: (state: ShipmentState) => boolean) =>
      sumOf(
        parcels.filter(({ state }) => wanted(state)).flatMap((parcel) => parcel.lines),
        orderLine,
      )
    const [sent, back] = [inState(counts), sumOf(refunded, orderLine)]
    return {
      ...{ orderLine, quantity, sent, refunded: back },
      delivered: inState((state) => state === 'delivered'),
      lost: inState((state) => state === 'lost'),
      open: Math.max(0, quantity - sent - back),
    }
  })
}

const sumOf = (parts: readonly LinePieces[], orderLine: string): number =>
  parts.reduce((sum, part) => (part.orderLine === orderLine ? sum + part.quantity : sum), 0)

/** Whether everything that the buyer keeps is on its way or there. An order of which everything went back is not sent. */
export const isAllSent = (sending: readonly LineSending[]): boolean =>
  sending.every(({ open }) => open === 0) && sending.some(({ sent }) => sent > 0)

/** Whether everything that was sent has arrived, and nothing is left to send. */
export const isAllDelivered = (sending: readonly LineSending[]): boolean =>
  isAllSent(sending) && sending.every(({ sent, delivered }) => sent === delivered)

/** How far an order is sent, derived. */
export function sentState(sending: readonly LineSending[]): 'none' | 'partial' | 'all' {
  if (isAllSent(sending)) return 'all'
  return sending.some(({ sent }) => sent > 0) ? 'partial' : 'none'
}

/**
 * Checks what is to go into a parcel against what is left to send. Fails with `invalid` on nothing, on unknown or repeated
 * lines, on quantities that are not from 1 to what is left.
 */
export function planParcel(sending: readonly LineSending[], wanted: readonly LinePieces[]): Result<LinePieces[]> {
  if (wanted.length === 0) return refuse('lines', 'Expected at least one line to send, got none')
  const seen = new Set<string>()
  for (const [index, { orderLine, quantity }] of wanted.entries()) {
    const line = sending.find((one) => one.orderLine === orderLine)
    if (!line) return refuse(`lines.${index}.lineId`, `Expected a line of this order, got ${orderLine}`)
    if (seen.has(orderLine)) return refuse(`lines.${index}.lineId`, `Expected each line once, got ${orderLine} again`)
    seen.add(orderLine)
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > line.open) {
      return refuse(`lines.${index}.quantity`, `Expected a quantity from 1 to the ${line.open} left to send, got ${quantity}`)
    }
  }
  return ok(wanted.map(({ orderLine, quantity }) => ({ orderLine, quantity })))
}

/** Pieces of a parcel that replace lost ones: they must be taken from stock again. `before` is how things stood before it. */
export function replacedPieces(before: LineSending, quantity: number): number {
  // What was never in any parcel goes first; what is sent beyond that replaces what was lost.
  const neverSent = Math.max(0, before.open - before.lost)
  return Math.max(0, quantity - neverSent)
}

const refuse = (field: string, message: string): { ok: false; failure: Failure } => fail('invalid', message, { field })
