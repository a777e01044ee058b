import { describe, expect, it } from 'vitest'
import { canMove, eventsFrom, next, type TransitionTable, validateTable } from '../../../src/lib/transitions.ts'
import {
  disputeTransitions,
  isPaid,
  orderTransitions,
  paymentTransitions,
  refundRequestTransitions,
  refundTransitions,
  shipmentTransitions,
} from '../../../src/modules/checkout/index.ts'
import { payoutTransitions, runTransitions } from '../../../src/modules/ledger/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const tables: Record<string, { initial: string; table: TransitionTable<string, string>; ends: string[] }> = {
  order: { initial: 'draft', table: orderTransitions, ends: ['completed', 'cancelled'] },
  payment: { initial: 'created', table: paymentTransitions, ends: ['settled'] },
  refund: { initial: 'pending', table: refundTransitions, ends: ['settled', 'failed'] },
  shipment: { initial: 'none', table: shipmentTransitions, ends: ['delivered', 'lost', 'cancelled'] },
  'refund request': { initial: 'none', table: refundRequestTransitions, ends: ['approved', 'declined', 'withdrawn'] },
  'payout run': { initial: 'preview', table: runTransitions, ends: ['confirmed', 'cancelled'] },
  payout: { initial: 'planned', table: payoutTransitions, ends: ['failed', 'cancelled'] },
  dispute: { initial: 'none', table: disputeTransitions, ends: ['won', 'lost'] },
}

/** Every event that any state of a table answers, and some that none does. */
const eventsOf = (table: TransitionTable<string, string>): string[] => [
  ...new Set(Object.values(table).flatMap((steps) => Object.keys(steps))),
  'refund',
  'constructor',
]

describe.each(Object.entries(tables))('the transition table of a %s', (_name, { initial, table, ends }) => {
  it('reaches every state, and ends where it says', () => {
    expect(validateTable(table, initial)).toEqual([])
    expect(Object.keys(table).filter((state) => eventsFrom(table, state).length === 0)).toEqual(ends)
  })
})

it('any sequence of events stays within the table, and an end is never left', () => {
  const story = fc
    .constantFrom(...Object.values(tables))
    .chain((one) => fc.record({ of: fc.constant(one), events: fc.array(fc.constantFrom(...eventsOf(one.table)), { maxLength: 25 }) }))
  prove(
    'transition tables',
    'any sequence of events stays within the table',
    fc.property(story, ({ of: { initial, table, ends }, events }) => {
      let state = initial
      for (const event of events) {
        const moved = next(table, state, event)
        holds(moved.ok === Object.hasOwn(table[state]!, event), `${state} and ${event}: ${moved.ok}`)
        holds(!moved.ok || !ends.includes(state), `${state} was left`)
        if (moved.ok) {
          holds(moved.value === table[state]![event], `${state} --${event}--> ${moved.value}`)
          state = moved.value
        }
        holds(Object.hasOwn(table, state), `${state} is not in the table`)
      }
    }),
  )
})

describe('an order', () => {
  const states = Object.keys(orderTransitions) as (keyof typeof orderTransitions)[]

  it('is paid exactly between its payment and its end, and never goes back to waiting', () => {
    expect(states.filter(isPaid)).toEqual(['paid', 'fulfilled', 'completed'])
    for (const state of states) {
      for (const event of eventsFrom(orderTransitions, state)) {
        const moved = next(orderTransitions, state, event)
        if (moved.ok && isPaid(state)) expect(['awaiting_payment', 'expired', 'draft']).not.toContain(moved.value)
      }
    }
  })

  it('is received only after all of it was sent, and reopens when a parcel is lost before that', () => {
    expect(states.filter((state) => canMove(orderTransitions, state, 'receive'))).toEqual(['fulfilled'])
    expect(states.filter((state) => canMove(orderTransitions, state, 'reopen'))).toEqual(['fulfilled'])
  })

  it('has no state for refunded: that is derived from refunds', () => {
    expect(states.filter((state) => /refund/.test(state))).toEqual([])
  })
})
