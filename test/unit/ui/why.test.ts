import { describe, expect, it } from 'vitest'
import { isTouch, orderStory, storyPhase, takenBack, touchCounts, verdictForm } from '../../../src/ui/commerce/why-text.ts'
import type { WhyEventView, WhyShareView, WhyStoryItem, WhyTouchView } from '../../../src/ui/commerce/why-view.ts'

const cny = (amount: number) => ({ amount, currency: 'CNY' })

const touch = (at: string, outcome: WhyTouchView['outcome']): WhyTouchView => ({
  kind: 'touch',
  id: `${outcome} ${at}`,
  at,
  touch: 'click',
  outcome,
  who: { kind: 'another-creator', piece: null },
  reason: 'not_last',
  rule: null,
  shareBps: 0,
})

const moment = (kind: WhyEventView['kind'], at: string): WhyEventView => ({ kind, at })

const story: WhyStoryItem[] = [
  moment('paid', '2026-11-12T12:41:00Z'),
  touch('2026-11-12T12:39:00Z', 'refused'),
  moment('checkout-began', '2026-11-12T12:38:00Z'),
  touch('2026-11-09T04:37:12Z', 'merged'),
  touch('2026-11-09T04:37:00Z', 'won'),
  touch('2026-11-03T13:20:00Z', 'considered'),
  moment('window-opens', '2026-10-13T12:41:00Z'),
  touch('2026-10-02T01:14:00Z', 'refused'),
]

const share = (handle: string | null): WhyShareView => ({
  creator: handle === null ? null : { handle, name: handle, avatar: null, href: '/' },
  shareBps: 10_000,
  commission: cny(4453),
})

const view = (reader: 'buyer' | 'creator' | 'staff', shares: WhyShareView[] | null, net = 4453) => ({
  reader,
  verdict: shares && { shares },
  net: cny(net),
  reversals: net === 4453 ? [] : [{ at: '', refunded: cny(0), commission: cny(net - 4453), reason: 'refunded' }],
})

describe('the verdict', () => {
  it('names the creator to the buyer, says you to herself, and leaves another creator unnamed', () => {
    expect(verdictForm(view('buyer', [share('ahe')]))).toBe('named')
    expect(verdictForm(view('creator', [share('ahe')]))).toBe('you')
    expect(verdictForm(view('buyer', [share(null)]))).toBe('another')
  })

  it('says none, split and reversed where that is so', () => {
    expect(verdictForm(view('buyer', null))).toBe('none')
    expect(verdictForm(view('staff', [share('ahe'), share('lin')]))).toBe('split')
    expect(verdictForm(view('creator', [share('ahe')], 0))).toBe('reversed')
    expect(verdictForm(view('creator', [share('ahe')], 4000))).toBe('you')
  })

  it('ATT-28 says what refunds took back as a plain amount, and zero without a sign', () => {
    expect(takenBack(view('staff', [share('ahe')], 4000))).toBe(453)
    expect(Object.is(takenBack(view('staff', [share('ahe')])), 0)).toBe(true)
  })
})

describe('the story', () => {
  it('is told in time, whatever order it came in', () => {
    expect(orderStory(story).map((item) => item.at)).toEqual([...story].map((item) => item.at).sort())
  })

  it('keeps the moments and drops refused and merged touches when only what is valid is asked for', () => {
    const kept = orderStory(story, true)
    expect(kept.filter(isTouch).map((item) => item.outcome)).toEqual(['considered', 'won'])
    expect(kept.filter((item) => !isTouch(item))).toHaveLength(3)
  })

  it('ATT-03 counts merged touches apart from refused ones', () => {
    expect(touchCounts(story)).toEqual({ all: 5, refused: 2, merged: 1 })
  })

  it('ATT-05 turns at the opening of the window and when checkout begins', () => {
    const phases = orderStory(story).map((item) => storyPhase(item, story))
    expect(phases).toEqual(['before', 'inside', 'inside', 'inside', 'inside', 'after', 'after', 'after'])
  })

  it('ATT-08 puts a touch exactly at the edge inside the window', () => {
    const edge = touch('2026-10-13T12:41:00Z', 'won')
    expect(storyPhase(edge, [...story, edge])).toBe('inside')
    expect(orderStory([edge, moment('window-opens', edge.at)]).map((item) => item.kind)).toEqual(['window-opens', 'touch'])
  })
})
