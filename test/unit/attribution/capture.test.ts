import { describe, expect, it } from 'vitest'
import {
  chooseRate,
  type EntryTouch,
  entryOf,
  isCountedRequest,
  isRepeat,
  ratePrecedence,
  sceneOf,
  scenes,
  termFailures,
} from '../../../src/modules/attribution/index.ts'
import { fc } from '../fc.ts'

const seen = { visitorId: 'v', linkId: 'l', at: new Date('2026-11-12T12:00:00.000Z') }
const later = (ms: number, more = {}) => ({ ...seen, at: new Date(seen.at.getTime() + ms), ...more })

describe('ATT-03 repeats', () => {
  it.each([
    ['at once', 0, true],
    ['after 12 seconds', 12_000, true],
    ['after exactly 30 seconds', 30_000, true],
    ['a millisecond later', 30_001, false],
    ['before the other', -1, false],
  ])('ATT-03 the same visitor on the same link %s', (_, ms, repeat) => {
    expect(isRepeat(seen, later(ms))).toBe(repeat)
  })

  it('ATT-03 another visitor, another link, and unknown ones are touches of their own', () => {
    expect(isRepeat(seen, later(1, { visitorId: 'w' }))).toBe(false)
    expect(isRepeat(seen, later(1, { linkId: 'm' }))).toBe(false)
    expect(isRepeat({ ...seen, visitorId: null }, later(1, { visitorId: null }))).toBe(false)
    expect(isRepeat({ ...seen, linkId: null }, later(1, { linkId: null }))).toBe(false)
  })
})

describe('ATT-03 requests that are no visit', () => {
  const isBot = (agent: string) => agent.includes('bot')
  const person = { method: 'GET', userAgent: 'Mozilla/5.0 (iPhone)' }

  it.each([
    { label: 'a person', request: person, counted: true },
    { label: 'a person who sends no agent', request: { ...person, userAgent: null }, counted: true },
    { label: 'a form of the page itself', request: { ...person, method: 'POST' }, counted: true },
    { label: 'HEAD', request: { ...person, method: 'HEAD' }, counted: false },
    { label: 'OPTIONS', request: { ...person, method: 'OPTIONS' }, counted: false },
    { label: 'a known bot', request: { ...person, userAgent: 'somebot/1.0' }, counted: false },
    { label: 'Purpose: prefetch', request: { ...person, purpose: 'prefetch' }, counted: false },
    { label: 'Sec-Purpose: prefetch;prerender', request: { ...person, secPurpose: 'prefetch;prerender' }, counted: false },
    { label: 'Safari’s preview', request: { ...person, purpose: 'Preview' }, counted: false },
    { label: 'another purpose', request: { ...person, purpose: 'navigation' }, counted: true },
  ])('ATT-03 $label', ({ request, counted }) => {
    expect(isCountedRequest(request, isBot)).toBe(counted)
  })
})

describe('rates and terms', () => {
  it('ATT-14 link > creator > invited > group > product > collection > programme', () => {
    ratePrecedence.forEach((source, index) => {
      const offers = ratePrecedence.slice(index).map((name, at) => ({ source: name, bps: 100 + at }))
      expect(chooseRate(offers.reverse())?.source).toBe(source)
    })
    expect(chooseRate([])).toBeNull()
  })

  it.each([
    { label: 'usual terms', terms: {}, fields: [] },
    { label: 'ATT-07 one day', terms: { windowSeconds: 86_400 }, fields: [] },
    { label: 'ATT-07 ninety days', terms: { windowSeconds: 90 * 86_400 }, fields: [] },
    { label: 'ATT-07 no window', terms: { windowSeconds: 0 }, fields: ['windowSeconds'] },
    { label: 'ATT-07 ninety days and a second', terms: { windowSeconds: 90 * 86_400 + 1 }, fields: ['windowSeconds'] },
    { label: 'ATT-23 at the cap', terms: { rateBps: 5_000 }, fields: [] },
    { label: 'ATT-23 above the cap', terms: { rateBps: 5_001 }, fields: ['rateBps'] },
    { label: 'ATT-23 below zero', terms: { rateBps: -1, indirectRateBps: -1 }, fields: ['rateBps', 'indirectRateBps'] },
    { label: 'ATT-23 a cap above 80 %', terms: { capBps: 8_001 }, fields: ['capBps'] },
    { label: 'no half basis points', terms: { rateBps: 0.5 }, fields: ['rateBps'] },
  ])('accepts or names $label', ({ terms, fields }) => {
    const failures = termFailures({ windowSeconds: 30 * 86_400, rateBps: 800, ...terms })
    expect(failures.map(({ field }) => field)).toEqual(fields)
  })
})

describe('S-38 where an order began', () => {
  const way = (more: Partial<EntryTouch>) => ({ channel: null, parentShare: null, referrerHost: null, ...more })

  it.each([
    { label: 'a shared link', touch: way({ parentShare: 's', channel: 'search' }), scene: 'social' },
    { label: 'a scanned code', touch: way({ channel: 'qr' }), scene: 'social' },
    { label: 'a foreign page', touch: way({ referrerHost: 'weibo.com' }), scene: 'social' },
    { label: 'a search engine', touch: way({ referrerHost: 'baidu.com' }), scene: 'search' },
    { label: 'our own search', touch: way({ channel: 'search' }), scene: 'search' },
    { label: 'a topic', touch: way({ channel: 'topic' }), scene: 'community' },
    { label: 'the feed', touch: way({ channel: 'feed' }), scene: 'recommendation' },
    { label: 'a name from a prototype', touch: way({ channel: 'constructor' }), scene: 'recommendation' },
  ])('S-38 $label is $scene', ({ touch, scene }) => {
    expect(sceneOf(touch)).toBe(scene)
  })

  const placedAt = new Date('2026-11-12T12:00:00Z')
  const touchAt = (id: string, seconds: number, more: Partial<EntryTouch> = {}): EntryTouch => ({
    id,
    kind: 'click',
    at: new Date(placedAt.getTime() - seconds * 1000),
    creatorId: null,
    linkId: null,
    pieceId: 'piece',
    placementId: null,
    productId: null,
    programmeId: null,
    ...way({ channel: 'feed' }),
    ...more,
  })

  it('S-01 takes the last touch, also one that earns nothing; S-38 without any it is direct', () => {
    const touches = [touchAt('a', 600), touchAt('b', 60, { channel: 'search' }), touchAt('c', -60), touchAt('d', 30, { repeatOf: 'b' })]
    expect(entryOf(touches, placedAt)).toMatchObject({ scene: 'search', touch: { id: 'b' } })
    expect(entryOf([touchAt('old', 31 * 86_400)], placedAt)).toEqual({ scene: 'direct', touch: null })
  })

  it('S-38 gives every order exactly one of the five scenes', () => {
    const text = fc.option(fc.string())
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -100, max: 4_000_000 }), text, text, text), { maxLength: 5 }), (list) => {
        const touches = list.map(([seconds, channel, parentShare, referrerHost], index) =>
          touchAt(`t${index}`, seconds, { channel, parentShare, referrerHost }),
        )
        expect(scenes).toContain(entryOf(touches, placedAt).scene)
      }),
    )
  })
})
