import { describe, expect, it } from 'vitest'
import { aloneBeside, aloneWithinMs, needsSecondPerson, type RunByPerson } from '../../../src/modules/ledger/index.ts'
import { fc, numRuns } from '../fc.ts'

const limit = 1_000
const start = Date.parse('2026-11-02T04:00:00Z')
const hour = 3_600_000
const people = ['ann', 'bob'] as const

interface Step {
  /** Which run it is about; a new one is locked when there is none of this number. */
  run: number
  by: (typeof people)[number]
  total: number
  approved: boolean
  /** ms since the step before. */
  later: number
}

const steps = fc.array(
  fc.record<Step>({
    run: fc.nat({ max: 5 }),
    by: fc.constantFrom(...people),
    total: fc.integer({ min: 1, max: 1_200 }),
    approved: fc.boolean(),
    later: fc.integer({ min: 0, max: 13 * hour }),
  }),
  { maxLength: 20 },
)

/** Locks a run at its first step, and at a later one approves it or sends it, when the limit lets it go. */
function play(all: readonly Step[]): RunByPerson[] {
  const runs = new Map<number, RunByPerson>()
  let at = start
  for (const { run: number, by, total, approved, later } of all) {
    at += later
    const run = runs.get(number)
    if (!run) {
      const id = String(number)
      runs.set(number, { id, total, lockedBy: by, lockedAt: new Date(at), sentBy: null, sentAt: null, approved: false, cancelled: false })
    } else if (run.sentAt === null) {
      if (approved && by !== run.lockedBy) run.approved = true
      const others = [...runs.values()]
      const beside = Math.max(...[run.lockedBy, by].map((person) => aloneBeside(run, others, person, new Date(at))))
      const needs = needsSecondPerson({ total: run.total, twoPersonsFrom: limit, beside, paysLocker: false })
      if (!needs || run.approved) Object.assign(run, { sentBy: by, sentAt: new Date(at) })
    }
  }
  return [...runs.values()]
}

describe('ATT-33 two persons', () => {
  it('ATT-33 in whatever order runs are locked and sent, nobody sends the limit alone within 24 hours', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const alone = play(all).filter((run) => run.sentAt !== null && !run.approved)
        for (const person of people)
          for (const last of alone) {
            const until = last.sentAt!.getTime()
            const within = alone.filter(({ sentAt, sentBy, lockedBy }) => {
              const at = sentAt!.getTime()
              return at <= until && until - at < aloneWithinMs && (sentBy === person || lockedBy === person)
            })
            const total = within.reduce((sum, run) => sum + run.total, 0)
            if (total >= limit) throw new Error(`${person} sent ${total} alone`)
          }
      }),
      { numRuns: numRuns },
    )
  })

  it('ATT-33 what was cancelled, approved, locked later or is a day old does not count', () => {
    const at = new Date(start)
    const run = { id: 'b', lockedAt: at }
    const other = (more: Partial<RunByPerson>): RunByPerson => ({
      ...{ id: 'a', total: 400, lockedBy: 'ann', lockedAt: new Date(start - hour), sentBy: null, sentAt: null },
      ...{ approved: false, cancelled: false, ...more },
    })
    const counted = (more: Partial<RunByPerson>) => aloneBeside(run, [other(more)], 'ann', at)
    expect(counted({})).toBe(400)
    expect(counted({ lockedBy: 'bob', sentBy: 'ann', sentAt: at })).toBe(400)
    expect(counted({ id: 'b' })).toBe(0)
    expect(counted({ cancelled: true })).toBe(0)
    expect(counted({ approved: true })).toBe(0)
    expect(counted({ lockedBy: 'bob' })).toBe(0)
    expect(counted({ lockedAt: at, id: 'c' })).toBe(0)
    expect(counted({ lockedAt: new Date(start - aloneWithinMs) })).toBe(0)
  })
})
