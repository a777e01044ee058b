import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockerOf, commandOf, type DecisionDraft, decisionInput, decisionsFor, noDecision } from '../../../src/ui/desk/decision-state.ts'
import { diffList, diffText } from '../../../src/ui/desk/diff.ts'
import { isRuleId, rules, ruleText } from '../../../src/ui/desk/rules.ts'
import { type QueueEntry, queueOrder, type ReviewItemView, urgencyOf } from '../../../src/ui/desk/view.ts'

const runs = Number(process.env.FC_RUNS ?? 1000)
const now = '2026-11-25T12:00:00.000Z'

const entry = (id: string, submittedAt: string, dueAt: string): QueueEntry => ({
  id,
  kind: 'post',
  title: id,
  picture: null,
  author: { name: '阿禾', handle: 'ahe', avatar: null },
  firstPiece: false,
  isEdit: false,
  productCount: 0,
  submittedAt,
  dueAt,
  claimedBy: null,
})

const item: ReviewItemView = {
  id: 'i',
  pieceId: 'p',
  kind: 'post',
  version: 'v3',
  content: 'c1',
  submittedAt: now,
  dueAt: now,
  publishAt: null,
  author: { name: '阿禾', handle: 'ahe', avatar: null, publishedCount: 0, firstPiece: true },
  now: {
    title: '',
    body: '',
    language: 'zh',
    pictures: [],
    video: null,
    captions: null,
    products: [],
    label: [],
    ai: false,
    aiSaidBy: [],
    aiDenial: null,
  },
  published: null,
  open: true,
  isOwn: false,
  isPublic: false,
  isRemoved: false,
  claim: { by: 'me', until: now },
  stale: false,
  history: [],
}

