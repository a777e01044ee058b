import { blockFrom, type CreatorCode, creatorCodes, holdFrom, type OrderCode, orderCodes } from './codes.ts'
import { type CreatorPast, creatorChecks } from './creator-signals.ts'
import { type Lists, type OrderPart, orderChecks } from './order-signals.ts'
import type { Signal } from './types.ts'

/** All that looks wrong about a creator's part of an order, in the order of the codes. */
export const orderSignals = (part: OrderPart, lists: Lists): Signal<OrderCode>[] =>
  orderCodes.flatMap((code) => {
    const found = orderChecks[code](part, lists)
    return found ? [{ code, ...found }] : []
  })

/** All that looks wrong about a creator. */
export const creatorSignals = (past: CreatorPast): Signal<CreatorCode>[] =>
  creatorCodes.flatMap((code) => {
    const found = creatorChecks[code](past)
    return found ? [{ code, ...found }] : []
  })

/** Points of one subject: added up, at most 100. Signals that staff called fine are left out by the caller. */
export const scoreOf = (signals: readonly { points: number }[]): number =>
  Math.min(
    100,
    signals.reduce((sum, { points }) => sum + points, 0),
  )

/** ATT-37: 60 holds what the signals are about, 85 holds all that the creator has coming, until somebody looks. */
export const consequenceOf = (score: number): 'none' | 'hold' | 'block' =>
  score >= blockFrom ? 'block' : score >= holdFrom ? 'hold' : 'none'
