import { describe, expect, it } from 'vitest'
import {
  byUrgency,
  checkDecision,
  claim,
  type DecisionInput,
  dueAt,
  holderOf,
  isOverdue,
  mayDecide,
  type QueueItem,
  ruleIds,
} from '../../../src/modules/moderation/index.ts'
import { rules } from '../../../src/ui/desk/rules.ts'
import { fc } from '../fc.ts'

const now = new Date('2026-11-12T12:00:00.000Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

const item = (more: Partial<QueueItem> = {}): QueueItem => ({
  id: 'i1',
  state: 'open',
  authorUserId: 'author',
  submittedAt: at(-600),
  dueAt: dueAt(at(-600)),
  claimedBy: null,
  claimedUntil: null,
  lockVersion: 3,
  ...more,
})

describe('MOD-06 decisions', () => {
  it('an approval needs nothing more', () => {
    expect(checkDecision({ action: 'approve' })).toEqual({ ok: true, value: { action: 'approve', rule: null, reason: null, evidence: [] } })
  })

  it.each(['request_changes', 'reject', 'take_down', 'restore'])('MOD-06 to %s one gives a rule and a reason', (action) => {
    const field = (input: Omit<DecisionInput, 'action'>) => {
      const checked = checkDecision({ action, ...input })
      return checked.ok ? null : checked.failure.field
    }
    expect(field({})).toBe('reason')
    expect(field({ rule: 'unsafe', reason: '  ' })).toBe('reason')
    expect(field({ reason: 'why' })).toBe('rule')
    expect(field({ rule: 'no-such-rule', reason: 'why' })).toBe('rule')
    expect(field({ rule: 'unsafe', reason: 'x'.repeat(2_001) })).toBe('reason')
    expect(field({ rule: 'unsafe', reason: 'why' })).toBeNull()
  })

  it.each(['publish', 'Approve', 'constructor', ''])('there is no action %j', (action) => {
    expect(checkDecision({ action, rule: 'other', reason: 'why' })).toMatchObject({
      ok: false,
      failure: { code: 'invalid', field: 'action' },
    })
  })

  it('MOD-06 evidence points somewhere in the piece', () => {
    const checked = (evidence: DecisionInput['evidence']) =>
      checkDecision({ action: 'reject', rule: 'ad-law-words', reason: 'why', evidence }).ok
    expect(
      checked([
        { in: 'body', start: 3, end: 7 },
        { in: 'picture', picture: 0 },
        { in: 'video', second: 12.5 },
      ]),
    ).toBe(true)
    expect(checked([{ in: 'body', start: 7, end: 7 }])).toBe(false)
    expect(checked([{ in: 'title', start: -1, end: 2 }])).toBe(false)
    expect(checked([{ in: 'picture', picture: -1 }])).toBe(false)
    expect(checked([{ in: 'video', second: Number.NaN }])).toBe(false)
  })

  it('the desk offers exactly the rules that a decision may rest on', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual([...ruleIds].sort())
  })
})

describe('the queue', () => {
  it('MOD-17 a piece is due a day after it was submitted, the last second included', () => {
    const due = dueAt(now)
    expect(due.toISOString()).toBe('2026-11-13T12:00:00.000Z')
    expect([isOverdue({ dueAt: due }, due), isOverdue({ dueAt: due }, new Date(due.getTime() + 1))]).toEqual([false, true])
  })

  it('shows what is overdue first, then the oldest', () => {
    const items = [
      item({ id: 'new', submittedAt: at(-60), dueAt: at(60) }),
      item({ id: 'old', submittedAt: at(-600), dueAt: at(60) }),
      item({ id: 'urgent', submittedAt: at(-30), dueAt: at(-1) }),
      item({ id: 'late', submittedAt: at(-3_000), dueAt: at(-10) }),
    ]
    expect(items.sort(byUrgency(now)).map(({ id }) => id)).toEqual(['late', 'urgent', 'old', 'new'])
  })

  it('has one order, whatever order the items come in', () => {
    const someItem = fc
      .record({ id: fc.uuid(), age: fc.nat({ max: 5 }), due: fc.integer({ min: -5, max: 5 }) })
      .map(({ id, age, due }) => item({ id, submittedAt: at(-age), dueAt: at(due) }))
    fc.assert(
      fc.property(fc.uniqueArray(someItem, { selector: ({ id }) => id }), (items) => {
        const order = [...items].sort(byUrgency(now))
        expect([...items].reverse().sort(byUrgency(now))).toEqual(order)
        const overdue = order.map((one) => isOverdue(one, now))
        expect(overdue).toEqual([...overdue].sort((a, b) => Number(b) - Number(a)))
      }),
    )
  })
})

describe('MOD-05 claims', () => {
  const held = item({ claimedBy: 'eve', claimedUntil: at(60) })

  it('MOD-05 a claim lasts ten minutes and is renewed by claiming again', () => {
    expect(claim(item(), 'eve', now)).toEqual({ ok: true, value: { claimedBy: 'eve', claimedUntil: at(600), lockVersion: 4 } })
    expect(claim(held, 'eve', now)).toMatchObject({ ok: true, value: { claimedUntil: at(600) } })
  })

  it('MOD-05 nobody takes what another holds, until the claim has run out', () => {
    expect(claim(held, 'max', now)).toMatchObject({
      ok: false,
      failure: { code: 'conflict', details: { claimedUntil: at(60).toISOString() } },
    })
    expect(claim(held, 'max', at(60)).ok).toBe(false)
    expect(claim(held, 'max', at(60.001)).ok).toBe(true)
    expect([holderOf(held, now), holderOf(held, at(61)), holderOf(item(), now)]).toEqual(['eve', null, null])
  })

  it('MOD-05 who decides must have seen the version that stands', () => {
    expect(mayDecide(item(), 3, 'eve', now)).toEqual({ ok: true, value: { lockVersion: 4 } })
    expect(mayDecide(item(), 2, 'eve', now)).toMatchObject({ ok: false, failure: { code: 'stale', details: { lockVersion: 3 } } })
    expect(mayDecide(held, 3, 'max', now)).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    expect(mayDecide(held, 3, 'eve', now).ok).toBe(true)
  })

  it('nobody judges her own piece, and what is closed stays closed', () => {
    expect(claim(item(), 'author', now)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect(mayDecide(item(), 3, 'author', now)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect(mayDecide(item({ state: 'approved' }), 3, 'eve', now)).toMatchObject({ ok: false, failure: { code: 'state' } })
    expect(mayDecide(item({ authorUserId: null }), 3, 'eve', now).ok).toBe(true)
  })
})