describe('the queue', () => {
  it('puts what is overdue first, then what waits longest', () => {
    const list = [
      entry('new', '2026-11-25T11:00:00Z', '2026-11-25T15:00:00Z'),
      entry('old', '2026-11-25T09:00:00Z', '2026-11-25T13:00:00Z'),
      entry('late', '2026-11-25T10:00:00Z', '2026-11-25T11:59:59Z'),
    ]
    expect(queueOrder(list, now).map(({ id }) => id)).toEqual(['late', 'old', 'new'])
  })

  it('breaks a tie by id, whatever order the entries came in', () => {
    const list = ['c', 'a', 'b'].map((id) => entry(id, now, '2026-11-26T00:00:00Z'))
    expect(queueOrder(list, now).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('calls the last hour soon and the deadline itself not yet overdue', () => {
    expect(urgencyOf('2026-11-25T13:00:00.000Z', now)).toBe('soon')
    expect(urgencyOf('2026-11-25T13:00:00.001Z', now)).toBe('calm')
    expect(urgencyOf(now, now)).toBe('soon')
    expect(urgencyOf('2026-11-25T11:59:59.999Z', now)).toBe('overdue')
  })
})

const draft = (over: Partial<DecisionDraft>): DecisionDraft => ({ ...noDecision, ...over })

describe('a decision', () => {
  it('can approve without a reason, and sends none of a rule chosen before', () => {
    expect(decisionInput(item, draft({ action: 'approve', ruleId: 'unsafe', reason: '写了一半' }))).toEqual({
      itemId: 'i',
      pieceId: 'p',
      action: 'approve',
      version: 'v3',
      ruleId: null,
      reason: '',
    })
  })

  it('needs a rule and words for everything else', () => {
    for (const action of ['request_changes', 'reject'] as const) {
      expect(blockerOf(item, draft({ action }))).toBe('rule')
      expect(blockerOf(item, draft({ action, ruleId: 'unsafe', reason: '  ' }))).toBe('reason')
      expect(decisionInput(item, draft({ action, ruleId: 'unsafe', reason: ' 请改 ' }))).toMatchObject({
        action,
        ruleId: 'unsafe',
        reason: '请改',
      })
    }
  })

  it('takes down only what is public', () => {
    const whole = draft({ action: 'take_down', ruleId: 'unsafe', reason: 'x' })
    expect(blockerOf(item, whole)).toBe('notPublic')
    expect(blockerOf({ ...item, isPublic: true }, whole)).toBeNull()
  })

  it('offers a decided piece only to be taken down while it is public, or to be restored after that', () => {
    const decided = { ...item, open: false }
    expect(decisionsFor(decided)).toEqual([])
    expect(decisionsFor({ ...decided, isPublic: true })).toEqual(['take_down'])
    expect(decisionsFor({ ...decided, isRemoved: true })).toEqual(['restore'])
    expect(blockerOf(decided, draft({ action: 'approve' }))).toBe('action')
  })

  it('restores with words but without a rule: none was broken', () => {
    const removed = { ...item, open: false, isRemoved: true }
    expect(blockerOf(removed, draft({ action: 'restore' }))).toBe('reason')
    expect(decisionInput(removed, draft({ action: 'restore', ruleId: 'unsafe', reason: '误判' }))).toMatchObject({
      ruleId: null,
      reason: '误判',
    })
  })

  it('MOD-05 is held while another editor has the item or the author changed it', () => {
    const whole = draft({ action: 'approve' })
    expect(decisionInput({ ...item, claim: { by: 'other', name: '林', until: now } }, whole)).toBeNull()
    expect(decisionInput({ ...item, stale: true }, whole)).toBeNull()
  })
})

describe('the keys', () => {
  const press = (key: string, over = {}) => commandOf({ key, meta: false, ctrl: false, alt: false, typing: false, ...over })

  it('moves with J and K, decides with A C R T, undoes with U', () => {
    expect(press('j')).toEqual({ do: 'next' })
    expect(press('K')).toEqual({ do: 'previous' })
    expect(['a', 'c', 'r', 't'].map((key) => press(key))).toEqual(
      ['approve', 'request_changes', 'reject', 'take_down'].map((action) => ({ do: 'choose', action })),
    )
    expect(press('u')).toEqual({ do: 'undo' })
  })

  it('chooses the basis with 1 to 9, but writes digits where one writes', () => {
    expect(press('1')).toEqual({ do: 'rule', at: 0 })
    expect(press('9')).toEqual({ do: 'rule', at: 8 })
    expect(press('0')).toBeNull()
    expect(press('3', { typing: true })).toBeNull()
    expect(rules.length).toBeLessThanOrEqual(9)
  })

  it('leaves letters to the text while one writes, but sends with ⌘↵', () => {
    expect(press('a', { typing: true })).toBeNull()
    expect(press('Enter', { typing: true, meta: true })).toEqual({ do: 'send' })
    expect(press('Enter', { ctrl: true })).toEqual({ do: 'send' })
  })

  it('leaves the browser its own shortcuts', () => {
    expect(press('r', { meta: true })).toBeNull()
    expect(press('t', { ctrl: true })).toBeNull()
    expect(press('Enter')).toBeNull()
  })
})

describe('what an edit changed', () => {
  it('marks the words that changed and nothing else', () => {
    expect(diffText('这顶是全网最轻的帐篷', '这顶是我背过里最轻的帐篷')).toEqual([
      { kind: 'same', text: '这顶是' },
      { kind: 'removed', text: '全网' },
      { kind: 'added', text: '我背过里' },
      { kind: 'same', text: '最轻的帐篷' },
    ])
  })

  it('compares Latin words and numbers whole', () => {
    expect(diffText('weighs 1900 g', 'weighs 1950 g').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '1900' },
      { kind: 'added', text: '1950' },
    ])
  })

  it('gives back both versions from its parts, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('轻', '重', 'a', ' ', '1', '\n', '👨‍👩‍👧'), maxLength: 40 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before, after)
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        expect(without('removed')).toBe(after)
        expect(without('added')).toBe(before)
        for (const [index, part] of parts.entries()) expect(parts[index + 1]?.kind).not.toBe(part.kind)
      }),
      { numRuns: runs },
    )
  })

  it('answers for long texts in no time', () => {
    const before = '山'.repeat(12_000)
    const started = performance.now()
    expect(diffText(before, '水'.repeat(12_000))).toHaveLength(2)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('lists things in their new order with what is gone last', () => {
    const changes = diffList(
      [
        { id: 'a', n: 1 },
        { id: 'b', n: 1 },
      ],
      [
        { id: 'c', n: 1 },
        { id: 'b', n: 2 },
      ],
      ({ id }) => id,
      (a, b) => a.n === b.n,
    )
    expect(changes.map(({ kind, item: { id } }) => `${kind} ${id}`)).toEqual(['added c', 'changed b', 'removed a'])
  })
})

describe('the rules', () => {
  it('have one id each and words in both languages', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const rule of rules) expect([rule.zh.length > 0, rule.en.length > 0, isRuleId(rule.id)]).toEqual([true, true, true])
    expect(isRuleId('toString')).toBe(false)
    expect(ruleText('an-older-rule', 'en')).toBe('an-older-rule')
  })
})
