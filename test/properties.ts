import { fc } from './unit/fc.ts'

/**
 * How many cases each property of money runs in `npm test`, by the areas that must hold for at least `leastCases` each. A
 * property is in exactly one area; `FC_RUNS` (1,000 when it is not set) makes all of them longer or shorter in proportion.
 */
export const plan = {
  splits: {
    'parts sum to the total, each less than one unit off its exact share': 10_000,
    'no part exceeds its weight while the total does not exceed their sum': 3_000,
  },
  prorating: {
    'half-even is never more than half a unit off': 3_000,
    'a discount is laid over lines to the cent': 4_000,
    'totals, discounts, tax and bases of lines add up': 4_000,
  },
  'refund sequences': {
    'partial refunds by line end exactly': 5_000,
    'refunds by piece and by amount end exactly': 4_000,
    'refunds that another shop tells of stay within what was sold': 2_000,
    'the whole life of commissions balances': 1_200,
    'takings by hand end exactly with refunds and bans': 1_500,
  },
  'model weights': {
    'parts are whole, above zero, and sum to the commission': 6_000,
    'what is withheld changes nobody else’s weight': 4_000,
  },
  rates: {
    'who promoted before a cut has no less within its 30 days': 10_000,
    'exactly one source gives the rate': 10_000,
  },
  'tie-breaking': {
    'of touches at one moment the higher kind wins, then the lower id': 5_000,
    'the order of rows changes nothing under any model': 5_000,
  },
  'transition tables': {
    'any sequence of events stays within the table': 12_000,
  },
  'several creators on one line': {
    'no share rises or goes below zero, and all end at zero': 10_000,
    'sums by piece are the sums by creator, and all end at zero': 2_000,
  },
} as const satisfies Record<string, Record<string, number>>

export type Area = keyof typeof plan

/** What each area must run at the least. */
export const leastCases = 10_000

const scale = Number(process.env.FC_RUNS ?? 1_000) / 1_000

/** Proves a property of the plan with its number of cases, and that so many really ran. Throws with the counterexample. */
export function prove<A extends Area, Ts>(area: A, name: keyof (typeof plan)[A] & string, property: fc.IRawProperty<Ts, false>): void {
  const cases = plan[area][name] as number | undefined
  if (!cases) throw new Error(`There is no property "${name}" in ${area}`)
  const numRuns = Math.max(1, Math.round(cases * scale))
  const ran = fc.check(property, { numRuns })
  if (ran.failed) throw new Error(`${area}: ${name}\n${ran.errorInstance}\n${fc.defaultReportMessage(ran)}`, { cause: ran.errorInstance })
  if (ran.numRuns !== numRuns) throw new Error(`${area}: ${name}: expected ${numRuns} cases, ran ${ran.numRuns}`)
}

/** A plain condition inside a property: matchers that run hundreds of thousands of times take most of its time. */
export function holds(condition: boolean, words: string): asserts condition {
  if (!condition) throw new Error(words)
}
